package io.floorwalker;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests in {@code deploy/kubernetes} against the operator's own schema and our rules. */
class KubernetesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("floorwalker.root")).resolve("deploy/kubernetes");
  private static final Path CRD =
      Path.of("src/test/resources/kubernetes/flinkdeployments.flink.apache.org-v1.yml");

  @ParameterizedTest
  @ValueSource(strings = {"small", "standard", "large"})
  void eachJobIsAFlinkDeploymentThatTheOperatorTakes(String overlay) throws IOException {
    TestingCrd crd = TestingCrd.read(CRD);

    for (Job job : Jobs.all()) {
      Map<String, @Nullable Object> deployment = deployment(job, overlay);
      assertThat(crd.complaints(deployment)).as(job.name()).isEmpty();
      assertThat(TestingManifests.at(deployment, "metadata/name")).isEqualTo(job.name());
      assertThat(TestingManifests.at(deployment, "spec/job/entryClass"))
          .isEqualTo(job.getClass().getName());
    }
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    Map<String, @Nullable Object> deployment = deployment(Jobs.all().get(0), "small");
    Map<String, @Nullable Object> wrong =
        TestingManifests.patched(
            deployment,
            Map.of(
                "spec",
                Map.of(
                    "flinkVersion", "v9_9", "immage", "x", "job", Map.of("parallelism", "one"))));

    assertThat(TestingCrd.read(CRD).complaints(wrong))
        .hasSize(3)
        .anyMatch(complaint -> complaint.startsWith("spec/flinkVersion is none of"))
        .contains("spec/immage is unknown", "spec/job/parallelism is no integer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "standard", "large"})
  void eachJobSurvivesAndGivesNobodyMoreThanItNeeds(String overlay) throws IOException {
    for (Job job : Jobs.all()) {
      Map<String, @Nullable Object> deployment = deployment(job, overlay);
      Map<String, @Nullable Object> flink =
          TestingManifests.map(TestingManifests.at(deployment, "spec/flinkConfiguration"));
      assertThat(flink)
          .containsEntry("high-availability.type", "kubernetes")
          .containsEntry("web.submit.enable", "false")
          .containsEntry("web.cancel.enable", "false")
          .doesNotContainKey("execution.checkpointing.unaligned.enabled");
      assertThat(TestingManifests.at(deployment, "spec/job/upgradeMode")).isEqualTo("savepoint");
      assertThat(TestingManifests.at(deployment, "spec/podTemplate/spec/securityContext"))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
          .containsEntry("runAsNonRoot", true);
      assertThat(
              TestingManifests.at(deployment, "spec/podTemplate/spec/containers/0/securityContext"))
          .isEqualTo(
              Map.of(
                  "readOnlyRootFilesystem",
                  true,
                  "allowPrivilegeEscalation",
                  false,
                  "capabilities",
                  Map.of("drop", List.of("ALL"))));
      int parallelism = (Integer) TestingManifests.at(deployment, "spec/job/parallelism");
      assertThat(parallelism).as("partitions of a topic").isBetween(1, 12);
    }
  }

  @Test
  void eachJobHasABudgetAndTheListOfFilesIsWhole() throws IOException {
    List<String> names = Jobs.all().stream().map(Job::name).toList();

    assertThat(TestingManifests.read(FOLDER.resolve("base/disruption.yaml")))
        .extracting(budget -> TestingManifests.at(budget, "metadata/name"))
        .containsExactlyElementsOf(names.stream().map(Object.class::cast).toList());
    try (Stream<Path> files = Files.list(FOLDER.resolve("base"))) {
      List<String> listed =
          Stream.concat(
                  ((List<?>)
                          TestingManifests.at(
                              TestingManifests.one(FOLDER.resolve("base/kustomization.yaml")),
                              "resources"))
                      .stream().map(Object::toString),
                  Stream.of("common.yaml", "kustomization.yaml", "settings.yaml"))
              .toList();
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void theSettingsAreSettingsAndHoldNoSecret() throws Exception {
    Settings settings =
        Settings.read(List.of(FOLDER.resolve("base/settings.yaml")), Map.of(), List.of());

    assertThat(settings.below("kafka.client."))
        .containsEntry("security.protocol", "SASL_SSL")
        .doesNotContainKeys("sasl.jaas.config", "ssl.keystore.password");
  }

  private static Map<String, @Nullable Object> deployment(Job job, String overlay)
      throws IOException {
    Map<String, @Nullable Object> own =
        TestingManifests.one(FOLDER.resolve("base/" + job.name() + ".yaml"));
    Object name = TestingManifests.at(own, "metadata/name");
    Map<String, @Nullable Object> whole = own;
    for (String patch : List.of("base/common.yaml", "overlays/" + overlay + "/size.yaml")) {
      whole = TestingManifests.patched(whole, TestingManifests.one(FOLDER.resolve(patch)));
    }
    // A patch that is laid over several has a name of its own, which is not laid over theirs.
    return TestingManifests.patched(whole, Map.of("metadata", Map.of("name", name)));
  }
}

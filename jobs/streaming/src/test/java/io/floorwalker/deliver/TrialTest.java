package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message to a channel, sent or on paper. */
class TrialTest {
  private final TestingTarget target = TestingTarget.open();
  private final List<String> paper = new ArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void writeSecrets() throws IOException {
    Files.writeString(folder.resolve("token"), "xoxb-hush");
    Files.writeString(folder.resolve("signing"), "hush");
    Files.writeString(folder.resolve("people.yaml"), "site:test: '77'");
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void oneMessageIsSentAndTheAnswerTold() throws Exception {
    target.then(404);
    Trial trial = trial("{chat: {url: %s}}".formatted(target.address()));
    assertThat(trial.send("chat", "site:test").orElseThrow().words()).isEqualTo("failed 404");
    assertThat(trial.send("chat", "site:test")).contains(new Trial.Said(true, "delivered 200"));
    assertThat(target.requests()).hasSize(2);
    assertThat(trial.send("fax", "site:test")).isEmpty();
  }

  @Test
  void onPaperNothingIsSentAndTheAddressIsMasked() throws Exception {
    rehearse("{url: %s, secret_file: signing}".formatted(target.address()));
    assertThat(paper).hasSize(1);
    assertThat(paper.get(0))
        .startsWith("POST http://127.0.0.1:%d/***\n".formatted(target.address().getPort()))
        .contains("\nwebhook-id: test-")
        .contains("\nwebhook-signature: v1,")
        .contains("\"treatment\":\"test\"");
  }

  @Test
  void aTokenIsMaskedAndTheMethodShown() throws Exception {
    rehearse("{type: slack, token_file: token, conversation: C1}");
    assertThat(paper.get(0))
        .startsWith("POST https://slack.com/api/chat.postMessage\n")
        .contains("\nauthorization: Bearer ***\n")
        .contains("\"channel\":\"C1\"");
  }

  @Test
  void aSessionIsOnPaperToo() throws Exception {
    rehearse("{type: salesforce, url: 'https://s.example', client_id: me, secret_file: signing}");
    assertThat(paper).hasSize(2);
    assertThat(paper.get(0)).endsWith("client_id=me&client_secret=***");
    assertThat(paper.get(1)).startsWith("PATCH https://s.example/services/data/");
  }

  @Test
  void whoIsReachedIsLookedUp() throws Exception {
    rehearse("{type: hubspot, token_file: token, recipients_file: people.yaml}");
    assertThat(paper.get(0)).contains("{\"id\":\"77\"}");
  }

  @Test
  void aMailIsNoRequest() {
    String mail =
        "{type: email, host: h, from: a@b.example, recipients_file: people.yaml,"
            + " unsubscribe_url: https://h/}";
    assertThatThrownBy(() -> rehearse(mail))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("without --dry-run");
  }

  private void rehearse(String block) throws Exception {
    assertThat(trial("{chat: %s}".formatted(block)).rehearse("chat", "site:test", paper::add))
        .get()
        .extracting(Trial.Said::delivered)
        .isEqualTo(true);
    assertThat(target.requests()).isEmpty();
    assertThat(String.join("\n", paper)).doesNotContain("hush").doesNotContain("very-secret");
  }

  private Trial trial(String targets) throws Exception {
    Path file = Files.writeString(folder.resolve("targets.yaml"), "targets: " + targets);
    Settings settings =
        Settings.builtIn()
            .with(
                Map.of(
                    "deliver.targets.file",
                    file.toString(),
                    "deliver.allowed-networks",
                    "127.0.0.0/8"));
    return Trial.with(settings, Clock.fixed(NOON, ZoneOffset.UTC));
  }
}

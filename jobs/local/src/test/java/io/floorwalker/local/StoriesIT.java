package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import io.floorwalker.lake.TableDefinition;
import io.floorwalker.lake.Tables;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three stories from the event to the target, while every job is killed twice: what is found is
 * what the shoppers' scripts say, and nothing is decided, sent or written twice.
 */
class StoriesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final Arrivals arrivals = new Arrivals();

  @AfterEach
  void stopWhatIsLeft() {
    Stack stack = Stack.in(folder.resolve("stack"));
    Jobs.all()
        .forEach(job -> stack.jobPid(job.name()).owner().ifPresent(ProcessHandle::destroyForcibly));
  }

  @Test
  void eachStoryReachesItsTargetOnceAlthoughEveryJobIsKilledTwice() throws Exception {
    try (TestingStack stack = TestingStack.up(folder.resolve("stack"));
        DemoReceiver receiver = receiver(stack)) {
      TestingCommand first = runAll(stack);
      Path truths = folder.resolve("truths.jsonl");
      TestingCommand shoppers = shoppers(stack, truths);

      awaitRows(stack, Tables.DETECTIONS, 3);
      TestingCommand second = killed(stack, first);
      awaitRows(stack, Tables.DELIVERIES, 6);
      TestingCommand last = killed(stack, second);
      assertThat(shoppers.exitCode()).as(shoppers.said()).isZero();
      Set<String> scripted = new HashSet<>(Files.readAllLines(truths));
      assertThat(Await.until(PATIENCE, () -> found(stack).containsAll(scripted)))
          .as("all is found; missing %s", without(scripted, found(stack)))
          .isTrue();
      awaitQuiet(stack);
      last.terminate();
      assertThat(last.exitCode()).as(last.said()).isZero();

      foundWhatTheScriptsSay(stack, scripted);
      decidedOnce(stack);
      sentOnce(stack);
      writtenOnce(stack);
      eachStoryHasReachedItsTarget(stack);
      replayedTheRowsAreTheSame(stack);
    }
  }

  private static void foundWhatTheScriptsSay(TestingStack stack, Set<String> scripted)
      throws MalformedRecord {
    assertThat(found(stack)).containsExactlyInAnyOrderElementsOf(scripted);
    Map<String, Long> written =
        values(stack, Topics.EVENTS, CustomerEvent.class).stream()
            .collect(Collectors.groupingBy(CustomerEvent::getEventId, Collectors.counting()));
    // What ingest wrote after its last checkpoint before a kill it writes again.
    assertThat(values(stack, Topics.LATE_EVENTS, LateEvent.class))
        .allMatch(
            late -> written.getOrDefault(late.getEvent().getEventId(), 0L) > 1, "is a repeat");
  }

  /** One decision for each detection, and where the topic holds it twice, twice the same. */
  private static void decidedOnce(TestingStack stack) throws MalformedRecord {
    Map<String, Set<Decision>> byDetection =
        values(stack, Topics.DECISIONS, Decision.class).stream()
            .collect(Collectors.groupingBy(Decision::getDetectionId, Collectors.toSet()));
    assertThat(byDetection.keySet())
        .isEqualTo(
            values(stack, Topics.DETECTIONS, Detection.class).stream()
                .filter(one -> one.getPhase() == Phase.OPENED)
                .map(Detection::getDetectionId)
                .collect(Collectors.toSet()));
    assertThat(byDetection.values()).allMatch(one -> one.size() == 1);
  }

  private void sentOnce(TestingStack stack) {
    Set<String> planned =
        stack.rows(Tables.ACTIONS).stream()
            .filter(row -> "planned".equals(row.getField("status")))
            .map(row -> String.valueOf(row.getField("action_id")))
            .collect(Collectors.toSet());
    Set<String> ended =
        stack.rows(Tables.DELIVERIES).stream()
            .filter(row -> !"held".equals(row.getField("outcome")))
            .map(row -> String.valueOf(row.getField("action_id")))
            .collect(Collectors.toSet());
    assertThat(ended).as("actions that were sent, or expired").isEqualTo(planned).isNotEmpty();
    assertThat(arrivals.counts()).doesNotContainKey("refused");
  }

  private static void writtenOnce(TestingStack stack) {
    for (TableDefinition table : Tables.all()) {
      assertThat(new TestingRows(table).keys(stack.rows(table)))
          .as(table.name())
          .doesNotHaveDuplicates();
    }
  }

  private void eachStoryHasReachedItsTarget(TestingStack stack) {
    assertThat(reached(stack, "chat", row -> "checkout_struggle".equals(row.getField("kind"))))
        .as("a chat for somebody in trouble")
        .isNotEmpty();
    assertThat(reached(stack, "email", row -> "cart_abandoned".equals(row.getField("kind"))))
        .as("a reminder of a cart")
        .isNotEmpty();
    assertThat(reached(stack, "webhook", row -> "stakeholder_stale".equals(row.getField("kind"))))
        .as("an alert about a silent contact")
        .isNotEmpty();
  }

  /** What arrived on a channel about such detections. */
  private List<Arrivals.Arrival> reached(
      TestingStack stack, String channel, Predicate<Record> about) {
    List<String> ids =
        stack.rows(Tables.DETECTIONS).stream()
            .filter(about)
            .map(row -> String.valueOf(row.getField("detection_id")))
            .toList();
    return arrivals.newest().stream()
        .filter(one -> one.channel().equals(channel))
        .filter(one -> ids.stream().anyMatch(one.body()::contains))
        .toList();
  }

  /**
   * The same topics read by bounded runs: the same rows, byte for byte, up to the last live one.
   */
  private void replayedTheRowsAreTheSame(TestingStack live) {
    try (TestingStack replay = TestingStack.up(folder.resolve("replay"))) {
      for (String topic : List.of(Topics.EVENTS, Topics.ACCOUNTS)) {
        replay.publish(live.records(topic));
      }
      for (String job : List.of("checkout-struggle", "cart-abandonment", "stakeholder-watch")) {
        List<String> bounded = new ArrayList<>(List.of("run", job, "--bounded"));
        bounded.addAll(settings(live));
        replay.command(bounded.toArray(String[]::new));
      }
      for (TableDefinition table : List.of(Tables.SIGNALS, Tables.DETECTIONS)) {
        TestingRows rows = new TestingRows(table);
        Map<String, String> last = rows.lastByJob(live.rows(table));
        assertThat(rows.before(last, replay.rows(table)))
            .as("rows of %s before %s", table.name(), last)
            .containsExactlyElementsOf(rows.before(last, live.rows(table)))
            .isNotEmpty();
      }
    }
  }

  private DemoReceiver receiver(TestingStack stack) throws IOException {
    DemoTargets targets = new DemoTargets(stack.dir());
    DemoReceiver receiver =
        DemoReceiver.start(WebhookSecret.create(targets.secretFile()), arrivals, Clock.systemUTC());
    targets.write(receiver.address());
    return receiver;
  }

  private static List<String> settings(TestingStack stack) {
    List<String> arguments = new ArrayList<>(List.of("--conf", conf("demo.yaml")));
    for (String setting :
        List.of(
            "policy.file=" + conf("demo-policy.yaml"),
            "deliver.targets.file=" + new DemoTargets(stack.dir()).targetsFile(),
            "abandonment.cart.after=25s",
            "abandonment.checkout.after=25s",
            "abandonment.payment.after=15s",
            "stakeholder.stale.after=40s",
            "stakeholder.stale.second.after=15s",
            "stakeholder.stale.third.after=30s",
            // Two other tests may keep this machine busy: nothing may come late because of that.
            "time.disorder=12s",
            "flink.execution.checkpointing.interval=3s")) {
      arguments.addAll(List.of("--set", setting));
    }
    return arguments;
  }

  private static String conf(String name) {
    return Home.conf(name).toAbsolutePath().toString();
  }

  private static TestingCommand runAll(TestingStack stack) {
    List<String> names = Jobs.all().stream().map(Job::name).toList();
    TestingCommand run = start(stack, Stream.concat(Stream.of("run"), names.stream()).toList());
    run.awaitSaid(names.get(names.size() - 1) + " runs");
    return run;
  }

  private static TestingCommand shoppers(TestingStack stack, Path truths) {
    return start(
        stack,
        List.of(
            "simulate",
            "--sessions",
            "24",
            "--speed",
            "20",
            "--seed",
            "8",
            "--truth",
            truths.toString()));
  }

  private static TestingCommand start(TestingStack stack, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(settings(stack));
    return TestingCommand.start(stack.dir(), arguments.toArray(String[]::new));
  }

  private static TestingCommand killed(TestingStack stack, TestingCommand jobs) {
    jobs.kill();
    assertThat(jobs.exitCode()).isNotZero();
    TestingCommand again = runAll(stack);
    assertThat(again.said()).contains("decide goes on from checkpoint");
    return again;
  }

  private static void awaitRows(TestingStack stack, TableDefinition table, int atLeast) {
    assertThat(Await.until(PATIENCE, () -> stack.rows(table).size() >= atLeast))
        .as("%d rows of %s are committed in time", atLeast, table.identifier())
        .isTrue();
  }

  /** Until every planned action has come to its end. */
  private static void awaitQuiet(TestingStack stack) {
    assertThat(
            Await.until(
                PATIENCE,
                () ->
                    Set.copyOf(stack.values(Tables.DELIVERIES, "action_id"))
                        .containsAll(stack.values(Tables.ACTIONS, "action_id"))))
        .as("every action comes to its end")
        .isTrue();
  }

  private static Set<String> found(TestingStack stack) {
    return stack.rows(Tables.DETECTIONS).stream()
        .filter(row -> "opened".equals(row.getField("phase")))
        .filter(row -> !Truths.UNSCRIPTED.contains(String.valueOf(row.getField("kind"))))
        .map(HistoryIT::finding)
        .collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    return all.stream().filter(one -> !some.contains(one)).collect(Collectors.toSet());
  }

  private static <T extends org.apache.avro.specific.SpecificRecordBase> List<T> values(
      TestingStack stack, String topic, Class<T> type) throws MalformedRecord {
    Wire<T> wire = Wire.of(type);
    List<T> values = new ArrayList<>();
    for (var message : stack.records(topic)) {
      if (message.value() != null) {
        values.add(wire.decode(message.value()));
      }
    }
    return values;
  }
}

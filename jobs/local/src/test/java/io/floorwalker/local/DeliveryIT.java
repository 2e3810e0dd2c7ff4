package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.lake.Tables;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliver on a real stack with a real webhook: killed, started again, started with empty state. */
class DeliveryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  private final List<String> received = new CopyOnWriteArrayList<>();

  @Test
  void everyActionReachesItsTargetOnceAlsoWhenItIsPlannedTwiceAndTheJobIsKilled()
      throws IOException, MalformedRecord {
    HttpServer target = target();
    String address = "http://127.0.0.1:" + target.getAddress().getPort() + "/very-secret";
    Path targets =
        Files.writeString(
            folder.resolve("targets.yaml"), "targets: {chat: {url: " + address + "}}");
    try (TestingStack stack = TestingStack.up(Path.of("target/delivery").toAbsolutePath())) {
      Ran bounded = Ran.command("run", "deliver", "--bounded", "--dir", stack.dir());
      assertThat(bounded.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(bounded.err()).contains("deliver acts on the world");

      List<Action> plans = new ArrayList<>(IntStream.range(0, 20).mapToObj(this::plan).toList());
      plans.add(Action.newBuilder(plan(20)).setExpiresAt(Instant.EPOCH.plusMillis(1)).build());
      plans.add(Action.newBuilder(plan(21)).setChannel("fax").build());
      TestingCommand first = start(stack, targets);
      publish(stack, plans);
      awaitRows(stack, 22);
      first.kill();
      assertThat(first.exitCode()).isNotZero();

      TestingCommand second = start(stack, targets);
      publish(stack, plans);
      publish(stack, List.of(plan(22), cancelled(plan(0)), cancelled(plan(99)), plan(99)));
      awaitRows(stack, 25);
      second.terminate();
      assertThat(second.exitCode()).as(second.said()).isZero();

      TestingCommand fresh = start(stack, targets, "--fresh");
      publish(stack, List.of(plan(23)));
      awaitRows(stack, 26);
      fresh.terminate();
      assertThat(fresh.exitCode()).as(fresh.said()).isZero();

      assertThat(received)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.concat(plans.subList(0, 20).stream(), Stream.of(plan(22), plan(23)))
                          .map(Action::getActionId),
                      Stream.of("a-0.cancelled"))
                  .toList());
      assertThat(stack.rows(Tables.DELIVERIES))
          .extracting(row -> row.getField("action_id") + " " + row.getField("attempt"))
          .doesNotHaveDuplicates()
          .contains("a-0 1", "a-0 2", "a-99 0");
      assertThat(kinds(stack)).containsOnly("DELIVERED", "EXPIRED", "FAILED", "CANCELLED");
      assertThat(first.said() + second.said() + fresh.said() + logs(stack))
          .doesNotContain("very-secret");
    } finally {
      target.stop(0);
    }
  }

  @Test
  void threeKillsLoseNothingAndRepeatAtMostWhatWasUnderWay() throws IOException {
    int many = 300;
    Set<String> underWay = new HashSet<>();
    try (TestingBadTarget target = TestingBadTarget.open();
        TestingStack stack = TestingStack.up(Path.of("target/delivery-kills").toAbsolutePath())) {
      Path targets =
          Files.writeString(
              folder.resolve("bad.yaml"),
              "targets: {chat: {url: %s, per_second: 40}}".formatted(target.address()));
      publish(stack, IntStream.range(0, many).mapToObj(this::plan).toList());
      for (int kill = 1; kill <= 3; kill++) {
        TestingCommand run = start(stack, targets, "--set", "deliver.timeout=30s");
        awaitTaken(target, kill * many / 5);
        run.kill();
        assertThat(run.exitCode()).isNotZero();
        List<String> committed = delivered(stack);
        Set<String> unknown = target.asked();
        unknown.removeAll(committed);
        underWay.addAll(unknown);
      }
      TestingCommand last = start(stack, targets, "--set", "deliver.timeout=30s");
      awaitTaken(target, many);
      assertThat(Await.until(PATIENCE, () -> delivered(stack).size() == many))
          .as("every action is written down as delivered")
          .isTrue();
      last.terminate();
      assertThat(last.exitCode()).as(last.said()).isZero();

      List<String> repeated = target.taken();
      Set.copyOf(repeated).forEach(repeated::remove);
      assertThat(underWay).as("asked for and not yet committed at a kill").containsAll(repeated);
      assertThat(delivered(stack)).doesNotHaveDuplicates();
      assertThat(target.tooEarly()).isEmpty();
    }
  }

  private static void awaitTaken(TestingBadTarget target, int distinct) {
    assertThat(Await.until(PATIENCE, () -> Set.copyOf(target.taken()).size() >= distinct))
        .as("%d of them arrive in time", distinct)
        .isTrue();
  }

  private static List<String> delivered(TestingStack stack) {
    return stack.rows(Tables.DELIVERIES).stream()
        .filter(row -> row.getField("outcome").equals("delivered"))
        .map(row -> String.valueOf(row.getField("action_id")))
        .toList();
  }

  private HttpServer target() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
    return server;
  }

  private void receive(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private Action plan(int number) {
    Instant planned = Instant.parse("2026-03-02T12:00:00Z");
    return Action.newBuilder()
        .setActionId("a-" + number)
        .setChangedAt(planned)
        .setCreatedAt(planned)
        .setStatus("planned")
        .setDecisionId("d-" + number)
        .setDetectionId("x-" + number)
        .setTreatment("offer_chat")
        .setChannel("chat")
        .setCustomerKey("u-" + number)
        .setRecipientRef("customer:u-" + number)
        .setScheduledAt(planned)
        .setExpiresAt(Instant.parse("2999-01-01T00:00:00Z"))
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }

  private static Action cancelled(Action action) {
    return Action.newBuilder(action).setVersion(2).setStatus("CANCELLED").build();
  }

  private static TestingCommand start(TestingStack stack, Path targets, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "deliver",
                "--set",
                "deliver.targets.file=" + targets,
                "--set",
                "deliver.backoff=200ms",
                "--set",
                "flink.execution.checkpointing.interval=1s"));
    arguments.addAll(List.of(more));
    TestingCommand run = TestingCommand.start(stack.dir(), arguments.toArray(String[]::new));
    run.awaitSaid("deliver runs");
    return run;
  }

  private static void awaitRows(TestingStack stack, int rows) {
    assertThat(Await.until(PATIENCE, () -> stack.rows(Tables.DELIVERIES).size() >= rows))
        .as("%d rows are committed in time", rows)
        .isTrue();
  }

  private static void publish(TestingStack stack, List<Action> actions) {
    Wire<Action> wire = Wire.of(Action.class);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Action action : actions) {
        var unused = producer.send(new ProducerRecord<>(Topics.ACTIONS, wire.encode(action)));
      }
    }
  }

  private static List<String> kinds(TestingStack stack) throws MalformedRecord {
    Wire<Outcome> wire = Wire.of(Outcome.class);
    List<String> kinds = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : stack.records(Topics.OUTCOMES)) {
      kinds.add(wire.decode(record.value()).getKind().name());
    }
    return kinds;
  }

  private static String logs(TestingStack stack) throws IOException {
    StringBuilder logs = new StringBuilder();
    try (Stream<Path> files = Files.list(stack.dir().resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        logs.append(Files.readString(file));
      }
    }
    return logs.toString();
  }
}

package io.floorwalker.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.decide.OwnDecision;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Mode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaOwnDecisionsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TestingConsumer consumer = new TestingConsumer();

  @BeforeEach
  void topics() {
    consumer.topics(Topics.DECISIONS, Topics.ACTIONS);
  }

  @Test
  void emptyTopicsHoldNothing() {
    assertThat(read()).isEmpty();
  }

  @Test
  void aDecisionComesWithItsAction() {
    decision(0, 0, "c-1", "d-1", "first");
    action(1, 5, "c-1", "d-1", 1);
    decision(1, 7, "c-2", "d-2", "alone");
    Map<String, OwnDecision> found = read();
    assertThat(found).containsOnlyKeys("d-1", "d-2");
    assertThat(found).hasEntrySatisfying("d-1", one -> assertThat(one.actions()).hasSize(1));
    assertThat(found).hasEntrySatisfying("d-2", one -> assertThat(one.actions()).isEmpty());
  }

  @Test
  void whatWasWrittenBeforeIsNotAskedFor() {
    decision(0, -1, "c-1", "d-1", "before");
    decision(0, 0, "c-1", "d-2", "at");
    decision(1, -5, "c-1", "d-3", "before, in a partition of its own");
    assertThat(read()).containsOnlyKeys("d-2");
  }

  @Test
  void theFirstOfAnIdCountsAndTheFirstVersionOfAnAction() {
    decision(0, 0, "c-1", "d-1", "first");
    decision(0, 1, "c-1", "d-1", "second");
    action(0, 1, "c-1", "d-1", 2);
    action(0, 2, "c-1", "d-1", 1);
    OwnDecision found = Objects.requireNonNull(read().get("d-1"));
    assertThat(found.decision().getPolicyVersion()).isEqualTo("first");
    assertThat(found.actions()).extracting(Action::getVersion).containsExactly(1);
  }

  @Test
  void aReplayThatCameFirstDoesNotHideWhatALiveRunDecided() {
    decision(0, 0, "c-1", "d-1", "replayed", Mode.REPLAY);
    decision(0, 1, "c-1", "d-1", "live", Mode.LIVE);
    assertThat(read(false)).hasEntrySatisfying("d-1", isOf("live"));
    assertThat(read(true)).hasEntrySatisfying("d-1", isOf("replayed"));
  }

  private static Consumer<OwnDecision> isOf(String version) {
    return own -> assertThat(own.decision().getPolicyVersion()).isEqualTo(version);
  }

  @Test
  void othersKeysAndBrokenRecordsArePassedOver() {
    decision(0, 0, "c-2", "d-2", "of another subtask");
    consumer.holds(
        new TopicPartition(Topics.DECISIONS, 1),
        NOON.toEpochMilli(),
        "c-1".getBytes(UTF_8),
        new byte[] {1});
    decision(1, 1, "c-1", "d-1", "mine");
    consumer.serves();
    assertThat(
            KafkaOwnDecisions.read(consumer, NOON, new OwnRecords(key -> key.equals("c-1"), false)))
        .containsOnlyKeys("d-1");
  }

  private Map<String, OwnDecision> read() {
    return read(false);
  }

  private Map<String, OwnDecision> read(boolean replay) {
    consumer.serves();
    return KafkaOwnDecisions.read(consumer, NOON, new OwnRecords(key -> true, replay));
  }

  private void decision(int partition, long after, String key, String detection, String version) {
    decision(partition, after, key, detection, version, Mode.LIVE);
  }

  private void decision(
      int partition, long after, String key, String detection, String version, Mode mode) {
    consumer.holds(
        new TopicPartition(Topics.DECISIONS, partition),
        NOON.toEpochMilli() + after,
        key.getBytes(UTF_8),
        Wire.of(Decision.class)
            .encode(
                Decision.newBuilder()
                    .setDecisionId("of " + detection)
                    .setDecidedAt(NOON)
                    .setDetectionId(detection)
                    .setPolicyVersion(version)
                    .setMode(mode)
                    .setRuleVersion("1")
                    .setJob("decide")
                    .build()));
  }

  private void action(int partition, long after, String key, String detection, int version) {
    consumer.holds(
        new TopicPartition(Topics.ACTIONS, partition),
        NOON.toEpochMilli() + after,
        key.getBytes(UTF_8),
        Wire.of(Action.class)
            .encode(
                Action.newBuilder()
                    .setActionId("a of " + detection)
                    .setVersion(version)
                    .setChangedAt(NOON)
                    .setCreatedAt(NOON)
                    .setStatus("planned")
                    .setDecisionId("of " + detection)
                    .setDetectionId(detection)
                    .setTreatment("offer_chat")
                    .setRecipientRef("session:s")
                    .setScheduledAt(NOON)
                    .setExpiresAt(NOON)
                    .setRuleVersion("1")
                    .setJob("decide")
                    .build()));
  }
}

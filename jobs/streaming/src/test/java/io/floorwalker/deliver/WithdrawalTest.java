package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Actions that are over, before they were sent, meanwhile, and afterwards. */
class WithdrawalTest {
  private final TestingTarget target = TestingTarget.open();
  private final TestingDispatch deliver = new TestingDispatch().channel("chat", target.address());

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void whatIsOverBeforeItsTimeIsNeverSent() {
    deliver.accepts(planned("a-1").setScheduledAt(NOON.plusSeconds(30)), over("a-1"));
    DeliveryAttempt note = deliver.rows(1).get(0);
    assertThat(note.getOutcome()).isEqualTo("cancelled");
    assertThat(note.getAttempt()).isZero();
    Outcome receipt = deliver.receipts().get(0);
    assertThat(receipt.getKind()).isEqualTo(OutcomeKind.CANCELLED);
    assertThat(receipt.getReason()).isEqualTo("late_order");
    assertThat(deliver.dispatch().size()).isZero();

    deliver.time.pass(Duration.ofHours(1));
    assertThat(target.requests()).isEmpty();
    assertThat(deliver.rows(1)).hasSize(1);
  }

  @Test
  void whatWaitsForItsNextAttemptIsNotTriedAgain() {
    target.then(500);
    deliver.accepts(planned("a-1"));
    deliver.rows(1);
    deliver.accepts(over("a-1"));
    deliver.time.pass(Duration.ofHours(1));
    assertThat(outcomes(2)).containsExactly(tuple(1, "retry"), tuple(0, "cancelled"));
    assertThat(target.requests()).hasSize(1);
  }

  @Test
  void whatIsOverMeanwhileIsToldAsSoonAsItIsDelivered() {
    deliver.accepts(planned("a-1"), over("a-1"));
    assertThat(outcomes(2)).containsExactly(tuple(1, "delivered"), tuple(2, "resolved"));
    assertThat(target.ids()).containsExactly("a-1", "a-1.cancelled");
    assertThat(kinds()).containsExactly(OutcomeKind.DELIVERED);
  }

  @Test
  void whatIsOverWhileAnAttemptFailsIsNotTriedAgain() {
    target.then(500);
    deliver.accepts(planned("a-1"), over("a-1"));
    assertThat(outcomes(2)).containsExactly(tuple(1, "retry"), tuple(0, "cancelled"));
    deliver.time.pass(Duration.ofHours(1));
    assertThat(target.ids()).containsExactly("a-1");
  }

  @Test
  void whatIsOverAfterwardsIsToldLongAfterItsExpiry() {
    deliver.accepts(planned("a-1"));
    deliver.rows(1);
    deliver.time.pass(Duration.ofHours(2));
    deliver.accepts(over("a-1"));
    assertThat(outcomes(2)).containsExactly(tuple(1, "delivered"), tuple(2, "resolved"));
    assertThat(kinds()).containsExactly(OutcomeKind.DELIVERED);
  }

  @Test
  void itIsToldOnce() {
    deliver.accepts(planned("a-1"));
    deliver.rows(1);
    deliver.accepts(over("a-1"));
    deliver.rows(2);
    deliver.accepts(over("a-1"));
    deliver.time.pass(Duration.ofHours(1));
    assertThat(target.requests()).hasSize(2);
    assertThat(deliver.dispatch().size()).isZero();
  }

  @Test
  void tellingItIsTriedAsOftenAsSending() {
    target.then(500).then(200).then(500).then(503).then(500);
    deliver.accepts(planned("a-1"));
    deliver.rows(1);
    deliver.later(Duration.ofSeconds(10)).accepts(over("a-1"));
    deliver.rows(3);
    deliver.later(Duration.ofSeconds(10)).later(Duration.ofSeconds(20));
    assertThat(outcomes(5))
        .containsExactly(
            tuple(1, "retry"),
            tuple(2, "delivered"),
            tuple(3, "retry"),
            tuple(4, "retry"),
            tuple(5, "unresolved"));
    assertThat(kinds()).containsExactly(OutcomeKind.DELIVERED);
  }

  @Test
  void tellingItHasAnAgeLimit() {
    target.then(200).then(503, Map.of("Retry-After", "86400"));
    deliver.accepts(planned("a-1"));
    deliver.rows(1);
    deliver.accepts(over("a-1"));
    deliver.rows(2);
    deliver.later(Duration.ofHours(3));
    assertThat(outcomes(3)).endsWith(tuple(0, "unresolved"));
  }

  @Test
  void whatIsOverBeforeItComesIsNeverSent() {
    deliver.accepts(over("a-1"), planned("a-1"));
    deliver.time.pass(Duration.ofHours(1));
    assertThat(outcomes(1)).containsExactly(tuple(0, "cancelled"));
    assertThat(target.requests()).isEmpty();
  }

  @Test
  void whatFailedOrExpiredNeedsNoWord() {
    target.then(400);
    deliver.accepts(planned("a-1"), planned("a-2").setExpiresAt(NOON));
    deliver.rows(2);
    deliver.accepts(over("a-1"), over("a-2"));
    assertThat(deliver.dispatch().size()).isZero();
    assertThat(deliver.rows(2)).hasSize(2);
    assertThat(target.requests()).hasSize(1);
  }

  @Test
  void whoTakesConsentBackUnsaysNothingThatWasSent() {
    deliver.accepts(planned("a-1"), planned("a-2").setScheduledAt(NOON.plusSeconds(30)));
    deliver.rows(1);
    deliver.accepts(
        over("a-1").setReason(Errand.WITHDRAWN), over("a-2").setReason(Errand.WITHDRAWN));
    DeliveryAttempt note = deliver.rows(2).get(1);
    assertThat(note.getActionId()).isEqualTo("a-2");
    assertThat(note.getError()).isEqualTo("consent_withdrawn");
    assertThat(deliver.receipts().get(1).getReason()).isEqualTo("consent_withdrawn");
    deliver.time.pass(Duration.ofHours(1));
    assertThat(target.ids()).containsExactly("a-1");
  }

  @Test
  void aChannelWithoutTargetCancelsToo() {
    deliver.accepts(over("a-1").setChannel("fax"));
    assertThat(outcomes(1)).containsExactly(tuple(0, "cancelled"));
  }

  @Test
  void aRestoreForgetsNothingOfIt() {
    target.then(500).then(200).then(500);
    deliver.accepts(planned("a-1"));
    deliver.rows(1);
    deliver.accepts(planned("b-1"));
    deliver.rows(2);
    deliver.accepts(over("b-1"));
    deliver.rows(3);
    deliver.restored().accepts(over("a-1"));
    deliver.later(Duration.ofSeconds(10));
    assertThat(deliver.rows(5))
        .extracting(
            DeliveryAttempt::getActionId, DeliveryAttempt::getAttempt, DeliveryAttempt::getOutcome)
        .endsWith(
            tuple("b-1", 2, "retry"), tuple("a-1", 0, "cancelled"), tuple("b-1", 3, "resolved"));
  }

  /**
   * What became of the attempt nobody knows; that it is over is known, and it is not made again.
   */
  @Test
  void whatIsOverWhileItIsTriedIsNotTriedAgainAfterARestore() {
    try (TestingTarget silent = TestingTarget.silent()) {
      TestingDispatch stuck = new TestingDispatch().channel("chat", silent.address());
      stuck.accepts(planned("a-1"), over("a-1"));
      assertThat(stuck.rows(0)).isEmpty();
      assertThat(stuck.restored().rows(1).get(0).getOutcome()).isEqualTo("cancelled");
    }
  }

  private static Action.Builder over(String id) {
    return planned(id)
        .setVersion(2)
        .setStatus("CANCELLED")
        .setChangedAt(NOON.plusSeconds(60))
        .setReason("late_order");
  }

  private List<Tuple> outcomes(int rows) {
    return deliver.rows(rows).stream()
        .map(row -> tuple(row.getAttempt(), row.getOutcome()))
        .toList();
  }

  private List<OutcomeKind> kinds() {
    return deliver.receipts().stream().map(Outcome::getKind).toList();
  }
}

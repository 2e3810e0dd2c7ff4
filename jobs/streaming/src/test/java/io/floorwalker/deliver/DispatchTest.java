package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets, three attempts, a longest first wait of 10 s. */
class DispatchTest {
  private final TestingDispatch deliver = new TestingDispatch();

  @Test
  void anActionIsDeliveredOnce() {
    try (TestingTarget target = TestingTarget.open()) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));

      DeliveryAttempt row = deliver.rows(1).get(0);
      assertThat(row.getOutcome()).isEqualTo("delivered");
      assertThat(row.getAttempt()).isEqualTo(1);
      assertThat(row.getHttpStatus()).isEqualTo(200);
      assertThat(row.getChannel()).isEqualTo("chat");
      assertThat(row.getTarget()).isEqualTo("target of chat");
      assertThat(row.getStartedAt()).isEqualTo(NOON);
      assertThat(target.ids()).containsExactly("a-1");
      assertThat(deliver.dispatch().size()).isZero();
      assertThat(deliver.time.timers()).isZero();
    }
  }

  @Test
  void aReceiptSaysWhatBecameOfTheDecision() {
    try (TestingTarget target = TestingTarget.open()) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      deliver.rows(1);

      Outcome receipt = deliver.receipts().get(0);
      assertThat(receipt.getOutcomeId()).isEqualTo(Ids.outcome("delivered", "a-1"));
      assertThat(receipt.getKind()).isEqualTo(OutcomeKind.DELIVERED);
      assertThat(receipt.getActionId()).isEqualTo("a-1");
      assertThat(receipt.getDecisionId()).isEqualTo("d-a-1");
      assertThat(receipt.getCustomerKey()).isEqualTo("u-1");
      assertThat(receipt.getOccurredAt()).isEqualTo(NOON);
      assertThat(receipt.getReason()).isEqualTo("200");
      assertThat(receipt.getJob()).isEqualTo("deliver");
    }
  }

  @Test
  void aTargetInTroubleIsTriedAgainUnderTheSameId() {
    try (TestingTarget target = TestingTarget.open().then(500).then(500).then(200)) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      deliver.rows(1);
      assertThat(deliver.time.next()).isLessThanOrEqualTo(Duration.ofSeconds(10));
      deliver.later(Duration.ofSeconds(10)).later(Duration.ofSeconds(20));

      assertThat(deliver.rows(3))
          .extracting(DeliveryAttempt::getAttempt, DeliveryAttempt::getOutcome)
          .containsExactly(tuple(1, "retry"), tuple(2, "retry"), tuple(3, "delivered"));
      assertThat(target.ids()).containsExactly("a-1", "a-1", "a-1");
      assertThat(kinds()).containsExactly(OutcomeKind.DELIVERED);
    }
  }

  @Test
  void theLastAttemptFails() {
    try (TestingTarget target = TestingTarget.open().then(503).then(503).then(503).then(200)) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      deliver.rows(1);
      deliver.later(Duration.ofSeconds(10)).later(Duration.ofSeconds(20));

      assertThat(deliver.rows(3).get(2).getOutcome()).isEqualTo("failed");
      assertThat(kinds()).containsExactly(OutcomeKind.FAILED);
      assertThat(deliver.receipts().get(0).getReason()).isEqualTo("503");
      deliver.time.pass(Duration.ofMinutes(5));
      assertThat(target.requests()).hasSize(3);
    }
  }

  @Test
  void aTargetIsLeftAloneAsLongAsItAsks() {
    try (TestingTarget target = TestingTarget.open().then(429, Map.of("Retry-After", "60"))) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      assertThat(deliver.rows(1).get(0).getRetryAfterMs()).isEqualTo(60_000);
      deliver.time.pass(Duration.ofMillis(59_999));
      assertThat(deliver.time.timers()).as("still waiting").isEqualTo(1);
      assertThat(target.requests()).hasSize(1);
      deliver.later(Duration.ofMillis(1));
      assertThat(deliver.rows(2).get(1).getOutcome()).isEqualTo("delivered");
    }
  }

  @Test
  void aTargetMayNameADate() {
    Map<String, String> date = Map.of("Retry-After", "Mon, 02 Mar 2026 12:01:30 GMT");
    try (TestingTarget target = TestingTarget.open().then(503, date)) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      assertThat(deliver.rows(1).get(0).getRetryAfterMs()).isEqualTo(90_000);
      assertThat(deliver.time.next()).isEqualTo(Duration.ofSeconds(90));
    }
  }

  @Test
  void nothingIsSentAtOrAfterItsExpiryHoweverLongATargetAsksToWait() {
    try (TestingTarget target = TestingTarget.open().then(503, Map.of("Retry-After", "3600"))) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      deliver.rows(1);
      deliver.time.pass(Duration.ofMillis(119_999));
      assertThat(deliver.receipts()).isEmpty();
      deliver.later(Duration.ofMillis(1));

      DeliveryAttempt note = deliver.rows(2).get(1);
      assertThat(note.getOutcome()).isEqualTo("expired");
      assertThat(note.getAttempt()).isZero();
      assertThat(note.getFinishedAt()).isEqualTo(NOON.plusSeconds(120));
      assertThat(kinds()).containsExactly(OutcomeKind.EXPIRED);
      assertThat(target.requests()).hasSize(1);
    }
  }

  @Test
  void whatComesTooLateIsNeverSent() {
    try (TestingTarget target = TestingTarget.open()) {
      deliver
          .channel("chat", target.address())
          .accepts(
              planned("a-1").setExpiresAt(NOON), planned("a-2").setExpiresAt(NOON.plusMillis(1)));
      assertThat(deliver.rows(2))
          .extracting(DeliveryAttempt::getActionId, DeliveryAttempt::getOutcome)
          .containsExactly(tuple("a-1", "expired"), tuple("a-2", "delivered"));
      assertThat(target.ids()).containsExactly("a-2");
    }
  }

  @Test
  void anActionWaitsForItsTime() {
    try (TestingTarget target = TestingTarget.open()) {
      deliver
          .channel("chat", target.address())
          .accepts(planned("a-1").setScheduledAt(NOON.plusSeconds(30)));
      deliver.time.pass(Duration.ofMillis(29_999));
      assertThat(target.requests()).isEmpty();
      assertThat(deliver.later(Duration.ofMillis(1)).rows(1).get(0).getStartedAt())
          .isEqualTo(NOON.plusSeconds(30));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
  void whatWillNotChangeIsNotTriedAgain(int status) {
    try (TestingTarget target = TestingTarget.open().then(status)) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      DeliveryAttempt row = deliver.rows(1).get(0);
      assertThat(row.getOutcome()).isEqualTo("failed");
      assertThat(row.getHttpStatus()).isEqualTo(status);
      assertThat(deliver.time.timers()).isZero();
      assertThat(kinds()).containsExactly(OutcomeKind.FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgain(int status) {
    try (TestingTarget target = TestingTarget.open().then(status)) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      assertThat(deliver.rows(1).get(0).getOutcome()).isEqualTo("retry");
      assertThat(deliver.receipts()).isEmpty();
      assertThat(deliver.later(Duration.ofSeconds(10)).rows(2).get(1).getOutcome())
          .isEqualTo("delivered");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsAFailureAndNotFollowed(int status) {
    try (TestingTarget elsewhere = TestingTarget.open();
        TestingTarget target =
            TestingTarget.open().then(status, Map.of("Location", elsewhere.address().toString()))) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      assertThat(deliver.rows(1).get(0).getOutcome()).isEqualTo("failed");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void whereNobodyListensItIsTriedAgainAndFails() throws IOException {
    deliver.channel("chat", nobody()).accepts(planned("a-1"));
    deliver.rows(1);
    deliver.later(Duration.ofSeconds(10)).later(Duration.ofSeconds(20));

    List<DeliveryAttempt> rows = deliver.rows(3);
    assertThat(rows)
        .extracting(DeliveryAttempt::getOutcome)
        .containsExactly("retry", "retry", "failed");
    assertThat(rows).extracting(DeliveryAttempt::getError).containsOnly("connect_failed");
    assertThat(rows).extracting(DeliveryAttempt::getHttpStatus).containsOnlyNulls();
    assertThat(deliver.receipts().get(0).getReason()).isEqualTo("connect_failed");
  }

  @Test
  void aTargetThatDoesNotAnswerInTimeIsTriedAgain() {
    try (TestingTarget target = TestingTarget.silent()) {
      deliver.channel("chat", target.address(), Duration.ofMillis(200)).accepts(planned("a-1"));
      DeliveryAttempt row = deliver.rows(1).get(0);
      assertThat(row.getOutcome()).isEqualTo("retry");
      assertThat(row.getError()).isEqualTo("timeout");
    }
  }

  @Test
  void aHostThatDoesNotExistIsNotNamed() {
    URI unknown = URI.create("http://very-secret.invalid/hook");
    deliver.channel("chat", unknown).accepts(planned("a-1"));
    DeliveryAttempt row = deliver.rows(1).get(0);
    assertThat(row.getOutcome()).isEqualTo("retry");
    assertThat(row.toString()).doesNotContain("very-secret");
  }

  @Test
  void aChannelWithoutTargetIsWrittenDownAndNotRetried() {
    deliver.accepts(planned("a-1"), planned("a-2").setChannel(null));
    assertThat(deliver.rows(2))
        .extracting(
            DeliveryAttempt::getChannel, DeliveryAttempt::getOutcome, DeliveryAttempt::getAttempt)
        .containsExactly(tuple("chat", "no_target", 0), tuple("", "no_target", 0));
    assertThat(kinds()).containsExactly(OutcomeKind.FAILED, OutcomeKind.FAILED);
    assertThat(deliver.receipts().get(0).getReason()).isEqualTo("no_target");
    assertThat(deliver.time.timers()).isZero();
  }

  @Test
  void anIdThatIsNoHeaderFailsInsteadOfStoppingTheJob() {
    try (TestingTarget target = TestingTarget.open()) {
      deliver.channel("chat", target.address()).accepts(planned("a\r\nx: 1"));
      assertThat(deliver.rows(1).get(0).getError()).isEqualTo("not_sendable");
      assertThat(deliver.rows(1).get(0).getOutcome()).isEqualTo("failed");
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void aSilentTargetStopsNoOther() {
    int many = Lane.ATTEMPTS_AT_A_TIME + 5;
    try (TestingTarget dead = TestingTarget.silent();
        TestingTarget alive = TestingTarget.open()) {
      deliver.channel("chat", dead.address()).channel("crm", alive.address());
      for (int number = 0; number < many; number++) {
        deliver.accepts(planned("dead-" + number));
      }
      deliver.accepts(planned("alive-1").setChannel("crm"), planned("alive-2").setChannel("crm"));

      assertThat(deliver.rows(2))
          .extracting(DeliveryAttempt::getActionId, DeliveryAttempt::getOutcome)
          .containsExactlyInAnyOrder(tuple("alive-1", "delivered"), tuple("alive-2", "delivered"));
      deliver.time.until(
          () -> dead.requests().size() >= Lane.ATTEMPTS_AT_A_TIME, "the lane of the dead is full");
      assertThat(deliver.dispatch().size()).isEqualTo(many);
      assertThat(dead.requests()).hasSize(Lane.ATTEMPTS_AT_A_TIME);
    }
  }

  @Test
  void aFullLaneMovesOnWhenAnAttemptEnds() {
    int many = Lane.ATTEMPTS_AT_A_TIME * 3;
    try (TestingTarget target = TestingTarget.open()) {
      deliver.channel("chat", target.address());
      for (int number = 0; number < many; number++) {
        deliver.accepts(planned("a-" + number));
      }
      assertThat(deliver.rows(many))
          .extracting(DeliveryAttempt::getOutcome)
          .containsOnly("delivered");
      assertThat(target.ids()).doesNotHaveDuplicates().hasSize(many);
    }
  }

  @Test
  void aTargetThatFailsAgainAndAgainIsLeftAloneAndThenAskedOnce() {
    try (TestingTarget target = TestingTarget.open()) {
      for (int failures = 0; failures < Circuit.FAILURES; failures++) {
        target.then(500);
      }
      deliver.channel("chat", target.address());
      for (int number = 0; number < Circuit.FAILURES; number++) {
        deliver.accepts(longLived("a-" + number));
      }
      deliver.rows(Circuit.FAILURES);
      assertThat(deliver.dispatch().openCircuits()).isEqualTo(1);
      deliver.accepts(longLived("b-1"), longLived("b-2"));
      deliver.time.pass(Circuit.REST.minusMillis(1));
      assertThat(target.requests()).hasSize(Circuit.FAILURES);

      deliver.later(Duration.ofMillis(1));
      assertThat(deliver.rows(2 * Circuit.FAILURES + 2)).hasSize(2 * Circuit.FAILURES + 2);
      assertThat(deliver.dispatch().openCircuits()).isZero();
      assertThat(kinds()).hasSize(Circuit.FAILURES + 2).containsOnly(OutcomeKind.DELIVERED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 410})
  void whoLetsNobodyInIsLeftAlone(int status) {
    try (TestingTarget target = TestingTarget.open().then(status)) {
      deliver.channel("chat", target.address()).accepts(longLived("a-1"));
      deliver.rows(1);
      deliver.accepts(longLived("a-2"), planned("a-3"));
      deliver.time.pass(Circuit.SHUT.minusMillis(1));
      assertThat(target.requests()).hasSize(1);
      assertThat(deliver.rows(2).get(1).getOutcome())
          .as("two minutes are over")
          .isEqualTo("expired");
      deliver.later(Duration.ofMillis(1));
      assertThat(deliver.rows(3).get(2).getActionId()).isEqualTo("a-2");
      assertThat(deliver.rows(3).get(2).getOutcome()).isEqualTo("delivered");
      assertThat(deliver.dispatch().openCircuits()).isZero();
    }
  }

  @Test
  void retryAfterHoldsForAllThatWaitsForTheTarget() {
    try (TestingTarget target = TestingTarget.open().then(429, Map.of("Retry-After", "60"))) {
      deliver.channel("chat", target.address()).accepts(planned("a-1"));
      deliver.rows(1);
      deliver.accepts(planned("a-2"));
      deliver.time.pass(Duration.ofMillis(59_999));
      assertThat(target.requests()).hasSize(1);
      deliver.later(Duration.ofMillis(1));
      assertThat(deliver.rows(3)).hasSize(3);
    }
  }

  @Test
  void aTargetGetsNoMoreThanItTakesASecond() {
    try (TestingTarget target = TestingTarget.open();
        TestingTarget other = TestingTarget.open()) {
      deliver.paced("chat", target.address(), 2).channel("crm", other.address());
      deliver.accepts(planned("a-1"), planned("a-2"), planned("a-3"));
      deliver.accepts(planned("b-1").setChannel("crm"), planned("b-2").setChannel("crm"));
      deliver.rows(3);
      assertThat(target.requests()).hasSize(1);
      deliver.time.pass(Duration.ofMillis(499));
      assertThat(target.requests()).hasSize(1);
      deliver.later(Duration.ofMillis(1)).later(Duration.ofMillis(500));
      assertThat(target.ids()).containsExactly("a-1", "a-2", "a-3");
    }
  }

  @Test
  void theAgeLimitHoldsForWhatWouldLiveLonger() {
    try (TestingTarget target = TestingTarget.open().then(503, Map.of("Retry-After", "86400"))) {
      deliver.channel("chat", target.address());
      deliver.accepts(planned("a-1").setExpiresAt(NOON.plus(Duration.ofDays(7))));
      deliver.rows(1);
      deliver.time.pass(Duration.ofHours(3).minusMillis(1));
      assertThat(deliver.rows(1)).hasSize(1);
      deliver.later(Duration.ofMillis(1));
      assertThat(deliver.rows(2).get(1).getOutcome()).isEqualTo("expired");
      assertThat(kinds()).containsExactly(OutcomeKind.EXPIRED);
    }
  }

  @Test
  void whatWasPlannedForATimeLongAgoIsNewsWhenItIsFirstHeardOf() {
    Instant march = NOON.minus(Duration.ofDays(200));
    Action.Builder old = planned("a-1").setCreatedAt(march).setScheduledAt(march);
    long threeHoursAgo = NOON.minus(Duration.ofHours(3)).toEpochMilli();
    try (TestingTarget target = TestingTarget.open()) {
      Dispatch dispatch = deliver.channel("chat", target.address()).dispatch();
      dispatch.accept(Pending.of(new Errand(old.build(), threeHoursAgo)));
      assertThat(deliver.rows(1).get(0).getOutcome()).isEqualTo("expired");
      dispatch.accept(Pending.of(new Errand(old.setActionId("a-2").build(), threeHoursAgo + 1)));
      assertThat(deliver.rows(2).get(1).getOutcome()).isEqualTo("delivered");
    }
  }

  private static Action.Builder longLived(String id) {
    return planned(id).setExpiresAt(NOON.plus(Duration.ofHours(1)));
  }

  private List<OutcomeKind> kinds() {
    return deliver.receipts().stream().map(Outcome::getKind).toList();
  }

  private static Tuple tuple(Object... values) {
    return Tuple.tuple(values);
  }

  /** An address on which nobody listens: the port was free a moment ago. */
  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/very-secret");
    }
  }
}

package io.floorwalker.local;

import static io.floorwalker.local.TestingRecords.FOUND;
import static io.floorwalker.local.TestingRecords.action;
import static io.floorwalker.local.TestingRecords.candidate;
import static io.floorwalker.local.TestingRecords.cart;
import static io.floorwalker.local.TestingRecords.decision;
import static io.floorwalker.local.TestingRecords.event;
import static io.floorwalker.local.TestingRecords.outcome;
import static io.floorwalker.local.TestingRecords.signal;
import static io.floorwalker.local.TestingRecords.struggle;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.schema.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class LiveStateTest {

  private final LiveState state = new LiveState(FOUND, Duration.ofSeconds(45), ZoneOffset.UTC);

  @Test
  void aStoryGrowsFromWhatWasFoundToWhatCameOfIt() {
    see(struggle("d-1", "anna", "payment_declined", "payment"), 0);
    see(decision("c-1", "d-1", candidate("offer_chat", true, null)), 5);
    see(action("a-1", "d-1", "offer_chat", "chat"), 210);
    Optional<String> last = see(outcome("o-1", "a-1", OutcomeKind.DELIVERED), 400);

    assertThat(last)
        .hasValue(
            "08:41:07 anna: card declined twice at payment -> chat offered (210 ms) -> delivered");
    assertThat(state.happenings()).containsExactly(last.get());
  }

  @Test
  void whereNothingIsDoneItSaysWhy() {
    see(cart("d-1", "anna"), 0);

    Optional<String> line =
        see(
            decision(
                "c-1",
                "d-1",
                candidate("send_reminder", false, "consent"),
                candidate("offer_discount", false, "first_abandonment"),
                candidate("do_nothing", true, null)),
            5);

    assertThat(line)
        .hasValue(
            "08:41:07 anna: cart abandoned, 1 item, untouched for 45 s -> nothing done: consent");
    assertThat(done().gates()).isEqualTo(Map.of("consent", 1L, "first_abandonment", 1L));
  }

  @Test
  void arriveTwiceCountsOnce() {
    for (int time = 0; time < 2; time++) {
      see(signal("s-1", "rage_click"), 0);
      see(cart("d-1", "anna"), 0);
      see(decision("c-1", "d-1", candidate("send_reminder", true, null)), 0);
      see(action("a-1", "d-1", "send_reminder", "email"), 0);
      see(outcome("o-1", "a-1", OutcomeKind.DELIVERED), 0);
    }

    assertThat(state.found().signals()).isEqualTo(Map.of("rage_click", 1L));
    assertThat(state.found().detections()).isEqualTo(Map.of("cart_abandoned", 1L));
    assertThat(done().channels()).isEqualTo(Map.of("email", 1L));
    assertThat(done().delays().toAction().measured()).isOne();
    assertThat(done().deliveries()).isEqualTo(Map.of("delivered", 1L, "failed", 0L, "expired", 0L));
    assertThat(state.happenings()).hasSize(1);
  }

  @Test
  void aDetectionThatClosesIsAPartOfItsStory() {
    Detection closed = TestingRecords.detection("d-1", "stakeholder_stale", "acme|eve");
    closed.setStep("1");
    see(closed, 0);
    closed.setPhase(Phase.CLOSED);
    closed.setVersion(2);
    closed.setReason("returned");

    assertThat(see(closed, 0))
        .hasValue("08:41:07 acme|eve: silent for 45 s (step 1) -> closed: returned");
    assertThat(state.found().detections())
        .isEqualTo(Map.of("stakeholder_stale", 1L, "stakeholder_stale closed", 1L));
  }

  @Test
  void theDelayBeginsWhenTheEvidenceHasArrivedAndItIsTime() {
    Action early = action("a-1", "d-1", "offer_chat", "chat");
    early.setEvidenceReceivedAt(FOUND.plusMillis(60));
    see(early, 100);
    Action late = action("a-2", "d-2", "send_reminder", "email");
    late.setEvidenceReceivedAt(FOUND.minusSeconds(45));
    see(late, 2_500);

    assertThat(done().delays().toAction()).isEqualTo(new Latencies.Summary(2, 40, 2_500));
  }

  @Test
  void whatIsPlannedAheadHasNoDelay() {
    Action ahead = action("a-1", "d-1", "send_reminder", "email");
    ahead.setScheduledAt(FOUND.plusSeconds(3_600));

    assertThat(see(ahead, 10)).hasValue("08:41:07 anna: reminder sent");
    assertThat(done().delays().toAction().measured()).isZero();
    assertThat(done().channels()).isEqualTo(Map.of("email", 1L));
  }

  @Test
  void aChangeOfAnActionIsToldAndNotCountedAgain() {
    see(action("a-1", "d-1", "send_reminder", "email"), 10);
    Action held = action("a-1", "d-1", "send_reminder", "email");
    held.setVersion(2);
    held.setStatus("held");
    held.setReason("storm");

    assertThat(see(held, 9_000))
        .hasValue("08:41:16 anna: reminder sent (10 ms) -> reminder sent: held: storm");
    assertThat(done().channels()).isEqualTo(Map.of("email", 1L));
    assertThat(done().delays().toAction().measured()).isOne();
  }

  @Test
  void howLongAnOfferTookToThePageIsPartOfItsStory() {
    see(struggle("d-1", "anna", "payment_declined", "payment"), 0);
    see(action("a-1", "d-1", "offer_chat", "chat"), 210);
    Outcome shown = outcome("o-1", "a-1", OutcomeKind.SHOWN);
    shown.setOccurredAt(FOUND.plusMillis(5_612));

    assertThat(see(shown, 5_700))
        .hasValue(
            "08:41:12 anna: card declined twice at payment -> chat offered (210 ms) -> shown (5.6"
                + " s)");
    assertThat(done().delays().toPage()).isEqualTo(new Latencies.Summary(1, 5_612, 5_612));
  }

  @Test
  void anOutcomeOfAnEarlierRunIsCountedOnly() {
    assertThat(see(outcome("o-1", "a-0", OutcomeKind.FAILED), 0)).isEmpty();
    assertThat(done().deliveries()).isEqualTo(Map.of("delivered", 0L, "failed", 1L, "expired", 0L));
    assertThat(state.happenings()).isEmpty();
  }

  @Test
  void theNewestEightAreShownTheNewestLast() {
    for (int number = 0; number < 10; number++) {
      see(cart("d-" + number, "shopper-" + number), number * 1_000);
    }
    see(action("a-4", "d-4", "send_reminder", "email"), 12_000);

    assertThat(state.happenings()).hasSize(8);
    assertThat(state.happenings().get(0)).startsWith("08:41:09 shopper-2: ");
    assertThat(state.happenings().get(7)).startsWith("08:41:19 shopper-4: ");
  }

  @Test
  void eventsAreCountedWithTheSessionsTheyOpen() {
    see(event("s-1", 0), 0);
    see(event("s-2", 299), 500);
    assertThat(state.flow(FOUND.plusSeconds(2))).isEqualTo(new LiveSnapshot.Flow(1.0, 2, 2, 0));

    see(event("s-2", 300), 3_000);
    assertThat(state.flow(FOUND.plusSeconds(11))).isEqualTo(new LiveSnapshot.Flow(0.1, 3, 1, 0));
  }

  private LiveSnapshot.Done done() {
    return state.done(Map.of(), Map.of());
  }

  private Optional<String> see(SpecificRecordBase entry, long afterMillis) {
    Instant now = FOUND.plusMillis(afterMillis);
    return state.see(entry, now.toEpochMilli(), now);
  }
}

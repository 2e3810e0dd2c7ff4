package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthsTest {

  private static final String CART = "cart_abandoned";
  private static final String STALE = "stakeholder_stale";

  private final Truths truths = new Truths(TestingRecords.TOUCHED);

  @Test
  void whatTheScriptsSayIsFoundOrMissed() {
    truths.expect(expected(CART, "", "anna"));
    truths.expect(expected(CART, "", "bert"));

    truths.find(found(CART, null, "anna"));

    assertThat(truths.scores()).isEqualTo(Map.of(CART, new Truths.Score(1, 1, 0)));
    assertThat(truths.allFound()).isFalse();
    assertThat(truths.lastAt()).isEqualTo(TestingRecords.FOUND.toEpochMilli());
  }

  @Test
  void kindsAreCountedApart() {
    truths.expect(expected(CART, "", "anna"));
    truths.expect(expected("checkout_struggle", "payment", "s-1"));

    truths.find(found("checkout_struggle", "payment", "s-1"));
    truths.find(found("payment_abandoned", null, "anna"));

    assertThat(truths.scores())
        .isEqualTo(
            Map.of(
                CART,
                new Truths.Score(0, 1, 0),
                "checkout_struggle",
                new Truths.Score(1, 0, 0),
                "payment_abandoned",
                new Truths.Score(0, 0, 1)));
  }

  @Test
  void theStepBelongsToWhatIsFound() {
    truths.expect(expected(STALE, "2", "acme|eve"));

    truths.find(found(STALE, "1", "acme|eve"));

    assertThat(truths.scores()).isEqualTo(Map.of(STALE, new Truths.Score(0, 1, 1)));
  }

  @Test
  void theWrongEvidenceIsBothMissedAndExtra() {
    truths.expect(expected(CART, "", "anna"));
    Detection other = found(CART, null, "anna");
    other.setEvidence(List.of("e-0"));

    truths.find(other);

    assertThat(truths.scores()).isEqualTo(Map.of(CART, new Truths.Score(0, 1, 1)));
  }

  @Test
  void whoeverPlaysTheShopperStandsInNoScript() {
    Detection visitor = found(CART, null, "visitor-1");
    visitor.setSite("toy-shop");

    truths.find(visitor);

    assertThat(truths.scores()).isEmpty();
  }

  @Test
  void aDetectionTwiceCountsOnce() {
    truths.expect(expected(CART, "", "anna"));

    truths.find(found(CART, null, "anna"));
    truths.find(found(CART, null, "anna"));

    assertThat(truths.scores()).isEqualTo(Map.of(CART, new Truths.Score(1, 0, 0)));
    assertThat(truths.allFound()).isTrue();
  }

  @Test
  void whatClosesOrTakesBackIsNotCompared() {
    Detection closed = found(STALE, "1", "acme|eve");
    closed.setPhase(Phase.CLOSED);
    Detection retracted = found(CART, null, "anna");
    retracted.setPhase(Phase.RETRACTED);

    truths.find(closed);
    truths.find(retracted);

    assertThat(truths.scores()).isEmpty();
  }

  @Test
  void accountsAsAWholeStandInNoScript() {
    truths.find(found("champion_dark", null, "acme"));

    assertThat(truths.scores()).isEmpty();
  }

  @Test
  void whatIsFoundWhileARuleWarmsUpIsFound() {
    truths.expect(expected(STALE, "1", "acme|eve"));
    Detection warm = found(STALE, "1", "acme|eve");
    warm.setReason("warm_up");

    truths.find(warm);

    assertThat(truths.scores()).isEqualTo(Map.of(STALE, new Truths.Score(1, 0, 0)));
  }

  @Test
  void aCartOfAnEarlierRunIsNotExtra() {
    truths.find(earlier(found(CART, null, "anna")));

    assertThat(truths.scores()).isEmpty();
  }

  @Test
  void aContactWhoWasSilentBeforeTheStartIsFoundWhereAScriptSaysSo() {
    truths.expect(expected(STALE, "1", "acme|eve"));

    truths.find(earlier(found(STALE, "1", "acme|eve")));

    assertThat(truths.scores()).isEqualTo(Map.of(STALE, new Truths.Score(1, 0, 0)));
  }

  @Test
  void aTruthIsOneLineOfJson() {
    assertThat(expected(STALE, "1", "acme|eve").json())
        .isEqualTo(
            "{\"kind\": \"stakeholder_stale\", \"step\": \"1\", \"key\": \"acme|eve\","
                + " \"at\": \"2026-03-01T08:41:07.000Z\", \"evidence\": [\"e-1\"]}");
  }

  private static Finding expected(String kind, String step, String key) {
    return new Finding(kind, step, key, TestingRecords.FOUND.toEpochMilli(), List.of("e-1"));
  }

  private static Detection found(
      String kind, @org.jspecify.annotations.Nullable String step, String key) {
    Detection detection = TestingRecords.detection(kind + key, kind, key);
    detection.setStep(step);
    return detection;
  }

  private static Detection earlier(Detection detection) {
    Instant before = TestingRecords.TOUCHED.minusMillis(1);
    detection.setFirstEvidenceAt(before);
    return detection;
  }
}

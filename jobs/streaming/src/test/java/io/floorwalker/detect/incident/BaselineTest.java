package io.floorwalker.detect.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final RollUp STEP = RollUp.of("shop", "payment");
  private static final RollUp PHONES = new RollUp("shop", "payment", Dimension.DEVICE, "phone");
  private static final RollUp RELEASE = new RollUp("shop", "payment", Dimension.RELEASE, "r-7");
  private static final RollUp FIELD = new RollUp("shop", "payment", Dimension.FIELD, "iban");

  private final Baseline baseline =
      new Baseline(
          List.of(
              Map.of(
                  "shop|step|payment", new Tally(20, 500),
                  "shop|device|payment|phone", new Tally(15, 100),
                  "shop|field|payment|iban", new Tally(3, 0)),
              Map.of("shop|step|payment", new Tally(10, 300)),
              Map.of(),
              Map.of("shop|device|payment|phone", new Tally(1, 100))),
          0.05);

  @Test
  void isDrawnTowardsTheSiteByTwoHundredSessions() {
    assertThat(baseline.share(STEP)).isEqualTo((30 + 200 * 0.05) / (800 + 200));
    assertThat(baseline.share(PHONES)).isEqualTo((16 + 200 * 0.05) / (200 + 200));
  }

  @Test
  void ofWhatWasNeverSeenIsThatOfTheSite() {
    assertThat(baseline.share(RollUp.of("shop", "address"))).isEqualTo(0.05);
  }

  @Test
  void ofAReleaseIsThatOfTheStep() {
    assertThat(baseline.share(RELEASE)).isEqualTo(baseline.share(STEP));
  }

  @Test
  void ofAFieldCountsAllSessionsAtTheStep() {
    assertThat(baseline.share(FIELD)).isEqualTo((3 + 200 * 0.05) / (800 + 200));
  }
}

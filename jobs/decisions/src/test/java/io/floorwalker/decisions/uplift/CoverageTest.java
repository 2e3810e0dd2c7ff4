package io.floorwalker.decisions.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Over many experiments whose truth is known, looked at each day: the truth lies outside at any
 * look in no more of them than was promised, and an effect is seen where there is one.
 */
class CoverageTest {
  private static final int RUNS = Integer.getInteger("uplift.runs", 400);
  private static final int DAYS = 60;
  private static final int UNITS_A_DAY = 40;

  /** What was promised, and two standard errors of counting. */
  private static final double ALLOWED =
      RUNS * (Interval.ALPHA + 2 * Math.sqrt(Interval.ALPHA * (1 - Interval.ALPHA) / RUNS));

  @ParameterizedTest(name = "{0} held out, {1} order, effect {2}, cost {3}")
  @CsvSource({
    "0.2, 0.10, 0,     0",
    "0.2, 0.10, 0.06,  0.1",
    "0.2, 0.10, -0.06, 0.1",
    "0.5, 0.10, 0,     0",
    "0.5, 0.10, 0.06,  0.1",
    "0.5, 0.10, -0.06, 0.1",
    "0.1, 0.30, 0,     0",
    "0.1, 0.30, 0.1,   0.1",
    "0.1, 0.30, -0.1,  0.1"
  })
  void theTruthLiesInsideAtEveryLook(
      double heldOutShare, double ordering, double effect, double cost) {
    TestingShop shop = new TestingShop(heldOutShare, ordering, effect, cost);
    Tally tally = new Tally();
    for (int run = 0; run < RUNS; run++) {
      tally.add(run(shop, new Random(run)));
    }
    assertThat(tally.missedConversion).as("missed conversion").isLessThanOrEqualTo((int) ALLOWED);
    assertThat(tally.missedMargin).as("missed margin").isLessThanOrEqualTo((int) ALLOWED);
    assertThat(tally.brokenRatio).as("false alarms").isLessThanOrEqualTo(RUNS / 100);
    assertThat(tally.estimated).as("runs with enough data").isGreaterThan(RUNS * 9 / 10);
    if (effect != 0) {
      assertThat(tally.seen).as("conversion seen").isGreaterThan(RUNS / 2);
      assertThat(tally.wrongSign).as("of the wrong sign").isLessThanOrEqualTo(RUNS / 100);
    }
  }

  private static Run run(TestingShop shop, Random random) {
    Experiment experiment = new Experiment(shop.heldOutShare());
    Run run = new Run();
    for (int day = 0; day < DAYS; day++) {
      for (int unit = 0; unit < UNITS_A_DAY; unit++) {
        experiment.add(shop.unit(random));
      }
      run.look(experiment.look(), shop);
    }
    return run;
  }

  private static final class Run {
    private boolean estimated;
    private boolean brokenRatio;
    private boolean missedConversion;
    private boolean missedMargin;
    private boolean seen;
    private boolean wrongSign;
    private boolean harms;

    void look(Estimate estimate, TestingShop shop) {
      brokenRatio |= estimate.state() == Estimate.State.SAMPLE_RATIO;
      if (estimate.state() == Estimate.State.ESTIMATED) {
        estimated = true;
        Interval conversion = Objects.requireNonNull(estimate.conversion());
        Interval margin = Objects.requireNonNull(estimate.netMargin());
        missedConversion |= !conversion.holds(shop.effect());
        missedMargin |= !margin.holds(shop.netMargin(Objects.requireNonNull(estimate.trim())));
        seen |= !conversion.holds(0);
        wrongSign |= shop.effect() > 0 ? conversion.high() < 0 : conversion.low() > 0;
        harms |= estimate.harms();
      }
    }
  }

  private static final class Tally {
    private int estimated;
    private int brokenRatio;
    private int missedConversion;
    private int missedMargin;
    private int seen;
    private int wrongSign;
    private int harms;

    void add(Run run) {
      estimated += run.estimated ? 1 : 0;
      brokenRatio += run.brokenRatio ? 1 : 0;
      missedConversion += run.missedConversion ? 1 : 0;
      missedMargin += run.missedMargin ? 1 : 0;
      seen += run.seen ? 1 : 0;
      wrongSign += run.wrongSign ? 1 : 0;
      harms += run.harms ? 1 : 0;
    }

    @Override
    public String toString() {
      return "missed conversion %d, margin %d; seen %d, wrong sign %d, harms %d, ratio %d, estimated %d"
          .formatted(
              missedConversion, missedMargin, seen, wrongSign, harms, brokenRatio, estimated);
    }
  }
}

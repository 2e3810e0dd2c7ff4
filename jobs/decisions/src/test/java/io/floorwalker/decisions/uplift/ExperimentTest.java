package io.floorwalker.decisions.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.floorwalker.decisions.uplift.Unit.Arm;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
  private final Experiment experiment = new Experiment(0.5);

  @Test
  void nothingIsSaidBelowFiftyUnitsAndFiveConversionsInEachArm() {
    both(45, false, 0);
    both(4, true, 10);
    experiment.add(new Unit(Arm.TREATED, true, 10));
    assertThat(experiment.look().state()).isEqualTo(Estimate.State.NOT_ENOUGH_DATA);
    experiment.add(new Unit(Arm.HELD_OUT, false, 0));
    assertThat(experiment.look().state())
        .as("49 + 1 units, 4 conversions")
        .isEqualTo(Estimate.State.NOT_ENOUGH_DATA);
    experiment.add(new Unit(Arm.HELD_OUT, true, 10));
    assertThat(experiment.look().state()).isEqualTo(Estimate.State.ESTIMATED);
    assertThat(experiment.look().arms()).isEqualTo(new Estimate.Arms(50, 5, 51, 5));
  }

  @Test
  void aDifferenceIsTreatedLessHeldOut() {
    for (int unit = 0; unit < 2000; unit++) {
      experiment.add(new Unit(Arm.TREATED, unit % 10 == 0, unit % 10 == 0 ? 9 : -1));
      experiment.add(new Unit(Arm.HELD_OUT, unit % 5 == 0, unit % 5 == 0 ? 10 : 0));
    }
    Estimate estimate = experiment.look();
    Interval conversion = Objects.requireNonNull(estimate.conversion());
    Interval margin = Objects.requireNonNull(estimate.netMargin());
    assertThat(conversion.estimate()).isCloseTo(-0.1, within(1e-9));
    assertThat(margin.estimate()).isCloseTo(-2, within(1e-9));
    assertThat(conversion.isBelowZero()).isTrue();
    assertThat(estimate.harms()).isTrue();
    // (0.09 + 0.16) / 2000 x 2 x (31.75 + 1) / 31.75 x ln(sqrt(32.75) / 0.05), and its root
    assertThat(conversion.high() - conversion.estimate()).isCloseTo(0.03496, within(1e-4));
  }

  @Test
  void oneHugeOrderDoesNotDecide() {
    both(100, true, 10);
    both(100, false, 0);
    experiment.add(new Unit(Arm.TREATED, true, 1e9));
    assertThat(Objects.requireNonNull(experiment.look().netMargin()).estimate())
        .isCloseTo(0, within(0.1));
  }

  @Test
  void lossesOfThoseWhoDidNotConvertAreNotTrimmed() {
    both(100, true, 10);
    for (int unit = 0; unit < 100; unit++) {
      experiment.add(new Unit(Arm.TREATED, false, -4));
      experiment.add(new Unit(Arm.HELD_OUT, false, 0));
    }
    assertThat(Objects.requireNonNull(experiment.look().netMargin()).estimate())
        .isCloseTo(-2, within(1e-9));
  }

  @Test
  void whereUnitsOfOneArmGetLostNothingIsEstimated() {
    Random random = new Random(1);
    Experiment leaking = new Experiment(0.2);
    TestingShop shop = new TestingShop(0.2, 0.2, 0, 0);
    for (int added = 0; added < 3000; ) {
      Unit unit = shop.unit(random);
      if (unit.arm() == Arm.TREATED || random.nextInt(10) < 7) {
        leaking.add(unit);
        added++;
      }
    }
    assertThat(leaking.look().state()).isEqualTo(Estimate.State.SAMPLE_RATIO);
    assertThat(leaking.look().harms()).isFalse();
  }

  @Test
  void ofMarginsThatNobodyKnowsNothingIsSaidAndOfConversionsAllTheSame() {
    both(100, true, 10);
    both(100, false, 0);
    experiment.add(new Unit(Arm.TREATED, true, Double.NaN));
    assertThat(experiment.look().netMargin()).isNull();
    assertThat(experiment.look().conversion()).isNotNull();
  }

  @Test
  void anUnknownEffectHarmsNobody() {
    assertThat(experiment.look().harms()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void withoutTwoArmsThereIsNothingToCompare(double share) {
    assertThatThrownBy(() -> new Experiment(share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to compare");
  }

  private void both(int units, boolean converted, double margin) {
    for (int unit = 0; unit < units; unit++) {
      experiment.add(new Unit(Arm.TREATED, converted, margin));
      experiment.add(new Unit(Arm.HELD_OUT, converted, margin));
    }
  }
}

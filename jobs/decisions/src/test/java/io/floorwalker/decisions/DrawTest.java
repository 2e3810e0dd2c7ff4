package io.floorwalker.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawTest {

  @Test
  void theLotOfAUnitIsFixedForEver() {
    // Another number here would move every customer to another arm.
    assertThat(Draw.of("holdout", "salt", "rule", "c-1")).isEqualTo(0.08705977037783696);
  }

  @Test
  void lotsAreEven() {
    int[] tenths = new int[10];
    for (int unit = 0; unit < 10_000; unit++) {
      tenths[(int) (10 * Draw.of("holdout", "salt", "rule", "c-" + unit))]++;
    }
    assertThat(Arrays.stream(tenths).boxed()).allMatch(count -> count > 900 && count < 1100);
  }

  @Test
  void lotsOfTwoRulesHaveNothingToDoWithEachOther() {
    double both = 0;
    for (int unit = 0; unit < 10_000; unit++) {
      double one = Draw.of("holdout", "salt", "one", "c-" + unit) - 0.5;
      double two = Draw.of("holdout", "salt", "two", "c-" + unit) - 0.5;
      both += one * two * 12 / 10_000;
    }
    assertThat(both).as("correlation").isEqualTo(0, within(0.04));
  }

  @Test
  void namesAreKeptApart() {
    assertThat(Draw.of("holdout", "a", "bc", "d")).isNotEqualTo(Draw.of("holdout", "ab", "c", "d"));
    assertThat(Draw.of("holdout", "a", "b", "c")).isNotEqualTo(Draw.of("canary", "a", "b", "c"));
  }
}

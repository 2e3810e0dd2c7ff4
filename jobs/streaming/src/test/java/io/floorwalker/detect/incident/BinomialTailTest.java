package io.floorwalker.detect.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTailTest {

  /**
   * The values are exact sums of fractions, rounded at the end (Python: {@code sum(comb(n, k) *
   * p**k * (1 - p)**(n - k) for k in range(s, n + 1))} with {@code p = Fraction(0.02)}, and so on).
   */
  @ParameterizedTest
  @CsvSource({
    "5, 10, 0.02, 7.414640371097601e-07",
    "5, 5, 0.02, 3.2000000000000005e-09",
    "6, 100, 0.02, 0.015483640641779376",
    "12, 100, 0.02, 8.420024304713465e-07",
    "1, 1, 0.25, 0.25",
    "3, 4, 0.5, 0.3125",
    "40, 400, 0.03, 5.6661669181304143e-11",
    "20, 2000, 0.002, 9.595562893870974e-09",
    "7, 7, 0.999, 0.993020965034979",
    "5, 3000, 0.02, 1.0",
    "60, 1000, 0.02, 1.871500539909215e-13"
  })
  void isTheSumOfItsTerms(long s, long n, double p, double exact) {
    assertThat(BinomialTail.atLeast(s, n, p)).isCloseTo(exact, within(exact * 1e-11));
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 0.5, 1", "11, 10, 0.5, 0", "1, 10, 0, 0", "10, 10, 1, 1", "0, 0, 0.5, 1"})
  void knowsWhatIsCertain(long s, long n, double p, double certain) {
    assertThat(BinomialTail.atLeast(s, n, p)).isEqualTo(certain);
  }
}

package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void thereIsNoneYet() {
    assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(0, 0, 0));
  }

  @Test
  void percentilesAreValuesThatWereMeasured() {
    for (int millis = 100; millis > 0; millis--) {
      latencies.add(millis);
    }

    assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(100, 50, 99));
  }

  @Test
  void oneIsBoth() {
    latencies.add(7);

    assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(1, 7, 7));
  }

  @Test
  void theLastTenThousandAreKept() {
    for (int i = 0; i < 3; i++) {
      latencies.add(1_000_000);
    }
    for (int i = 0; i < Latencies.KEPT; i++) {
      latencies.add(5);
    }

    assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(10_003, 5, 5));
  }
}

package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;

class RootCauseTest {

  @Test
  void isTheInnermostInOneLine() {
    Throwable failure =
        new IllegalStateException(
            "outer",
            new RuntimeException(new IllegalArgumentException("the table is gone\nand more")));

    assertThat(RootCause.line(failure)).isEqualTo("IllegalArgumentException: the table is gone");
  }

  @Test
  void isFoundInsideWhatFlinkCarriesAsText() {
    Throwable failure =
        new SerializedThrowable(new RuntimeException("task", new IllegalStateException("broken")));

    assertThat(RootCause.line(failure)).isEqualTo("IllegalStateException: broken");
  }

  @Test
  void hasItsClassWhereItHasNoMessage() {
    assertThat(RootCause.line(new NullPointerException())).isEqualTo("NullPointerException");
  }
}

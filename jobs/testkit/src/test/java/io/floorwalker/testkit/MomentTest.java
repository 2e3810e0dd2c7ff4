package io.floorwalker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "0m,PT0S",
    "29m59s999ms,PT29M59.999S",
    "1h5m,PT1H5M",
    "7d1ms,PT168H0.001S",
    "250ms,PT0.25S",
    "90m,PT90M"
  })
  void aTimeIsReadAsWritten(String text, Duration expected) {
    assertThat(Moment.duration(text)).isEqualTo(expected);
    assertThat(Moment.at(text)).isEqualTo(Moment.START.plus(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "m", "1m1h", "-1m", "1.5m", " 1m", "1 m"})
  void anythingElseIsRefusedWithAnExample(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moment.at(text))
        .withMessageStartingWith("Cannot read the time '" + text + "'. Write ")
        .withMessageEndingWith("such as 1h5m or 29m59s999ms.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "42m", "29m59s999ms", "1h5m", "7d1ms"})
  void aTimeIsShownAsItIsWritten(String text) {
    assertThat(Moment.text(Moment.at(text))).isEqualTo(text);
  }

  @Test
  void aTimeOffTheTimelineIsShownAsItIs() {
    assertThat(Moment.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(Moment.text(null)).isEqualTo("null");
  }
}

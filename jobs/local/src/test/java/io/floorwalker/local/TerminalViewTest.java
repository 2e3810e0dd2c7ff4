package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalViewTest {

  private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[2J";
  private static final String LEAVE = "\u001b[0m\u001b[?25h\u001b[?1049l";

  private final StringWriter text = new StringWriter();
  private final TerminalView terminal =
      TerminalView.open(new PrintWriter(text), new LiveView(60, 0));

  @Test
  void drawsOverTheOldPictureWithoutClearingTheScreen() {
    assertThat(text).hasToString(ENTER);
    text.getBuffer().setLength(0);

    terminal.refresh(after(0));

    assertThat(text.toString())
        .startsWith(
            "\u001b[H\u001b[1mFloorwalker demo  00:00:00  Ctrl-C stops\u001b[0m\u001b[K\r\n")
        .endsWith("\u001b[K\u001b[J")
        .doesNotContain("\u001b[2J");
  }

  @Test
  void drawsTwiceASecond() {
    terminal.refresh(after(0));
    terminal.refresh(after(499));
    terminal.refresh(after(500));

    assertThat(text.toString().split("\u001b\\[H", -1)).hasSize(3);
  }

  @Test
  void afterwardsTheTerminalIsAsItWasWithTheLastPictureAndTheNotices() {
    terminal.refresh(after(61_000));
    terminal.notice("lake failed and restarts: disk full");
    text.getBuffer().setLength(0);

    terminal.close();
    terminal.close();

    assertThat(text.toString().lines())
        .startsWith(LEAVE + "Floorwalker demo  00:01:01  Ctrl-C stops")
        .endsWith("lake failed and restarts: disk full");
    assertThat(text.toString().split("1049l", -1)).hasSize(2);
  }

  @Test
  void nothingIsDrawnOnceItIsClosed() {
    terminal.close();
    text.getBuffer().setLength(0);

    terminal.refresh(after(1_000));
    terminal.notice("late");

    assertThat(text).hasToString("late\n");
  }

  @Test
  void theTerminalIsLeftAlsoWhereTheProcessEndsAtOnce() {
    text.getBuffer().setLength(0);

    terminal.abandon();
    assertThat(text).hasToString(LEAVE);

    terminal.close();
    text.getBuffer().setLength(0);
    terminal.abandon();
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void aPictureNeedsATerminalThatKnowsHow() {
    assertThat(TerminalView.isPossible(true, Map.of("TERM", "xterm"))).isTrue();
    assertThat(TerminalView.isPossible(true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(TerminalView.isPossible(true, Map.of())).isFalse();
    assertThat(TerminalView.isPossible(false, Map.of("TERM", "xterm"))).isFalse();
  }

  @Test
  void theSizeIsWhatTheEnvironmentSays() {
    assertThat(TerminalView.size(Map.of("COLUMNS", "132"), "COLUMNS", 100)).isEqualTo(132);
    assertThat(TerminalView.size(Map.of(), "COLUMNS", 100)).isEqualTo(100);
    assertThat(TerminalView.size(Map.of("COLUMNS", "wide"), "COLUMNS", 100)).isEqualTo(100);
    assertThat(TerminalView.size(Map.of("COLUMNS", "-1"), "COLUMNS", 100)).isEqualTo(100);
  }

  static LiveSnapshot after(long millis) {
    return new LiveSnapshot(
        new LiveSnapshot.Run(Duration.ofMillis(millis), "addresses", "short"),
        new LiveSnapshot.Flow(12.44, 100, 40, 31),
        new LiveSnapshot.Found(Map.of(), Map.of("cart_abandoned", 7L)),
        new LiveSnapshot.Done(
            Map.of("email", 5L),
            Map.of(),
            new LiveSnapshot.Delays(
                new Latencies.Summary(5, 210, 4_000), new Latencies.Summary(2, 5_300, 5_600)),
            Map.of("delivered", 5L),
            Map.of("events", 1_000L, "detections", 204L)),
        List.of());
  }
}

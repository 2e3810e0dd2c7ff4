package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PlainViewTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final PlainView view =
      new PlainView(new PrintWriter(out), new LiveView(60, 0), new Progress(new PrintWriter(err)));

  @Test
  void theStatusHasOneLineEveryFiveSeconds() {
    view.refresh(TerminalViewTest.after(4_999));
    assertThat(out.toString()).isEmpty();

    view.refresh(TerminalViewTest.after(5_000));
    view.refresh(TerminalViewTest.after(9_999));

    assertThat(out)
        .hasToString(
            "12.4 events/s  40 open sessions  31 open carts  7 detections  5 actions  1,204 Iceberg"
                + " rows committed\n");
  }

  @Test
  void whatHappensIsALineWithoutControlCharacters() {
    view.happened("08:41:07 anna\u0007: cart abandoned");

    assertThat(out).hasToString("08:41:07 anna?: cart abandoned\n");
  }

  @Test
  void noticesGoToStderr() {
    view.notice("lake failed and restarts");

    assertThat(out.toString()).isEmpty();
    assertThat(err).hasToString("lake failed and restarts\n");
  }

  @Test
  void atTheEndStandTheFiguresOfTheWholeRun() {
    view.refresh(TerminalViewTest.after(100));
    view.close();
    view.close();

    assertThat(out.toString().lines())
        .hasSize(11)
        .contains(
            "event to action  p50 210 ms   p99 4 s   of 5 actions",
            "event to offer   p50 5.3 s   p99 5.6 s   of 2 shown");
  }
}

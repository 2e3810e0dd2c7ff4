package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemoScreenTest {

  private final StringWriter text = new StringWriter();
  private final DemoScreen screen = new DemoScreen(new PrintWriter(text), false, Map.of());

  @Test
  void theScoreIsByKindAndInTotal() {
    screen.scores(
        new TreeMap<>(
            Map.of(
                "cart_abandoned", new Truths.Score(12, 1, 0),
                "checkout_struggle", new Truths.Score(3, 0, 2))));

    assertThat(text.toString().lines())
        .containsExactly(
            "",
            "What the shoppers' scripts say must be found:",
            "                               found  missed   extra",
            "  cart_abandoned                  12       1       0",
            "  checkout_struggle                3       0       2",
            "  total                           15       1       2");
  }

  @Test
  void withoutATerminalItIsLines() {
    try (DemoView view = screen.open(new Progress(new PrintWriter(text)))) {
      assertThat(view).isInstanceOf(PlainView.class);
    }
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void onATerminalItIsAPicture() {
    DemoScreen terminal = new DemoScreen(new PrintWriter(text), true, Map.of("COLUMNS", "80"));

    try (DemoView view = terminal.open(new Progress(new PrintWriter(text)))) {
      assertThat(view).isInstanceOf(TerminalView.class);
    }
    assertThat(text.toString()).startsWith("\u001b[?1049h").endsWith("\u001b[?1049l");
  }
}

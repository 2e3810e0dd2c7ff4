package io.floorwalker.local;

import io.floorwalker.config.Key;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the demo says before and after its view: plain lines, readable without knowing Flink. */
final class DemoScreen {

  private static final int WIDTH = 100;
  private static final List<Key<Duration>> SHORTENED =
      List.of(
          Keys.BROWSE_AFTER,
          Keys.SEARCH_AFTER,
          Keys.CART_AFTER,
          Keys.CHECKOUT_AFTER,
          Keys.PAYMENT_AFTER,
          Keys.STALE_AFTER,
          Keys.STALE_SECOND_AFTER,
          Keys.STALE_THIRD_AFTER,
          Keys.TIME_DISORDER,
          Keys.TIME_HEARTBEAT);

  private final PrintWriter out;
  private final boolean terminal;
  private final Map<String, String> environment;

  /**
   * A screen.
   *
   * @param terminal whether a picture can be drawn on it
   * @param environment with COLUMNS and LINES where its size is known
   */
  DemoScreen(PrintWriter out, boolean terminal, Map<String, String> environment) {
    this.out = out;
    this.terminal = terminal;
    this.environment = environment;
  }

  void settings(Settings settings) {
    say("Shortened for the demo (deploy/conf/demo.yaml):");
    for (Key<Duration> key : SHORTENED) {
      say(
          "  %-30s %4ss  (otherwise %s): %s"
              .formatted(
                  key.name(), settings.duration(key).toSeconds(), key.builtIn(), key.meaning()));
    }
    say("The shoppers are made up. They have given consent, nobody is held out, and whatever is");
    say("sent goes to a receiver in this process and nowhere else.");
  }

  /** The same in one line, for the picture. */
  static String shortened(Settings settings) {
    return "made-up shoppers, consent given, nobody held out; cart %s, payment %s, contact %s"
        .formatted(
            PlainWords.duration(settings.duration(Keys.CART_AFTER).toMillis()),
            PlainWords.duration(settings.duration(Keys.PAYMENT_AFTER).toMillis()),
            PlainWords.duration(settings.duration(Keys.STALE_AFTER).toMillis()));
  }

  void started(URI webAddress, URI receiverAddress, Optional<URI> page) {
    say("Flink web UI: " + webAddress);
    say("What was sent: " + receiverAddress);
    page.ifPresent(address -> say("Be a shopper yourself: " + address));
    say("Stop with Ctrl-C.");
    say("");
  }

  /** The same in one line, for the picture. */
  static String addresses(URI webAddress, URI receiverAddress, Optional<URI> page) {
    return "Flink %s  received %s".formatted(webAddress, receiverAddress)
        + page.map(address -> "  page " + address).orElse("");
  }

  /** The picture where the screen can show one, else lines. */
  DemoView open(Progress progress) {
    int width = TerminalView.size(environment, "COLUMNS", WIDTH);
    if (terminal) {
      int height = TerminalView.size(environment, "LINES", 0);
      return TerminalView.open(out, new LiveView(width, height));
    }
    return new PlainView(out, new LiveView(width, 0), progress);
  }

  /** By kind and in total. */
  void scores(Map<String, Truths.Score> scores) {
    say("");
    say("What the shoppers' scripts say must be found:");
    say("  %-26s %7s %7s %7s".formatted("", "found", "missed", "extra"));
    scores.forEach(this::score);
    score("total", scores.values().stream().reduce(Truths.Score.NONE, Truths.Score::plus));
  }

  private void score(String name, Truths.Score score) {
    say("  %-26s %7d %7d %7d".formatted(name, score.found(), score.missed(), score.extra()));
  }

  void summary(Stack stack, Map<String, Long> rows) {
    say("");
    say(
        stack.running()
            ? "The jobs are stopped; the stack stays up, stop it with: floorwalker down"
                + stack.dirOption()
            : "Everything is stopped.");
    say("What was written stays in " + stack.dir() + ":");
    rows.forEach(
        (table, count) -> say(String.format(Locale.ROOT, "  cx.%-20s %,8d rows", table, count)));
    say("");
    say("Ask with Flink SQL:");
    say(
        "  echo \"SELECT detected_at, value, currency, lines FROM detections ORDER BY value DESC LIMIT 5\""
            + " | deploy/local/floorwalker sql -"
            + stack.dirOption());
    say("or with PyIceberg (pip install 'pyiceberg[sql-sqlite,pyarrow]'):");
    say("  from pyiceberg.catalog.sql import SqlCatalog");
    say(
        "  catalog = SqlCatalog('floorwalker', uri='sqlite:///%s', warehouse='file://%s')"
            .formatted(stack.dir().resolve("catalog.db"), stack.dir().resolve("warehouse")));
    say("  print(catalog.load_table('cx.detections').scan().to_arrow())");
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}

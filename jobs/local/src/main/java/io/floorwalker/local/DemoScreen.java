package io.floorwalker.local;

import io.floorwalker.config.Key;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the demo shows: plain lines, readable without knowing Flink. */
final class DemoScreen {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final List<Key<Duration>> SHORTENED =
      List.of(Keys.CART_AFTER, Keys.TIME_DISORDER, Keys.TIME_HEARTBEAT);

  private final PrintWriter out;
  private final ZoneId zone;

  DemoScreen(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void settings(Settings settings) {
    say("Shortened for the demo (deploy/conf/demo.yaml):");
    for (Key<Duration> key : SHORTENED) {
      say(
          "  %-24s %4ss  (otherwise %s): %s"
              .formatted(
                  key.name(), settings.duration(key).toSeconds(), key.builtIn(), key.meaning()));
    }
    say("The shoppers are made up.");
  }

  void started(URI webAddress) {
    say("Flink web UI: " + webAddress);
    say("Stop with Ctrl-C.");
    say("");
  }

  void detection(Detection detection, Instant now) {
    int items = detection.getLines().stream().mapToInt(DemoScreen::pieces).sum();
    String value =
        detection.getValue() == null || detection.getCurrency() == null
            ? ""
            : ", %s %s"
                .formatted(
                    detection
                        .getValue()
                        .setScale(2, java.math.RoundingMode.HALF_UP)
                        .toPlainString(),
                    detection.getCurrency());
    long silent = Duration.between(detection.getLastEvidenceAt(), now).toSeconds();
    say(
        "%s %s, %d %s%s, last touched %d s ago"
            .formatted(
                CLOCK.format(now.atZone(zone)),
                detection.getKind().replace('_', ' '),
                items,
                items == 1 ? "item" : "items",
                value,
                silent));
  }

  void status(double eventsPerSecond, int openCarts, long abandoned, long rows) {
    say(
        String.format(
            Locale.ROOT,
            "%.1f events/s  %,d open carts  %,d abandoned  %,d Iceberg rows committed",
            eventsPerSecond,
            openCarts,
            abandoned,
            rows));
  }

  void score(Truths.Score score) {
    say("");
    say(
        "of the carts that the shoppers' scripts abandon: %d found, %d missed, %d extra"
            .formatted(score.found(), score.missed(), score.extra()));
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
        (table, count) -> say(String.format(Locale.ROOT, "  cx.%-14s %,8d rows", table, count)));
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

  // "<product id> x<quantity>"
  private static int pieces(String line) {
    try {
      return Integer.parseInt(line.substring(line.lastIndexOf(" x") + 2));
    } catch (NumberFormatException | StringIndexOutOfBoundsException unknown) {
      return 1;
    }
  }
}

package io.floorwalker.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One picture of the demo as lines of text: a snapshot in, lines of at most the width out, without
 * control characters. Where the height is too small the oldest happenings are left out first.
 */
final class LiveView {

  static final int HAPPENINGS = 8;

  private static final int LABEL = 17;
  private static final int NARROWEST = 40;
  private static final String NOTHING = "-";

  private final int width;
  private final int height;

  /**
   * For a screen.
   *
   * @param width in characters; at least 40 are used
   * @param height in lines; 0: as many as there are
   */
  LiveView(int width, int height) {
    this.width = Math.max(NARROWEST, width);
    this.height = height;
  }

  /** Title, figures and what happened last. */
  List<String> lines(LiveSnapshot snapshot) {
    return lines(snapshot, List.of());
  }

  /** The same with the newest notice, where there is one, above what happened. */
  List<String> lines(LiveSnapshot snapshot, List<String> notices) {
    List<String> lines = new ArrayList<>();
    LiveSnapshot.Run run = snapshot.run();
    lines.add(cut("Floorwalker demo  " + elapsed(run.elapsed()) + "  Ctrl-C stops"));
    lines.add(cut(run.addresses()));
    lines.add(cut(run.shortened()));
    lines.add("-".repeat(width));
    lines.addAll(figures(snapshot));
    lines.add("-".repeat(width));
    if (!notices.isEmpty()) {
      lines.add(cut("! " + notices.get(notices.size() - 1)));
    }
    List<String> happened = snapshot.happenings();
    int room = height == 0 ? happened.size() : Math.max(0, height - lines.size());
    for (String line : happened.subList(Math.max(0, happened.size() - room), happened.size())) {
      lines.add(cut(line));
    }
    return height == 0 || lines.size() <= height ? lines : lines.subList(0, height);
  }

  /** The figures alone. */
  List<String> figures(LiveSnapshot snapshot) {
    LiveSnapshot.Flow flow = snapshot.flow();
    LiveSnapshot.Done done = snapshot.done();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        row(
            "events",
            List.of(
                String.format(Locale.ROOT, "%.1f a second", flow.eventsPerSecond()),
                String.format(Locale.ROOT, "%,d in all", flow.events()))));
    lines.addAll(
        row(
            "open",
            List.of(
                String.format(
                    Locale.ROOT,
                    "%,d sessions (an event in %d min)",
                    flow.sessions(),
                    OpenSessions.ACTIVE.toMinutes()),
                String.format(Locale.ROOT, "%,d carts", flow.carts()))));
    lines.addAll(row("signals", counts(snapshot.found().signals())));
    lines.addAll(row("found", counts(snapshot.found().detections())));
    lines.addAll(row("actions", counts(done.channels())));
    lines.addAll(row("held back by", counts(done.gates())));
    lines.addAll(row("event to action", delays(done.delays().toAction(), "actions")));
    if (done.delays().toPage().measured() > 0) {
      lines.addAll(row("event to offer", delays(done.delays().toPage(), "shown")));
    }
    lines.addAll(row("deliveries", counts(done.deliveries())));
    lines.addAll(row("Iceberg rows", counts(done.rows())));
    return lines;
  }

  private static List<String> delays(Latencies.Summary delays, String what) {
    return delays.measured() == 0
        ? List.of()
        : List.of(
            "p50 " + PlainWords.duration(delays.p50()),
            "p99 " + PlainWords.duration(delays.p99()),
            String.format(Locale.ROOT, "of %,d %s", delays.measured(), what));
  }

  private static List<String> counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> String.format(Locale.ROOT, "%s %,d", count.getKey(), count.getValue()))
        .toList();
  }

  // A label, then as many cells a line as fit.
  private List<String> row(String label, List<String> cells) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(padded(label));
    for (String cell : cells.isEmpty() ? List.of(NOTHING) : cells) {
      boolean first = line.length() == LABEL;
      if (!first && line.length() + 3 + cell.length() > width) {
        lines.add(cut(line.toString()));
        line.setLength(0);
        line.append(padded(""));
        first = true;
      }
      line.append(first ? "" : "   ").append(cell);
    }
    lines.add(cut(line.toString()));
    return lines;
  }

  private static String padded(String label) {
    return label + " ".repeat(LABEL - label.length());
  }

  private static String elapsed(Duration time) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  /**
   * The line with a question mark for what a terminal would obey: keys come from events that
   * anybody may write.
   */
  static String harmless(String line) {
    StringBuilder text = new StringBuilder();
    line.codePoints()
        .map(point -> Character.isISOControl(point) || isFormat(point) ? '?' : point)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static boolean isFormat(int point) {
    return Character.getType(point) == Character.FORMAT;
  }

  private String cut(String line) {
    String text = harmless(line);
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}

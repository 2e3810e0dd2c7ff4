package io.floorwalker.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The demo as lines that are only added: for pipes, files and dumb terminals. A status line every
 * five seconds.
 */
final class PlainView implements DemoView {

  private static final Duration STATUS = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final LiveView view;
  private final Progress progress;
  private Duration nextStatus = STATUS;
  private @Nullable LiveSnapshot last;

  PlainView(PrintWriter out, LiveView view, Progress progress) {
    this.out = out;
    this.view = view;
    this.progress = progress;
  }

  @Override
  public void happened(String line) {
    say(LiveView.harmless(line));
  }

  @Override
  public void refresh(LiveSnapshot snapshot) {
    last = snapshot;
    if (snapshot.run().elapsed().compareTo(nextStatus) < 0) {
      return;
    }
    nextStatus = snapshot.run().elapsed().plus(STATUS);
    say(status(snapshot));
  }

  @Override
  public void notice(String line) {
    progress.say(line);
  }

  @Override
  public void abandon() {}

  /** The figures of the whole run. */
  @Override
  public void close() {
    if (last != null) {
      say("");
      view.figures(last).forEach(this::say);
      last = null;
    }
  }

  static String status(LiveSnapshot snapshot) {
    LiveSnapshot.Done done = snapshot.done();
    return String.join(
        "  ",
        List.of(
            String.format(Locale.ROOT, "%.1f events/s", snapshot.flow().eventsPerSecond()),
            count(snapshot.flow().sessions(), "open sessions"),
            count(snapshot.flow().carts(), "open carts"),
            count(sum(snapshot.found().detections().values()), "detections"),
            count(sum(done.channels().values()), "actions"),
            count(sum(done.rows().values()), "Iceberg rows committed")));
  }

  private static long sum(Iterable<Long> counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private static String count(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s", count, what);
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}

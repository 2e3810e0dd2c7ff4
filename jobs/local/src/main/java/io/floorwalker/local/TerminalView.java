package io.floorwalker.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demo as a picture that is drawn in place, twice a second, on the terminal's alternate screen.
 * When it is closed the terminal shows again what it showed before, with the last picture and the
 * notices below it.
 */
final class TerminalView implements DemoView {

  /** Twice a second is smooth enough, and the terminal is no load. */
  private static final Duration DRAWN = Duration.ofMillis(500);

  private static final int NOTICES = 100;
  private static final String ESCAPE = "\u001b";
  private static final String BOLD = ESCAPE + "[1m";
  private static final String ORDINARY = ESCAPE + "[0m";
  private static final String ENTER = ESCAPE + "[?1049h" + ESCAPE + "[?25l" + ESCAPE + "[2J";
  private static final String LEAVE = ORDINARY + ESCAPE + "[?25h" + ESCAPE + "[?1049l";
  private static final String HOME = ESCAPE + "[H";
  private static final String REST_OF_LINE = ESCAPE + "[K";
  private static final String REST_OF_SCREEN = ESCAPE + "[J";

  private final PrintWriter out;
  private final LiveView view;
  private final Deque<String> notices = new ArrayDeque<>();
  private Duration nextDrawing = Duration.ZERO;
  private @Nullable LiveSnapshot last;
  private volatile boolean open = true;

  private TerminalView(PrintWriter out, LiveView view) {
    this.out = out;
    this.view = view;
  }

  static TerminalView open(PrintWriter out, LiveView view) {
    out.print(ENTER);
    out.flush();
    return new TerminalView(out, view);
  }

  /** Whether a picture can be drawn: input and output are a terminal that knows how. */
  static boolean isPossible(boolean hasConsole, Map<String, String> environment) {
    String terminal = environment.getOrDefault("TERM", "dumb");
    return hasConsole && !terminal.equals("dumb") && !terminal.isEmpty();
  }

  /** A size that the environment names, else the other one. */
  static int size(Map<String, String> environment, String name, int otherwise) {
    try {
      int named = Integer.parseInt(environment.getOrDefault(name, ""));
      return named > 0 ? named : otherwise;
    } catch (NumberFormatException unusable) {
      return otherwise;
    }
  }

  @Override
  public void happened(String line) {}

  @Override
  public synchronized void refresh(LiveSnapshot snapshot) {
    last = snapshot;
    Duration elapsed = snapshot.run().elapsed();
    if (open && elapsed.compareTo(nextDrawing) >= 0) {
      nextDrawing = elapsed.plus(DRAWN);
      draw(snapshot);
    }
  }

  /** Shown with the next picture, and again when the view is closed. */
  @Override
  public synchronized void notice(String line) {
    if (!open) {
      say(line);
      return;
    }
    notices.addLast(line);
    if (notices.size() > NOTICES) {
      notices.removeFirst();
    }
  }

  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    out.print(LEAVE);
    if (last != null) {
      view.lines(last).forEach(out::println);
    }
    notices.forEach(this::say);
    out.flush();
  }

  @Override
  public void abandon() {
    if (open) {
      out.print(LEAVE);
      out.flush();
    }
  }

  // In one write, line by line over the old picture: clearing the screen first would flicker.
  private void draw(LiveSnapshot snapshot) {
    StringBuilder picture = new StringBuilder(HOME);
    List<String> lines = view.lines(snapshot, List.copyOf(notices));
    for (int line = 0; line < lines.size(); line++) {
      String text = line == 0 ? BOLD + lines.get(0) + ORDINARY : lines.get(line);
      picture.append(line == 0 ? "" : "\r\n").append(text).append(REST_OF_LINE);
    }
    out.print(picture.append(REST_OF_SCREEN));
    out.flush();
  }

  private void say(String line) {
    out.println(LiveView.harmless(line));
    out.flush();
  }
}

package io.floorwalker.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A loop whose time stands still until a test moves it; what other threads bring in is done while
 * the test waits for something, at most 20 s.
 */
final class TestingTime extends Clock implements Loop {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final LinkedBlockingQueue<Runnable> mail = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::number));
  private volatile Instant now;
  private int numbers;

  private record Timer(Instant at, int number, Runnable step) {}

  TestingTime(Instant start) {
    now = start;
  }

  @Override
  public void execute(Runnable step) {
    mail.add(step);
  }

  @Override
  public void after(long millis, Runnable step) {
    timers.add(new Timer(now.plusMillis(millis), numbers++, step));
  }

  /** Moves the clock and does what falls due on the way. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    while (!timers.isEmpty() && !timers.peek().at().isAfter(end)) {
      Timer next = timers.remove();
      now = next.at();
      next.step().run();
    }
    now = end;
  }

  int timers() {
    return timers.size();
  }

  /** How long until the next timer. */
  Duration next() {
    return timers.isEmpty() ? Duration.ZERO : Duration.between(now, timers.peek().at());
  }

  /** Does what comes in until the condition holds. */
  void until(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("not within " + DEADLINE.toSeconds() + " s: " + what);
      }
      try {
        // Some conditions hold without mail: a request that came in.
        Runnable step = mail.poll(Math.min(left, 5_000_000), TimeUnit.NANOSECONDS);
        if (step != null) {
          step.run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("time is UTC here");
  }
}

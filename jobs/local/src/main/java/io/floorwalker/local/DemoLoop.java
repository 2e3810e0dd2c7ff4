package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;

/** The demo's time between start and stop. */
final class DemoLoop {

  private static final long PICTURE_MILLIS = 200;
  private static final long CHECK_MILLIS = 5_000;
  private static final long GRACE_MILLIS = 30_000;

  private final DemoWatch watch;
  private final Traffic traffic;
  private final List<RunningJob> jobs;
  private final DemoFigures figures;
  private final DemoView view;
  private final Map<String, Long> told = new HashMap<>();

  DemoLoop(
      DemoWatch watch, Traffic traffic, List<RunningJob> jobs, DemoFigures figures, DemoView view) {
    this.watch = watch;
    this.traffic = traffic;
    this.jobs = jobs;
    this.figures = figures;
    this.view = view;
  }

  /**
   * Returns true when the demo came to its own end, false when it was stopped.
   *
   * @throws CommandFailure when a job failed for good
   */
  boolean run(DemoOptions options, Settings settings, StopSignal stop) {
    Thread shoppers = new Thread(traffic::run, "shoppers");
    shoppers.setDaemon(true);
    shoppers.start();
    long started = watch.now().toEpochMilli();
    long nextPicture = started;
    long nextCheck = started + CHECK_MILLIS;
    long lastShopper = 0;
    while (!stop.isAsked()) {
      watch.follow();
      Instant moment = watch.now();
      long now = moment.toEpochMilli();
      if (now >= nextCheck) {
        nextCheck = now + CHECK_MILLIS;
        figures.countRows();
        check();
      }
      if (now >= nextPicture) {
        nextPicture = now + PICTURE_MILLIS;
        view.refresh(figures.snapshot(moment));
      }
      if (!options.lasts().isZero() && now - started >= options.lasts().toMillis()) {
        return true;
      }
      if (!shoppers.isAlive()) {
        lastShopper = lastShopper == 0 ? now : lastShopper;
        if (cameDue(settings, lastShopper, now)) {
          return true;
        }
      }
    }
    return false;
  }

  // The last cart may have been touched at the last moment; the watermark follows by the disorder
  // and up to two heartbeats there and back.
  private boolean cameDue(Settings settings, long lastShopper, long now) {
    Duration path =
        settings
            .duration(Keys.TIME_DISORDER)
            .plus(settings.duration(Keys.TIME_HEARTBEAT).multipliedBy(4));
    long longest =
        Stream.of(
                Keys.BROWSE_AFTER,
                Keys.SEARCH_AFTER,
                Keys.CART_AFTER,
                Keys.CHECKOUT_AFTER,
                Keys.PAYMENT_AFTER)
            .mapToLong(key -> settings.duration(key).toMillis())
            .max()
            .orElseThrow();
    long lastDue = Math.max(lastShopper + longest, watch.truths().lastAt());
    long due = lastDue + path.toMillis();
    return now >= due && (watch.truths().allFound() || now >= due + GRACE_MILLIS);
  }

  private void check() {
    for (RunningJob job : jobs) {
      if (job.isDone()) {
        job.join();
        throw new CommandFailure(
            ExitCode.FAILED, job.name() + " ended by itself; somebody cancelled it in the web UI?");
      }
      if (job.status() == JobStatus.RESTARTING) {
        job.lastFailure()
            .filter(failure -> failure.at() > told.getOrDefault(job.name(), 0L))
            .ifPresent(
                failure -> {
                  told.put(job.name(), failure.at());
                  view.notice("%s failed and restarts: %s".formatted(job.name(), failure.cause()));
                });
      }
    }
  }
}

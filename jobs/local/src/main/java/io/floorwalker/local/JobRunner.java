package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.api.common.JobStatus;

/**
 * Runs one job in the foreground on a running stack: in a cluster of its own, under its pid file.
 */
final class JobRunner {

  private static final long POLL_MILLIS = 200;

  private final Stack stack;
  private final Progress progress;
  private final OptionalInt webPort;

  JobRunner(Stack stack, Progress progress, OptionalInt webPort) {
    this.stack = stack;
    this.progress = progress;
    this.webPort = webPort;
  }

  /**
   * Returns true when the job came to its end, false when it was asked to stop before.
   *
   * @throws CommandFailure with exit code 3 when the job runs already, 2 when the settings do not
   *     fit, 1 when it fails
   */
  boolean run(Job job, Settings settings, RunOptions options, StopSignal stop) {
    try (JobClaim claim = JobClaim.take(stack, job.name(), progress);
        LocalCluster cluster = LocalCluster.start(stack.dir(), webPort)) {
      IngestPosition position = IngestPosition.now(stack, claim.job(), options.bounded());
      RunningJob running =
          new JobSubmission(stack, cluster, progress).submit(job, settings, options);
      progress.say(
          "%s runs; web UI %s; stop with Ctrl-C".formatted(job.name(), cluster.webAddress()));
      boolean ended = await(running, stop);
      if (!ended) {
        stop(running, options);
        return false;
      }
      running.join();
      position.commit();
      return true;
    }
  }

  private void stop(RunningJob running, RunOptions options) {
    progress.say("stopping " + running.name() + " ...");
    if (options.bounded()) {
      running.cancel();
    } else {
      running.stop(progress);
    }
    progress.say("stopped " + running.name());
  }

  private boolean await(RunningJob running, StopSignal stop) {
    long told = 0;
    while (!running.isDone()) {
      if (stop.within(POLL_MILLIS)) {
        return running.isDone();
      }
      if (running.status() == JobStatus.RESTARTING) {
        Optional<RunningJob.Failure> failure = running.lastFailure();
        if (failure.isPresent() && failure.get().at() > told) {
          told = failure.get().at();
          progress.say(
              "%s failed and restarts: %s".formatted(running.name(), failure.get().cause()));
        }
      }
    }
    return true;
  }
}

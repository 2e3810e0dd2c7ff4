package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.api.common.JobStatus;

/**
 * Runs jobs in the foreground on a running stack: in a cluster of their own, under their pid files.
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
   * Returns true when all jobs came to their end, false when they were asked to stop before.
   *
   * @throws CommandFailure with exit code 3 when one of them runs already, 2 when the settings do
   *     not fit, 1 when one fails
   */
  boolean run(List<Job> jobs, Settings settings, RunOptions options, StopSignal stop) {
    try (JobClaims claims = JobClaims.take(stack, jobs, progress);
        LocalCluster cluster = LocalCluster.start(stack.dir(), webPort)) {
      IngestPosition position = IngestPosition.now(stack, jobs, options.bounded());
      JobSubmission submission = new JobSubmission(stack, cluster, progress);
      List<RunningJob> running = new ArrayList<>();
      for (Job job : claims.jobs()) {
        running.add(submission.submit(job, settings, options));
        progress.say(
            "%s runs; web UI %s; stop with Ctrl-C".formatted(job.name(), cluster.webAddress()));
      }
      boolean ended = await(running, stop);
      if (!ended) {
        running.forEach(job -> stop(job, options));
        return false;
      }
      running.forEach(RunningJob::join);
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

  /** Returns when all are done, when one of them failed, or when it is time to stop. */
  private boolean await(List<RunningJob> running, StopSignal stop) {
    Map<String, Long> told = new HashMap<>();
    while (!running.stream().allMatch(RunningJob::isDone)) {
      if (stop.within(POLL_MILLIS)) {
        return running.stream().allMatch(RunningJob::isDone);
      }
      for (RunningJob job : running) {
        if (job.isDone()) {
          job.join();
        } else if (job.status() == JobStatus.RESTARTING) {
          tell(job, told);
        }
      }
    }
    return true;
  }

  private void tell(RunningJob job, Map<String, Long> told) {
    Optional<RunningJob.Failure> failure = job.lastFailure();
    if (failure.isPresent() && failure.get().at() > told.getOrDefault(job.name(), 0L)) {
      told.put(job.name(), failure.get().at());
      progress.say("%s failed and restarts: %s".formatted(job.name(), failure.get().cause()));
    }
  }
}

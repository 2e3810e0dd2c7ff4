package io.floorwalker.local;

import io.floorwalker.job.Job;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;

/** Savepoint, stop, start, verify: one job of the stack's cluster. */
final class Upgrade {

  private static final Duration START = Duration.ofMinutes(2);

  private final Stack stack;
  private final FlinkSubmission submission;
  private final Progress progress;

  Upgrade(Stack stack, FlinkSubmission submission, Progress progress) {
    this.stack = stack;
    this.submission = submission;
    this.progress = progress;
  }

  /**
   * Prints what the job goes on from when it is verified.
   *
   * @throws CommandFailure with exit code 1 and the way back when the new one does not come up
   */
  void run(Job job, PrintWriter out) {
    try (FlinkRest rest = FlinkRest.at(new FlinkFiles(stack.dir()).address())) {
      Optional<String> from =
          rest.running(job.name())
              .map(id -> stopped(rest, job, id))
              .or(() -> newestCheckpoint(job));
      submission.submit(job, from);
      verify(rest, job, from);
      out.println(
          "%s runs, %s"
              .formatted(
                  job.name(), from.map(place -> "from " + place).orElse("with empty state")));
    }
  }

  private String stopped(FlinkRest rest, Job job, JobID id) {
    progress.say("stopping %s with a savepoint ...".formatted(job.name()));
    // Beside its checkpoints, so that the newest of both is found: from an older one Iceberg
    // would silently not commit again what it has committed since.
    String savepoint =
        rest.stopWithSavepoint(id, stack.checkpoints(job.name()).resolve("savepoints"));
    progress.say("its savepoint is " + savepoint);
    return savepoint;
  }

  private Optional<String> newestCheckpoint(Job job) {
    progress.say(job.name() + " does not run; it is started");
    return new Checkpoints(stack.checkpoints(job.name()))
        .newest()
        .map(path -> path.toUri().toString());
  }

  /** It runs, it has what the savepoint had, and it can complete a checkpoint with it. */
  private void verify(FlinkRest rest, Job job, Optional<String> from) {
    Optional<JobID> found = rest.running(job.name());
    boolean verified =
        found.isPresent()
            && Await.until(
                START,
                () ->
                    rest.status(found.get()) == JobStatus.RUNNING
                        && rest.completedCheckpoints(found.get()) > 0)
            && samePlace(rest.restoredFrom(found.get()), from);
    if (!verified) {
      found.ifPresent(rest::cancel);
      throw new CommandFailure(
          ExitCode.FAILED,
          "%s did not come up and was cancelled; go back with the jar from before: floorwalker upgrade %s --jar FILE%s%s"
              .formatted(
                  job.name(),
                  job.name(),
                  stack.dirOption(),
                  from.map(place -> ", which goes on from " + place).orElse("")));
    }
  }

  private static boolean samePlace(Optional<String> restored, Optional<String> from) {
    return restored.map(Upgrade::plain).equals(from.map(Upgrade::plain));
  }

  // Flink writes file:/a, Java file:///a, and either may end with a slash.
  private static String plain(String place) {
    return place.replaceFirst("^file:/*", "/").replaceFirst("/$", "");
  }
}

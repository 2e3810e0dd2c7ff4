package io.floorwalker.local;

import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Ingest over what was just published, up to its end. */
final class BoundedIngest {
  private static final String INGEST = "ingest";

  private final Stack stack;
  private final Progress progress;

  BoundedIngest(Stack stack, Progress progress) {
    this.stack = stack;
    this.progress = progress;
  }

  /**
   * Returns when all is in {@code cx.events}, or at once where a running ingest takes it anyway.
   *
   * @throws CommandFailure when ingest fails or is asked to stop before
   */
  void run(StopSignal stop) {
    Optional<ProcessHandle> running = stack.jobPid(INGEST).owner();
    if (running.isPresent()) {
      progress.say(
          "ingest runs already (process %d) and takes the events".formatted(running.get().pid()));
      return;
    }
    Job ingest = Jobs.named(INGEST).orElseThrow();
    boolean ended =
        new JobRunner(stack, progress, OptionalInt.empty())
            .run(
                List.of(ingest), stack.settings(List.of(), List.of()), RunOptions.toTheEnd(), stop);
    if (!ended) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "stopped before ingest came to its end; what was published is taken by: floorwalker run"
              + " ingest --bounded"
              + stack.dirOption());
    }
  }
}

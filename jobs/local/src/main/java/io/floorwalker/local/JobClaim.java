package io.floorwalker.local;

import java.util.Optional;

/** The pid file of a job, held while it runs: one instance of a job on a stack. */
final class JobClaim implements AutoCloseable {

  private final String job;
  private final PidFile file;

  private JobClaim(String job, PidFile file) {
    this.job = job;
    this.file = file;
  }

  /**
   * Takes it.
   *
   * @throws CommandFailure with exit code 3 when a live process holds it
   */
  static JobClaim take(Stack stack, String job, Progress progress) {
    PidFile file = stack.jobPid(job);
    if (file.isStale()) {
      progress.say(
          "a stale pid file of %s was found (its process is gone); it is replaced".formatted(job));
    }
    refuse(stack, job, file.claim(ProcessHandle.current()));
    return new JobClaim(job, file);
  }

  /** Fails like {@link #take} without taking it: before anything else is started. */
  static void refuseSecond(Stack stack, String job) {
    refuse(stack, job, stack.jobPid(job).owner());
  }

  private static void refuse(Stack stack, String job, Optional<ProcessHandle> holder) {
    if (holder.isPresent()) {
      throw new CommandFailure(
          ExitCode.STACK,
          "%s already runs in %s (process %d); stop it with: kill %d"
              .formatted(job, stack.dir(), holder.get().pid(), holder.get().pid()));
    }
  }

  String job() {
    return job;
  }

  @Override
  public void close() {
    file.delete();
  }
}

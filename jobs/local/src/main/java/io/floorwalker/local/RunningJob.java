package io.floorwalker.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** A job that was given to the local cluster. */
final class RunningJob {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration START = Duration.ofSeconds(20);
  private static final long RETRY_NANOS = Duration.ofMillis(100).toNanos();

  private final String name;
  private final JobID id;
  private final MiniCluster cluster;
  private final CompletableFuture<JobResult> result;

  private RunningJob(String name, JobID id, MiniCluster cluster) {
    this.name = name;
    this.id = id;
    this.cluster = cluster;
    this.result = cluster.requestJobResult(id);
  }

  static RunningJob submitted(String name, MiniCluster cluster, JobGraph graph) {
    within(cluster.submitJob(graph), name + " could not be submitted");
    return new RunningJob(name, graph.getJobID(), cluster);
  }

  String name() {
    return name;
  }

  JobID id() {
    return id;
  }

  boolean isDone() {
    return result.isDone();
  }

  JobStatus status() {
    return within(cluster.getJobStatus(id), name + " has no status");
  }

  /** The newest failure of a task that the job was or is being restarted after. */
  Optional<Failure> lastFailure() {
    var history =
        within(cluster.getExecutionGraphInfo(id), name + " has no history").getExceptionHistory();
    Optional<Failure> newest = Optional.empty();
    for (var entry : history) {
      newest = Optional.of(new Failure(entry.getTimestamp(), RootCause.line(entry.getException())));
    }
    return newest;
  }

  /**
   * Waits for the end of a job that has ended or is about to.
   *
   * @throws CommandFailure with exit code 1 and the root cause when it failed
   */
  void join() {
    JobResult ended = within(result, name + " did not end");
    ended
        .getSerializedThrowable()
        .ifPresent(
            failure -> {
              throw new CommandFailure(
                  ExitCode.FAILED,
                  "%s failed: %s; the whole story is in %s"
                      .formatted(
                          name,
                          RootCause.line(failure),
                          Optional.ofNullable(System.getProperty(Floorwalker.LOG))
                              .orElse("the log")),
                  failure);
            });
  }

  /** Completes a checkpoint; rows of tables that it holds are committed soon after. */
  void checkpoint() {
    within(cluster.triggerCheckpoint(id, CheckpointType.CONFIGURED), name + " took no checkpoint");
  }

  /** Takes a last checkpoint, then cancels; says so when the checkpoint was not possible. */
  void stop(Progress progress) {
    if (isDone()) {
      return;
    }
    try {
      firstPossibleCheckpoint();
      // Its barrier reaches the committers behind the notice that the first one is complete: when
      // it
      // is done, the rows of the first are in the tables.
      checkpoint();
    } catch (CommandFailure e) {
      progress.say(e.text() + "; it goes on from the one before");
    }
    cancel();
  }

  // A job that has just started takes none until each of its tasks runs.
  private void firstPossibleCheckpoint() {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        checkpoint();
        return;
      } catch (CommandFailure notYet) {
        if (status() != JobStatus.RUNNING || System.nanoTime() - deadline >= 0) {
          throw notYet;
        }
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  void cancel() {
    if (!isDone()) {
      within(cluster.cancelJob(id), name + " could not be cancelled");
      within(result, name + " did not end");
    }
  }

  private static <T> T within(CompletableFuture<T> future, String failure) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CommandFailure(ExitCode.FAILED, failure + ": " + RootCause.line(e), e);
    } catch (TimeoutException e) {
      throw new CommandFailure(
          ExitCode.FAILED, failure + " within " + PATIENCE.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, failure + ": interrupted", e);
    }
  }

  /**
   * A failure of a task.
   *
   * @param at wall clock, milliseconds
   */
  record Failure(long at, String cause) {}
}

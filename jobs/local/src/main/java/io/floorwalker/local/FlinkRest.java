package io.floorwalker.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.rest.messages.ClusterOverviewHeaders;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;
import org.apache.flink.runtime.rest.messages.JobMessageParameters;
import org.apache.flink.runtime.rest.messages.checkpoints.CheckpointingStatistics;
import org.apache.flink.runtime.rest.messages.checkpoints.CheckpointingStatisticsHeaders;

/** What is asked of a Flink cluster through its REST port. */
final class FlinkRest implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SAVEPOINT = Duration.ofMinutes(10);

  private final RestClusterClient<StandaloneClusterId> client;

  private FlinkRest(RestClusterClient<StandaloneClusterId> client) {
    this.client = client;
  }

  static FlinkRest at(URI address) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, address.getHost());
    configuration.set(RestOptions.PORT, address.getPort());
    configuration.set(RestOptions.RETRY_MAX_ATTEMPTS, 2);
    try {
      return new FlinkRest(
          new RestClusterClient<>(configuration, StandaloneClusterId.getInstance()));
    } catch (Exception e) {
      throw new IllegalStateException("no client for " + address, e);
    }
  }

  /** How many have registered; 0 while nothing answers. */
  int taskManagers() {
    try {
      return within(
              client.sendRequest(
                  ClusterOverviewHeaders.getInstance(),
                  EmptyMessageParameters.getInstance(),
                  EmptyRequestBody.getInstance()),
              PATIENCE,
              "no overview")
          .getNumTaskManagersConnected();
    } catch (CommandFailure notYet) {
      return 0;
    }
  }

  /** The job of that name that has not ended. */
  Optional<JobID> running(String name) {
    return within(jobs(), PATIENCE, "no list of jobs").stream()
        .filter(job -> job.getJobName().equals(name))
        .filter(job -> !job.getJobState().isGloballyTerminalState())
        .map(JobStatusMessage::getJobId)
        .findFirst();
  }

  JobStatus status(JobID job) {
    return within(client.getJobStatus(job), PATIENCE, "no state of " + job);
  }

  /**
   * Takes a savepoint and ends the job. What is open stays open in it: time does not run to its
   * end, as it would with a drain, which would call every open cart abandoned.
   *
   * @return where the savepoint lies
   */
  String stopWithSavepoint(JobID job, Path folder) {
    return within(
        client.stopWithSavepoint(job, false, folder.toUri().toString(), SavepointFormatType.NATIVE),
        SAVEPOINT,
        "no savepoint of " + job);
  }

  void cancel(JobID job) {
    var unused = within(client.cancel(job), PATIENCE, job + " was not cancelled");
  }

  /** Where the job went on from; empty when it started with empty state. */
  Optional<String> restoredFrom(JobID job) {
    return Optional.ofNullable(checkpoints(job).getLatestCheckpoints())
        .map(CheckpointingStatistics.LatestCheckpoints::getRestoredCheckpointStatistics)
        .map(CheckpointingStatistics.RestoredCheckpointStatistics::getExternalPath);
  }

  /** How many checkpoints it completed since it was submitted. */
  long completedCheckpoints(JobID job) {
    return checkpoints(job).getCounts().getNumberCompletedCheckpoints();
  }

  private CheckpointingStatistics checkpoints(JobID job) {
    CheckpointingStatisticsHeaders headers = CheckpointingStatisticsHeaders.getInstance();
    JobMessageParameters parameters = headers.getUnresolvedMessageParameters();
    parameters.jobPathParameter.resolve(job);
    return within(
        client.sendRequest(headers, parameters, EmptyRequestBody.getInstance()),
        PATIENCE,
        "no checkpoints of " + job);
  }

  private CompletableFuture<Collection<JobStatusMessage>> jobs() {
    try {
      return client.listJobs();
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T within(CompletableFuture<T> future, Duration atMost, String failure) {
    try {
      return future.get(atMost.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure(ExitCode.FAILED, "Flink: " + failure + ": " + RootCause.line(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Flink: " + failure + ": interrupted", e);
    }
  }
}

package io.floorwalker.local;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import io.floorwalker.runtime.FlinkDefaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Builds a job for a stack, finds where it goes on, and gives it to a cluster. */
final class JobSubmission {

  private final Stack stack;
  private final LocalCluster cluster;
  private final Progress progress;

  JobSubmission(Stack stack, LocalCluster cluster, Progress progress) {
    this.stack = stack;
    this.cluster = cluster;
    this.progress = progress;
  }

  /**
   * Starts the job from its newest completed checkpoint, else from the earliest offsets; a bounded
   * one always from empty state.
   *
   * @throws CommandFailure with exit code 2 when the settings do not fit
   */
  RunningJob submit(Job job, Settings settings, RunOptions options) {
    Path folder = stack.checkpoints(options.bounded() ? job.name() + ".bounded" : job.name());
    Optional<Path> checkpoint = start(job, folder, options);
    boolean empty = checkpoint.isEmpty();
    Settings run =
        settings.with(
            Map.of(
                Keys.RUN_BOUNDED.name(), Boolean.toString(options.bounded()),
                Keys.RUN_AT_END.name(), options.atEnd(),
                Keys.RUN_SKIP_WRITTEN.name(), Boolean.toString(empty)));
    Configuration configuration = configuration(run, folder, options);
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    try {
      job.build(env, run);
    } catch (InvalidSettings e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(job.name());
    checkpoint.ifPresent(
        path ->
            graph.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(
                    path.toUri().toString(), false, RecoveryClaimMode.CLAIM)));
    return RunningJob.submitted(job.name(), cluster.flink(), graph.getJobGraph());
  }

  private Optional<Path> start(Job job, Path folder, RunOptions options) {
    Checkpoints checkpoints = new Checkpoints(folder);
    if (options.bounded()) {
      Folders.delete(folder);
      return Optional.empty();
    }
    if (options.fresh()) {
      checkpoints
          .moveAway(Clock.systemUTC())
          .ifPresent(moved -> progress.say("moved the old checkpoints to " + moved));
    }
    checkpoints.prune();
    Optional<Path> newest = checkpoints.newest();
    progress.say(
        newest
            .map(path -> job.name() + " goes on from checkpoint " + path)
            .orElse(job.name() + " starts with empty state"));
    return newest;
  }

  private static Configuration configuration(Settings settings, Path folder, RunOptions options) {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    if (options.bounded()) {
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
      configuration.set(
          RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    } else {
      // Long enough for a broker that is away for minutes, not for ever for what cannot work.
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
      configuration.set(
          RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
          Duration.ofSeconds(30));
      configuration.set(
          RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
          Duration.ofMinutes(5));
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 20);
    }
    configuration.addAll(FlinkDefaults.configuration(settings));
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    if (options.parallelism() > 0) {
      configuration.set(CoreOptions.DEFAULT_PARALLELISM, options.parallelism());
    }
    return configuration;
  }
}

package io.floorwalker.runtime;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;

/** The Flink configuration that our jobs rely on; keys below {@code flink.} are laid over it. */
public final class FlinkDefaults {

  private FlinkDefaults() {}

  public static Configuration configuration(Settings settings) {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    configuration.set(
        CheckpointingOptions.ENABLE_UNALIGNED, false); // Iceberg sinks lose rows with it
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 10);
    configuration.setString("execution.checkpointing.snapshot-compression", "true");
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(200));
    settings.below(Keys.FLINK_PREFIX).forEach(configuration::setString);
    return configuration;
  }
}

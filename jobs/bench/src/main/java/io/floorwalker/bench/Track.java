package io.floorwalker.bench;

import io.floorwalker.config.Settings;
import io.floorwalker.runtime.FlinkDefaults;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A Flink cluster in this JVM on which one contender runs at a time, all with our defaults. */
final class Track implements AutoCloseable {
  private final MiniCluster cluster;

  private Track(MiniCluster cluster) {
    this.cluster = cluster;
  }

  static Track open() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build());
    cluster.start();
    return new Track(cluster);
  }

  /** Runs it to the end of the stream. */
  Run run(Contender contender, Inlet inlet) throws Exception {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration());
    DataStream<Finding> found = contender.attach(env, inlet);
    found
        .filter(new CountFindings())
        .name("count")
        .uid("count")
        .filter(new StopWatch<>())
        .name("stop")
        .uid("stop")
        .sinkTo(new DiscardingSink<>())
        .name("nothing")
        .uid("nothing");
    return Run.of(cluster.executeJobBlocking(env.getStreamGraph().getJobGraph()));
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }

  /** Without checkpoints, whose cost is another question, and whoever fails has failed. */
  private static Configuration configuration() {
    Configuration configuration = FlinkDefaults.configuration(Settings.builtIn());
    configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return configuration;
  }
}

package io.floorwalker.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A Flink cluster in this JVM: one task manager with 16 slots, the web UI on 127.0.0.1, from which
 * nobody can submit code. All jobs of the demo need one slot each, one job alone as many as its
 * parallelism.
 */
final class LocalCluster implements AutoCloseable {

  private static final int SLOTS = 16;

  /**
   * 4,096 buffers. At parallelism 1 a job needs about 15 of them; at 16 one shuffle takes 900, and
   * a job has up to four. Taken off the heap at the start.
   */
  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);

  private static final String FIRST_FREE = "8081-8180";

  private final MiniCluster cluster;
  private final URI webAddress;

  private LocalCluster(MiniCluster cluster, URI webAddress) {
    this.cluster = cluster;
    this.webAddress = webAddress;
  }

  /**
   * Starts it.
   *
   * @param dir of the stack; scratch files go below it
   * @param webPort empty: 8081 or the next free one; 0: any
   * @throws CommandFailure with exit code 3 when the port is taken
   */
  static LocalCluster start(Path dir, OptionalInt webPort) {
    if (webPort.isPresent() && webPort.getAsInt() != 0 && !Ports.isFree(webPort.getAsInt())) {
      throw new CommandFailure(
          ExitCode.STACK,
          "port %d is in use by another program; use --web-port N or stop it"
              .formatted(webPort.getAsInt()));
    }
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(dir, webPort))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
    try {
      cluster.start();
      return new LocalCluster(cluster, cluster.getRestAddress().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new CommandFailure(
          ExitCode.FAILED, "the Flink cluster did not start: " + RootCause.line(e), e);
    }
  }

  URI webAddress() {
    return webAddress;
  }

  MiniCluster flink() {
    return cluster;
  }

  @Override
  public void close() {
    try {
      cluster.closeAsync().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the Flink cluster did not stop in order", e);
    }
  }

  private static Configuration configuration(Path dir, OptionalInt webPort) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, BrokerFiles.HOST);
    configuration.set(RestOptions.BIND_ADDRESS, BrokerFiles.HOST);
    configuration.set(
        RestOptions.BIND_PORT,
        webPort.isPresent() ? Integer.toString(webPort.getAsInt()) : FIRST_FREE);
    configuration.set(WebOptions.SUBMIT_ENABLE, false);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    configuration.set(CoreOptions.TMP_DIRS, dir.resolve("tmp").toString());
    Optional.ofNullable(System.getProperty(Floorwalker.LOG))
        .ifPresent(log -> configuration.set(WebOptions.LOG_PATH, log));
    return configuration;
  }
}

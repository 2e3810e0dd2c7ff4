package io.floorwalker.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/** How the command line talks to a broker. */
final class Kafka {

  private static final Duration REQUEST = Duration.ofSeconds(10);

  private Kafka() {}

  static Admin admin(String bootstrapServers) {
    int millis = Math.toIntExact(REQUEST.toMillis());
    return Admin.create(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "request.timeout.ms",
            millis,
            "default.api.timeout.ms",
            3 * millis));
  }

  /**
   * The answer of the broker.
   *
   * @throws CommandFailure when the broker refuses or does not answer
   */
  static <T> T answer(KafkaFuture<T> future, String what) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "Kafka: " + what + " failed: " + RootCause.line(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Kafka: " + what + " was interrupted", e);
    }
  }
}

package io.floorwalker.local;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The Kafka broker's own process: broker and controller in one, storage formatted on the first
 * start. Ends on TERM.
 */
public final class BrokerMain {

  private BrokerMain() {}

  /** Takes one argument, the broker's properties file. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
      String cluster = Uuid.randomUuid().toString();
      int exitCode =
          StorageTool.execute(
              new String[] {"format", "--cluster-id", cluster, "--config", file.toString()},
              System.out);
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
    Kafka.main(new String[] {file.toString()});
  }
}

package io.floorwalker.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka broker in a JVM of its own, which outlives the command that started it. */
final class Broker {

  static final int DEFAULT_PORT = 9092;

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration KILL = Duration.ofSeconds(10);

  private final BrokerFiles files;

  Broker(Path dir) {
    this.files = new BrokerFiles(dir);
  }

  BrokerFiles files() {
    return files;
  }

  Optional<ProcessHandle> process() {
    return files.pid().owner();
  }

  /** Host and port of the last start, whether it runs or not. */
  String address() {
    return BrokerFiles.HOST + ":" + files.port().orElse(DEFAULT_PORT);
  }

  /**
   * Starts the process and waits until it answers.
   *
   * @throws CommandFailure when the port is taken or the broker does not come up
   */
  void start(int port) {
    if (port != 0 && !Ports.isFree(port)) {
      throw new CommandFailure(
          ExitCode.STACK,
          "port %d is in use by another program; use --port N with up or demo, or stop it"
              .formatted(port));
    }
    files.writeProperties(port == 0 ? Ports.anyFree() : port, Ports.anyFree());
    files.writeJvmArguments(jvmArguments());
    Process started = launch();
    files.pid().claim(started.toHandle());
    boolean answers = Await.until(START, () -> !started.isAlive() || answers());
    if (!answers || !started.isAlive()) {
      boolean ended = Processes.stop(started.toHandle(), STOP, KILL);
      files.pid().delete();
      throw new CommandFailure(
          ExitCode.STACK,
          "the Kafka broker did not start%s: %s; see %s"
              .formatted(ended ? "" : " and did not stop", lastWords(), files.log()));
    }
  }

  /** Stops it; true when it is gone. */
  boolean stop(ProcessHandle process) {
    boolean gone = Processes.stop(process, STOP, KILL);
    if (gone) {
      files.pid().delete();
    }
    return gone;
  }

  private Process launch() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Processes.background(
        List.of(
            java,
            "@" + files.jvmArguments(),
            BrokerMain.class.getName(),
            files.properties().toString()),
        Map.of(),
        files.printed());
  }

  private List<String> jvmArguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC"));
    arguments.add("-Dfloorwalker.log=" + files.log());
    arguments.add("-Dlog4j2.configurationFile=" + Home.conf("log4j2-broker.properties").toUri());
    arguments.add("-cp");
    arguments.add(System.getProperty("java.class.path"));
    return arguments;
  }

  private boolean answers() {
    if (Ports.isFree(files.port().orElse(DEFAULT_PORT))) {
      return false;
    }
    try (Admin admin = Kafka.admin(address())) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String lastWords() {
    for (Path file : List.of(files.log(), files.printed())) {
      if (!Files.exists(file)) {
        continue;
      }
      try {
        List<String> errors =
            Files.readAllLines(file).stream()
                .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                .toList();
        if (!errors.isEmpty()) {
          return errors.get(errors.size() - 1).strip();
        }
      } catch (IOException e) {
        return "its log cannot be read: " + e.getMessage();
      }
    }
    return "it printed no error";
  }
}

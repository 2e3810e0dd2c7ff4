package io.floorwalker.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

/** What the broker process reads and writes below the stack's folder. */
final class BrokerFiles {

  static final String HOST = "127.0.0.1";

  private static final String PORT_KEY = "floorwalker.port";

  private final Path dir;

  BrokerFiles(Path dir) {
    this.dir = dir;
  }

  PidFile pid() {
    return new PidFile(dir.resolve("run/broker.pid"));
  }

  Path properties() {
    return dir.resolve("run/broker.properties");
  }

  Path log() {
    return dir.resolve("logs/broker.log");
  }

  /** What the process prints beside its log: crashes of the JVM and a start that failed early. */
  Path printed() {
    return dir.resolve("logs/broker.out");
  }

  Path jvmArguments() {
    return dir.resolve("run/broker.jvm");
  }

  /** The port of the last start; empty before the first. */
  OptionalInt port() {
    if (!Files.exists(properties())) {
      return OptionalInt.empty();
    }
    try {
      Properties read = new Properties();
      read.load(new StringReader(Files.readString(properties())));
      return OptionalInt.of(Integer.parseInt(read.getProperty(PORT_KEY)));
    } catch (IOException | NumberFormatException unreadable) {
      return OptionalInt.empty();
    }
  }

  void writeProperties(int port, int controllerPort) {
    Map<String, String> lines = new TreeMap<>();
    lines.put(PORT_KEY, Integer.toString(port));
    lines.put("process.roles", "broker,controller");
    lines.put("node.id", "1");
    lines.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    lines.put("controller.listener.names", "CONTROLLER");
    lines.put(
        "listeners",
        "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
    lines.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    lines.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    lines.put("log.dirs", escaped(dir.resolve("kafka").toString()));
    lines.put("auto.create.topics.enable", "false");
    lines.put("default.replication.factor", "1");
    lines.put("offsets.topic.replication.factor", "1");
    lines.put("offsets.topic.num.partitions", "4");
    lines.put("transaction.state.log.replication.factor", "1");
    lines.put("transaction.state.log.min.isr", "1");
    lines.put("transaction.state.log.num.partitions", "4");
    lines.put("share.coordinator.state.topic.replication.factor", "1");
    lines.put("share.coordinator.state.topic.min.isr", "1");
    // One member joins at once: waiting for others costs three seconds per start.
    lines.put("group.initial.rebalance.delay.ms", "0");
    lines.put("log.cleaner.dedupe.buffer.size", "8388608");
    StringBuilder text = new StringBuilder();
    lines.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    write(properties(), text.toString());
  }

  void writeJvmArguments(List<String> arguments) {
    StringBuilder text = new StringBuilder();
    for (String argument : arguments) {
      text.append('"').append(escaped(argument).replace("\"", "\\\"")).append("\"\n");
    }
    write(jvmArguments(), text.toString());
  }

  // Both formats, properties and argument files, take the backslash as an escape.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\");
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the processes of a Flink cluster read below the stack's folder. */
final class FlinkFiles {

  private static final List<String> LOGGING =
      List.of("log4j-cli.properties", "log4j-console.properties", "log4j-session.properties");
  private static final String ADDRESS = "run/flink.address";

  private final Path dir;

  FlinkFiles(Path dir) {
    this.dir = dir;
  }

  Path conf() {
    return dir.resolve("flink/conf");
  }

  /** Where a distribution is fetched to. */
  Path fetched() {
    return dir.resolve("flink");
  }

  /** {@code flink} of this cluster: the distribution's, told where it is. */
  Path client() {
    return dir.resolve("bin/flink");
  }

  PidFile pid(String process) {
    return new PidFile(dir.resolve("run").resolve(process + ".pid"));
  }

  Path printed(String process) {
    return dir.resolve("logs").resolve(process + ".out");
  }

  /** Of the REST port as of the last start. */
  URI address() {
    try {
      return URI.create(Files.readString(dir.resolve(ADDRESS)).strip());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.STACK,
          "no Flink cluster was started in %s; start one with: floorwalker up --cluster"
              .formatted(dir),
          e);
    }
  }

  /** Writes everything for a start with these ports. */
  void write(FlinkHome home, int restPort, int rpcPort) {
    try {
      Files.createDirectories(conf());
      Files.createDirectories(dir.resolve("run/flink"));
      for (String name : LOGGING) {
        Files.copy(home.sample(name), conf().resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.writeString(
          conf().resolve("config.yaml"),
          Files.readString(Home.conf("flink-config.yaml")) + own(restPort, rpcPort));
      Files.writeString(dir.resolve(ADDRESS), "http://" + BrokerFiles.HOST + ":" + restPort + "\n");
      Files.createDirectories(client().getParent());
      Files.writeString(client(), clientScript(home));
      Files.setPosixFilePermissions(client(), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String own(int restPort, int rpcPort) {
    Map<String, String> own = new TreeMap<>();
    own.put("rest.port", Integer.toString(restPort));
    own.put("jobmanager.rpc.port", Integer.toString(rpcPort));
    own.put("execution.checkpointing.dir", uri("checkpoints/cluster"));
    own.put("execution.checkpointing.savepoint-dir", uri("savepoints"));
    own.put("io.tmp.dirs", dir.resolve("tmp").toString());
    own.put("env.java.home", System.getProperty("java.home"));
    own.put("env.log.dir", dir.resolve("logs").toString());
    own.put("env.pid.dir", dir.resolve("run/flink").toString());
    own.put("env.java.opts.all", JvmOptions.text());
    return own.entrySet().stream()
        .map(entry -> entry.getKey() + ": '" + entry.getValue().replace("'", "''") + "'\n")
        .collect(
            Collectors.joining("", "\n# Of the stack in " + dir + ", written at its start.\n", ""));
  }

  private String uri(String folder) {
    return dir.resolve(folder).toUri().toString();
  }

  private String clientScript(FlinkHome home) {
    return """
        #!/bin/sh
        # flink for the cluster of %s, written by floorwalker up --cluster.
        FLINK_CONF_DIR=%s exec %s "$@"
        """
        .formatted(dir, quoted(conf()), quoted(home.script("flink").toAbsolutePath()));
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}

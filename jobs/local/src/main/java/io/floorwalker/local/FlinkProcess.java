package io.floorwalker.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of a Flink cluster, started by the distribution's own script. */
final class FlinkProcess {

  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration KILL = Duration.ofSeconds(10);

  private final String name;
  private final String script;
  private final FlinkFiles files;

  private FlinkProcess(String name, String script, FlinkFiles files) {
    this.name = name;
    this.script = script;
    this.files = files;
  }

  static FlinkProcess jobManager(FlinkFiles files) {
    return new FlinkProcess("jobmanager", "jobmanager.sh", files);
  }

  static FlinkProcess taskManager(FlinkFiles files, int number) {
    return new FlinkProcess("taskmanager-" + number, "taskmanager.sh", files);
  }

  String name() {
    return name;
  }

  Optional<ProcessHandle> process() {
    return files.pid(name).owner();
  }

  Path printed() {
    return files.printed(name);
  }

  void start(FlinkHome home) {
    Process started =
        Processes.background(
            // The property means nothing to Flink; the pid file knows our processes by it.
            List.of(
                "bash",
                home.script(script).toString(),
                "start-foreground",
                "-D",
                "io.floorwalker.process=" + name),
            Map.of("FLINK_CONF_DIR", files.conf().toString()),
            printed());
    files.pid(name).claim(started.toHandle());
  }

  /** Stops it if it runs; false when it does not end. */
  boolean stop() {
    boolean gone = process().map(running -> Processes.stop(running, STOP, KILL)).orElse(true);
    if (gone) {
      files.pid(name).delete();
    }
    return gone;
  }
}

package io.floorwalker.local;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.lake.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;

/**
 * One embedded stack, all of it in one folder: a Kafka broker, an Iceberg catalog on SQLite and its
 * warehouse, checkpoints and logs.
 */
final class Stack {

  private final Path dir;
  private final Broker broker;
  private final StackLock lock;

  private Stack(Path dir) {
    this.dir = dir;
    this.broker = new Broker(dir);
    this.lock = new StackLock(dir.resolve("run/.stack.lock"));
  }

  static Stack in(Path dir) {
    return new Stack(dir.toAbsolutePath().normalize());
  }

  Path dir() {
    return dir;
  }

  /** Address of the broker as of its last start; it may be down. */
  String bootstrapServers() {
    return broker.address();
  }

  boolean running() {
    return broker.process().isPresent();
  }

  /**
   * The settings of a job on this stack: built-in, then this folder's addresses, then the files,
   * the environment and the {@code key=value} texts.
   *
   * @throws CommandFailure with exit code 2 for a setting that cannot be used
   */
  Settings settings(List<Path> conf, List<String> sets) {
    List<Path> files = new ArrayList<>();
    files.add(new StackSettings(dir, broker.address()).write());
    files.addAll(conf);
    try {
      return Settings.read(files, System.getenv(), sets);
    } catch (InvalidSettings e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Starts the broker, creates the topics and tables that are missing.
   *
   * @param port of the broker; 0 any free one, empty the one of the last start, else 9092
   * @throws CommandFailure with exit code 3 when it runs already or the port is taken
   */
  void up(OptionalInt port, Progress progress) {
    lock.during(
        () -> {
          Optional<ProcessHandle> process = broker.process();
          if (process.isPresent()) {
            throw new CommandFailure(
                ExitCode.STACK,
                "the stack in %s is already running (process %d, Kafka on %s); stop it with: floorwalker down%s"
                    .formatted(dir, process.get().pid(), broker.address(), dirOption()));
          }
          start(port, progress);
        });
  }

  /** Starts it unless it runs; returns whether it was started here. */
  boolean ensureUp(Progress progress) {
    return ensureUp(OptionalInt.empty(), progress);
  }

  /** The same, with the broker's port if it is to be started. */
  boolean ensureUp(OptionalInt port, Progress progress) {
    boolean[] started = new boolean[1];
    lock.during(
        () -> {
          if (running()) {
            StackKeys.of(dir).createMissing(); // a stack of an earlier version has none
          } else {
            start(port, progress);
            started[0] = true;
          }
        });
    return started[0];
  }

  /** Makes sure that it runs; closing the returned use stops it where it was started for that. */
  StackUse use(Progress progress) {
    return use(OptionalInt.empty(), progress);
  }

  /** The same, with the broker's port if it is to be started. */
  StackUse use(OptionalInt port, Progress progress) {
    return new StackUse(this, ensureUp(port, progress), progress);
  }

  /**
   * Stops the broker.
   *
   * @throws CommandFailure with exit code 3 when nothing runs
   */
  void down(Progress progress) {
    lock.during(
        () -> {
          Optional<ProcessHandle> process = broker.process();
          if (process.isEmpty()) {
            boolean stale = broker.files().pid().isStale();
            broker.files().pid().delete();
            throw new CommandFailure(
                ExitCode.STACK,
                "no stack runs in %s%s; start one with: floorwalker up%s"
                    .formatted(dir, stale ? " (removed a stale pid file)" : "", dirOption()));
          }
          if (!broker.stop(process.get())) {
            throw new CommandFailure(
                ExitCode.FAILED,
                "process %d (the Kafka broker) does not end; see %s"
                    .formatted(process.get().pid(), broker.files().log()));
          }
          progress.say("stopped the Kafka broker (process %d)".formatted(process.get().pid()));
        });
  }

  /**
   * Fails unless the stack runs.
   *
   * @throws CommandFailure with exit code 3 and the command that starts it
   */
  void requireRunning() {
    if (!running()) {
      throw new CommandFailure(
          ExitCode.STACK,
          "no stack runs in %s; start one with: floorwalker up%s".formatted(dir, dirOption()));
    }
  }

  /** {@code --dir D} as a user would type it for this stack, with a blank before it. */
  String dirOption() {
    return dir.equals(DirOption.ordinary().toAbsolutePath().normalize()) ? "" : " --dir " + dir;
  }

  Path checkpoints(String job) {
    return dir.resolve("checkpoints").resolve(job);
  }

  PidFile jobPid(String job) {
    return new PidFile(dir.resolve("run").resolve(job + ".pid"));
  }

  private void start(OptionalInt port, Progress progress) {
    if (broker.files().pid().isStale()) {
      progress.say("a stale pid file was found (no broker behind it); it is replaced");
    }
    progress.say("starting the Kafka broker ...");
    int last = broker.files().port().orElse(Broker.DEFAULT_PORT);
    broker.start(port.orElse(last));
    try {
      furnish(progress);
    } catch (RuntimeException e) {
      // Nothing is left behind by a start that failed.
      broker.process().ifPresent(broker::stop);
      throw e;
    }
  }

  private void furnish(Progress progress) {
    StackKeys.of(dir).createMissing();
    Settings settings = settings(List.of(), List.of());
    try (Admin admin = Kafka.admin(broker.address())) {
      int partitions = Math.toIntExact(settings.number(Keys.KAFKA_PARTITIONS));
      int created = new TopicSetup(admin, partitions, (short) 1).createMissing();
      if (created > 0) {
        progress.say("created %d topics with %d partitions".formatted(created, partitions));
      }
    }
    try (Lake lake = Lake.open(settings)) {
      lake.createMissingTables();
    }
  }
}

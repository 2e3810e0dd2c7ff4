package io.floorwalker.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A Flink cluster of processes beside a stack: a job manager and task managers of a real
 * distribution, all bound to 127.0.0.1.
 */
final class FlinkCluster {

  static final int TASK_MANAGERS = 2;

  private static final Duration START = Duration.ofSeconds(90);
  private static final int DEFAULT_PORT = 8081;

  private final Stack stack;
  private final FlinkFiles files;
  private final List<FlinkProcess> processes = new ArrayList<>();

  private FlinkCluster(Stack stack) {
    this.stack = stack;
    this.files = new FlinkFiles(stack.dir());
    processes.add(FlinkProcess.jobManager(files));
    IntStream.rangeClosed(1, TASK_MANAGERS)
        .forEach(number -> processes.add(FlinkProcess.taskManager(files, number)));
  }

  static FlinkCluster of(Stack stack) {
    return new FlinkCluster(stack);
  }

  FlinkFiles files() {
    return files;
  }

  boolean running() {
    return processes.get(0).process().isPresent();
  }

  /**
   * Starts the processes and waits until all slots are offered.
   *
   * @param webPort of REST and the web page; empty: 8081, or any free one when it is taken
   * @throws CommandFailure when it runs already, a port is taken or it does not come up
   */
  void start(OptionalInt webPort, Progress progress) {
    if (running()) {
      throw new CommandFailure(
          ExitCode.STACK,
          "a Flink cluster already runs in %s (%s); stop it with: floorwalker down%s"
              .formatted(stack.dir(), files.address(), stack.dirOption()));
    }
    FlinkHome home = FlinkHome.find(files.fetched(), progress);
    files.write(home, port(webPort), Ports.anyFree());
    progress.say("starting a Flink job manager and %d task managers ...".formatted(TASK_MANAGERS));
    processes.forEach(process -> process.start(home));
    try (FlinkRest rest = FlinkRest.at(files.address())) {
      if (!Await.until(START, () -> someEnded() || rest.taskManagers() == TASK_MANAGERS)
          || someEnded()) {
        stop(progress);
        throw new CommandFailure(
            ExitCode.STACK,
            "the Flink cluster did not come up; see %s and the logs beside it"
                .formatted(processes.get(0).printed()));
      }
    }
  }

  /** Stops what runs, task managers first; jobs go on from their newest checkpoint when told to. */
  void stop(Progress progress) {
    for (int i = processes.size() - 1; i >= 0; i--) {
      FlinkProcess process = processes.get(i);
      Optional<ProcessHandle> running = process.process();
      boolean gone = process.stop();
      running.ifPresent(
          handle ->
              progress.say(
                  "%s %s (process %d)"
                      .formatted(
                          gone ? "stopped" : "could not stop", process.name(), handle.pid())));
    }
  }

  private boolean someEnded() {
    return processes.stream().anyMatch(process -> process.process().isEmpty());
  }

  private static int port(OptionalInt asked) {
    int wanted = asked.orElse(DEFAULT_PORT);
    if (wanted == 0 || (asked.isEmpty() && !Ports.isFree(wanted))) {
      return Ports.anyFree();
    }
    if (!Ports.isFree(wanted)) {
      throw new CommandFailure(
          ExitCode.STACK,
          "port %d is in use by another program; use --web-port N or stop it".formatted(wanted));
    }
    return wanted;
  }
}

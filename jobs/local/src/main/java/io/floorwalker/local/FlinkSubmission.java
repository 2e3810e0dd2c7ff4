package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a job to the stack's Flink cluster with {@code flink run}, as a user would type it. */
final class FlinkSubmission {

  private final Stack stack;
  private final Path jar;
  private final Settings settings;

  FlinkSubmission(Stack stack, Path jar, Settings settings) {
    this.stack = stack;
    this.jar = jar;
    this.settings = settings;
  }

  /**
   * Submits it and returns when the cluster has taken it.
   *
   * @param from a savepoint or checkpoint; empty: with empty state
   * @throws CommandFailure with what the client said when it was not taken
   */
  void submit(Job job, Optional<String> from) {
    try {
      Process client = new ProcessBuilder(command(job, from)).redirectErrorStream(true).start();
      client.getOutputStream().close();
      String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (client.waitFor() != 0) {
        throw new CommandFailure(
            ExitCode.FAILED, "%s was not taken: %s".formatted(job.name(), firstError(said)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "flink run was interrupted", e);
    }
  }

  /** The command line, for the user to repeat. */
  List<String> command(Job job, Optional<String> from) {
    List<String> command = new ArrayList<>();
    command.add(new FlinkFiles(stack.dir()).client().toString());
    command.addAll(List.of("run", "-d", "-p", Integer.toString(settings.parallelism())));
    from.ifPresent(place -> command.addAll(List.of("-s", place)));
    command.addAll(List.of("-c", job.getClass().getName(), jar.toString()));
    command.addAll(List.of("--conf", stack.dir().resolve("run/stack.yaml").toString()));
    settings.conf().forEach(file -> command.addAll(List.of("--conf", file.toString())));
    // Where this job's checkpoints are looked for, also by a later start.
    command.addAll(
        List.of(
            "--set", "flink.execution.checkpointing.dir=" + stack.checkpoints(job.name()).toUri()));
    // The log is read again from its beginning, and what was written then is in the tables.
    command.addAll(List.of("--set", Keys.RUN_SKIP_WRITTEN.name() + "=" + from.isEmpty()));
    settings.sets().forEach(set -> command.addAll(List.of("--set", set)));
    return command;
  }

  private static String firstError(String said) {
    return said.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("---") && !line.startsWith("\t"))
        .filter(line -> !line.contains("The program finished with the following exception"))
        .findFirst()
        .orElse("the client said nothing");
  }

  /**
   * What the user gives along.
   *
   * @param parallelism of every step
   */
  record Settings(List<Path> conf, List<String> sets, int parallelism) {}
}

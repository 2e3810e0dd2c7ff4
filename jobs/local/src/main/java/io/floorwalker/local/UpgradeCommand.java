package io.floorwalker.local;

import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code upgrade JOB}: another jar, other settings or another size for a job of the cluster. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description = {
      "Stops a job of the stack's Flink cluster with a savepoint (never a drain: what is open stays"
          + " open), starts it from there, and waits until it has completed a checkpoint.",
      "A job that does not run goes on from its newest checkpoint, else it starts with empty state."
    })
final class UpgradeCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Parameters(
      paramLabel = "JOB",
      completionCandidates = RunCommand.JobNames.class,
      description = "one of: ${COMPLETION-CANDIDATES}")
  private String name = "";

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "the new jar (default: jobs/dist/target/floorwalker-jobs.jar of the checkout)")
  private @Nullable Path jar;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings (YAML); may be repeated")
  private List<Path> conf = new ArrayList<>();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "one setting; may be repeated")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--parallelism", paramLabel = "N", description = "of every step (default: 1)")
  private int parallelism = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Job job =
        Jobs.named(name)
            .orElseThrow(
                () ->
                    misused(
                        "unknown job '%s'; it is one of: %s"
                            .formatted(
                                name,
                                Jobs.all().stream()
                                    .map(Job::name)
                                    .collect(Collectors.joining(", ")))));
    if (parallelism < 1) {
      throw misused("--parallelism " + parallelism + ": it is at least 1");
    }
    Stack stack = dir.stack();
    stack.requireRunning();
    // Wrong settings are told before anything is stopped.
    var unused = stack.settings(conf, sets);
    FlinkSubmission submission =
        new FlinkSubmission(stack, file(), new FlinkSubmission.Settings(conf, sets, parallelism));
    new Upgrade(stack, submission, new Progress(spec.commandLine().getErr()))
        .run(job, spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private Path file() {
    Path file = jar != null ? jar : Home.folder().resolve("jobs/dist/target/floorwalker-jobs.jar");
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the jar %s does not exist; build it with: ./mvnw -q package -DskipTests -pl jobs/dist -am"
              .formatted(file));
    }
    return file;
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

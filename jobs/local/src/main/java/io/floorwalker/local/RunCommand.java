package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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

/** {@code run JOB}: one job in the foreground, until Ctrl-C or, bounded, until its end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one job in the foreground, in this process, against the stack of --dir, which is started"
          + " and stopped if it is down.",
      "It goes on from its newest completed checkpoint, else from the earliest offsets. Ctrl-C takes"
          + " a last checkpoint and stops."
    })
final class RunCommand implements Callable<Integer>, NamedLog {

  @Mixin private DirOption dir = new DirOption();

  @Parameters(paramLabel = "JOB", description = "ingest, cart-abandonment, deliver or lake")
  private String job = "";

  @Option(
      names = "--bounded",
      description =
          "from the earliest to the present end with empty state, then finish; rows that stand in"
              + " the table already are not written again")
  private boolean bounded;

  @Option(
      names = "--at-end",
      paramLabel = "WHAT",
      description = "at the end of a bounded run, fire or hold what would come due (default: fire)")
  private String atEnd = "fire";

  @Option(names = "--fresh", description = "start with empty state; old checkpoints are moved away")
  private boolean fresh;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings (YAML); may be repeated")
  private List<Path> conf = new ArrayList<>();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "one setting; may be repeated")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--parallelism", paramLabel = "N", description = "of every step (default: 1)")
  private int parallelism;

  @Option(
      names = "--web-port",
      paramLabel = "P",
      description = "of the web UI on 127.0.0.1 (default: 8081 or the next free one)")
  private @Nullable Integer webPort;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public String logName() {
    return Jobs.named(job).map(Job::name).orElse("run");
  }

  @Override
  public Integer call() {
    Job named = Jobs.named(job).orElseThrow(this::unknownJob);
    if (!atEnd.equals("fire") && !atEnd.equals("hold")) {
      throw misused("--at-end " + atEnd + ": it is fire or hold");
    }
    if (parallelism < 0) {
      throw misused("--parallelism " + parallelism + ": it is at least 1");
    }
    Stack stack = dir.stack();
    Settings settings = stack.settings(conf, sets);
    Progress progress = new Progress(spec.commandLine().getErr());
    JobClaim.refuseSecond(stack, named.name());
    StopSignal stop = StopSignal.ofProcess();
    try (StackUse use = stack.use(progress)) {
      Settings current = use.started() ? stack.settings(conf, sets) : settings;
      WrittenRows before = WrittenRows.now(stack, current);
      RunOptions options = new RunOptions(bounded, atEnd, fresh, parallelism);
      boolean ended = new JobRunner(stack, progress, port()).run(named, current, options, stop);
      print(before, WrittenRows.now(stack, current));
      return ended || !bounded ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private void print(WrittenRows before, WrittenRows after) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> changes = after.since(before);
    out.println(job + ": " + (changes.isEmpty() ? "nothing new" : String.join(", ", changes)));
  }

  private OptionalInt port() {
    return webPort == null ? OptionalInt.empty() : OptionalInt.of(webPort);
  }

  private ParameterException unknownJob() {
    return misused(
        "unknown job '%s'; it is one of: %s"
            .formatted(job, Jobs.all().stream().map(Job::name).collect(Collectors.joining(", "))));
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

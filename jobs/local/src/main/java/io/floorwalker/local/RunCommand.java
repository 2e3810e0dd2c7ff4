package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run JOB...}: jobs in the foreground, until Ctrl-C or, bounded, until their end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a job, or several side by side, in the foreground, in this process, against the stack of"
          + " --dir, which is started and stopped if it is down.",
      "It goes on from its newest completed checkpoint, else from the earliest offsets. Ctrl-C takes"
          + " a last checkpoint and stops.",
      "Each bounded job reads what stands in its topics when it starts: run what feeds another one"
          + " before it, not with it."
    })
final class RunCommand implements Callable<Integer>, NamedLog {

  @Mixin private DirOption dir = new DirOption();

  @Parameters(
      paramLabel = "JOB",
      arity = "1..*",
      completionCandidates = JobNames.class,
      description = "one of: ${COMPLETION-CANDIDATES}; or several")
  private List<String> names = List.of();

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

  @Mixin private SettingsOption settings = new SettingsOption();

  @Option(names = "--parallelism", paramLabel = "N", description = "of every step (default: 1)")
  private int parallelism;

  @Mixin private WebPortOption web = new WebPortOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public String logName() {
    return names.size() == 1 && Jobs.named(names.get(0)).isPresent() ? names.get(0) : "run";
  }

  @Override
  public Integer call() {
    List<Job> jobs = names.stream().distinct().map(this::named).toList();
    if (!atEnd.equals("fire") && !atEnd.equals("hold")) {
      throw misused("--at-end " + atEnd + ": it is fire or hold");
    }
    if (parallelism < 0) {
      throw misused("--parallelism " + parallelism + ": it is at least 1");
    }
    Stack stack = dir.stack();
    Settings before = settings.on(stack);
    Progress progress = new Progress(spec.commandLine().getErr());
    jobs.forEach(job -> JobClaim.refuseSecond(stack, job.name()));
    StopSignal stop = StopSignal.ofProcess();
    try (StackUse use = stack.use(progress)) {
      Settings current = use.started() ? settings.on(stack) : before;
      WrittenRows written = WrittenRows.now(stack, current);
      RunOptions options = new RunOptions(bounded, atEnd, fresh, parallelism);
      boolean ended = new JobRunner(stack, progress, web.port()).run(jobs, current, options, stop);
      print(written, WrittenRows.now(stack, current));
      return ended || !bounded ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private void print(WrittenRows before, WrittenRows after) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> changes = after.since(before);
    out.println(
        String.join(", ", names)
            + ": "
            + (changes.isEmpty() ? "nothing new" : String.join(", ", changes)));
  }

  private Job named(String name) {
    return Jobs.named(name).orElseThrow(() -> unknownJob(name));
  }

  private ParameterException unknownJob(String name) {
    return misused(
        "unknown job '%s'; it is one of: %s"
            .formatted(name, Jobs.all().stream().map(Job::name).collect(Collectors.joining(", "))));
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** What the help lists. */
  static final class JobNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Jobs.all().stream().map(Job::name).iterator();
    }
  }
}

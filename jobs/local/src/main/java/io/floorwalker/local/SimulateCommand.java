package io.floorwalker.local;

import io.floorwalker.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: made-up shoppers, live on the running stack or as a past that is over. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes what made-up shoppers do to the running stack, at the pace of the wall clock, with a"
          + " few disordered, repeated, late and broken records.",
      "They leave and return around abandonment.cart.after and the other thresholds (--conf and"
          + " --set as for 'run').",
      "",
      "With --history it publishes a past that is over instead, as fast as it goes, and runs the"
          + " bounded ingest over it, so that 'run JOB --bounded' finds all there is. The stack is"
          + " started and stopped if it is down. Use a --dir of its own."
    })
final class SimulateCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "how many visits in all; 0: until Ctrl-C (default: 0)")
  private int sessions;

  @Mixin private PaceOption pace = new PaceOption();

  @Option(
      names = "--history",
      paramLabel = "DAYS",
      description = "a past of so many days that is over; needs --sessions, --speed has no effect")
  private @Nullable Integer history;

  @Option(names = "--no-ingest", description = "with --history: only publish")
  private boolean noIngest;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "write what must be found, as JSON lines (kind, step, key, at, evidence)")
  private @Nullable Path truth;

  @Mixin private SettingsOption settings = new SettingsOption();

  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (sessions < 0) {
      throw misused("--sessions " + sessions + ": give how many visits, or 0 for endless");
    }
    if (history != null && history < 1) {
      throw misused("--history " + history + ": give at least 1 day");
    }
    if (history != null && sessions == 0) {
      throw misused("--history " + history + " has an end; say with --sessions N how many visits");
    }
    if (noIngest && history == null) {
      throw misused("--no-ingest goes with --history");
    }
    return history == null ? live() : past(history);
  }

  private int past(int pastDays) {
    Progress progress = new Progress(spec.commandLine().getErr());
    StopSignal stop = StopSignal.ofProcess();
    Stack stack = dir.stack();
    Shoppers shoppers = past(pastDays, settings.on(stack));
    try (TruthFile truths = TruthFile.open(truth);
        StackUse use = stack.use(progress)) {
      PastDays days = PastDays.before(Clock.systemUTC().instant(), pastDays, stack);
      days.publish(shoppers, truths, stop);
      if (!noIngest) {
        new BoundedIngest(stack, progress).run(stop);
      }
      output
          .to(spec.commandLine().getOut())
          .write(List.of("published", "count"), days.report(truths));
    }
    return ExitCode.OK;
  }

  private int live() {
    Stack stack = dir.stack();
    Shoppers shoppers = live(settings.on(stack));
    stack.requireRunning();
    StopSignal stop = StopSignal.ofProcess();
    Clock clock = Clock.systemUTC();
    try (TruthFile truths = TruthFile.open(truth);
        Traffic traffic =
            new Traffic(
                stack.bootstrapServers(), shoppers.from(clock.instant(), truths::add), clock)) {
      Thread publisher = new Thread(traffic::run, "shoppers");
      publisher.start();
      new Progress(spec.commandLine().getErr())
          .say(
              "publishing to cx.raw.canonical on %s; stop with Ctrl-C"
                  .formatted(stack.bootstrapServers()));
      while (publisher.isAlive()) {
        if (stop.within(200)) {
          traffic.stop();
          join(publisher);
        }
      }
      return report(traffic);
    }
  }

  private int report(Traffic traffic) {
    spec.commandLine().getOut().println("published " + traffic.sent() + " records");
    traffic
        .failure()
        .ifPresent(
            failure -> {
              throw new CommandFailure(
                  ExitCode.FAILED,
                  "records were lost: "
                      + RootCause.line(failure)
                      + "; see the broker's log and start again",
                  failure);
            });
    return ExitCode.OK;
  }

  private Shoppers live(Settings wanted) {
    try {
      return Shoppers.live(pace.pace(), sessions, wanted);
    } catch (IllegalArgumentException e) {
      throw misused(String.valueOf(e.getMessage()));
    }
  }

  private Shoppers past(int pastDays, Settings wanted) {
    try {
      return Shoppers.past(pace.pace().seed(), sessions, pastDays, wanted);
    } catch (IllegalArgumentException e) {
      throw misused(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stack, receiver, jobs, shoppers and view, started in order and stopped in reverse. */
final class Demo {

  private final Stack stack;
  private final DemoOptions options;
  private final DemoScreen screen;
  private final Progress progress;
  private final DemoTargets targets;
  private final Clock clock = Clock.systemUTC();

  Demo(Stack stack, DemoOptions options, DemoScreen screen, Progress progress) {
    this.stack = stack;
    this.options = options;
    this.screen = screen;
    this.progress = progress;
    this.targets = new DemoTargets(stack.dir());
  }

  /** Returns the exit code: 0, or 5 when {@code --sessions} ended with a difference. */
  int run(StopSignal stop) {
    Jobs.all().forEach(job -> JobClaim.refuseSecond(stack, job.name()));
    screen.settings(settings());
    Truths truths = new Truths(clock.instant());
    boolean complete;
    try (StackUse use = stack.use(options.ports().broker(), progress)) {
      complete = runOnStack(settings(), truths, stop);
    }
    boolean scored = options.sessions() > 0 && complete;
    Map<String, Truths.Score> scores = truths.scores();
    if (scored) {
      screen.scores(scores);
    }
    screen.summary(stack, WrittenRows.tables(settings()));
    return scored && scores.values().stream().anyMatch(Truths.Score::differs)
        ? ExitCode.DIFFERENCE
        : ExitCode.OK;
  }

  private Settings settings() {
    return stack.settings(
        List.of(Home.conf("demo.yaml")),
        List.of(
            Keys.POLICY_FILE.name() + "=" + absolute(Home.conf("demo-policy.yaml")),
            Keys.DELIVER_TARGETS_FILE.name() + "=" + absolute(targets.targetsFile())));
  }

  private boolean runOnStack(Settings settings, Truths truths, StopSignal stop) {
    Arrivals arrivals = new Arrivals();
    try (JobClaims claims = JobClaims.take(stack, Jobs.all(), progress);
        DemoReceiver receiver =
            DemoReceiver.start(WebhookSecret.create(targets.secretFile()), arrivals, clock);
        LocalCluster cluster = LocalCluster.start(stack.dir(), options.ports().web())) {
      targets.write(receiver.address());
      JobSubmission submission = new JobSubmission(stack, cluster, progress);
      List<RunningJob> jobs = new ArrayList<>();
      for (Job job : claims.jobs()) {
        jobs.add(submission.submit(job, settings, RunOptions.live()));
      }
      boolean complete;
      try (DemoPage page = page()) {
        Optional<URI> pageAddress = Optional.ofNullable(page).map(DemoPage::address);
        screen.started(cluster.webAddress(), receiver.address(), pageAddress);
        String addresses =
            DemoScreen.addresses(cluster.webAddress(), receiver.address(), pageAddress);
        LiveState state =
            new LiveState(
                clock.instant(), settings.duration(Keys.CART_AFTER), ZoneId.systemDefault());
        DemoFigures figures =
            new DemoFigures(
                state,
                arrivals,
                () -> WrittenRows.tables(settings),
                new DemoFigures.Places(clock.instant(), addresses, DemoScreen.shortened(settings)));
        complete = watch(new Running(settings, truths, state, figures, jobs), stop);
      }
      progress.say("stopping ...");
      jobs.forEach(job -> job.stop(progress));
      return complete;
    }
  }

  private boolean watch(Running running, StopSignal stop) {
    try (RecordReader reader = RecordReader.open(stack.bootstrapServers(), DemoWatch.TOPICS);
        Traffic traffic =
            new Traffic(
                stack.bootstrapServers(),
                Shoppers.live(options.pace(), options.sessions(), running.settings())
                    .from(clock.instant(), running.truths()::expect),
                clock);
        DemoView view = screen.open(progress)) {
      stop.beforeHalt(view::abandon);
      DemoWatch watch = new DemoWatch(reader, running.state(), running.truths(), view, clock);
      return new DemoLoop(watch, traffic, running.jobs(), running.figures(), view)
          .run(options, running.settings(), stop);
    }
  }

  private @Nullable DemoPage page() {
    return options.page().wanted()
        ? DemoPage.open(stack.bootstrapServers(), options.page(), clock)
        : null;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** What is up while shoppers come. */
  private record Running(
      Settings settings,
      Truths truths,
      LiveState state,
      DemoFigures figures,
      List<RunningJob> jobs) {}
}

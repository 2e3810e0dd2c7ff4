package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import io.floorwalker.simulator.Shop;
import io.floorwalker.simulator.ShopSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stack, jobs, shoppers and screen, started in order and stopped in reverse. */
final class Demo {

  private final Stack stack;
  private final DemoOptions options;
  private final DemoScreen screen;
  private final Progress progress;
  private final Clock clock = Clock.systemUTC();

  Demo(Stack stack, DemoOptions options, DemoScreen screen, Progress progress) {
    this.stack = stack;
    this.options = options;
    this.screen = screen;
    this.progress = progress;
  }

  /** Returns the exit code: 0, or 5 when {@code --sessions} ended with a difference. */
  int run(StopSignal stop) {
    List<Path> conf = List.of(Home.conf("demo.yaml"));
    Jobs.all().forEach(job -> JobClaim.refuseSecond(stack, job.name()));
    screen.settings(stack.settings(conf, List.of()));
    Truths truths = new Truths(clock.instant());
    boolean complete;
    try (StackUse use = stack.use(options.port(), progress)) {
      complete = runOnStack(stack.settings(conf, List.of()), truths, stop);
    }
    boolean scored = options.sessions() > 0 && complete;
    Truths.Score score = truths.score();
    if (scored) {
      screen.score(score);
    }
    screen.summary(stack, WrittenRows.tables(stack.settings(conf, List.of())));
    return scored && score.missed() + score.extra() > 0 ? ExitCode.DIFFERENCE : ExitCode.OK;
  }

  private boolean runOnStack(Settings settings, Truths truths, StopSignal stop) {
    Map<String, Long> before = WrittenRows.tables(settings);
    try (JobClaims claims = JobClaims.take(stack, Jobs.all(), progress);
        LocalCluster cluster = LocalCluster.start(stack.dir(), options.webPort())) {
      JobSubmission submission = new JobSubmission(stack, cluster, progress);
      List<RunningJob> jobs = new ArrayList<>();
      for (Job job : claims.jobs()) {
        jobs.add(submission.submit(job, settings, RunOptions.live()));
      }
      screen.started(cluster.webAddress());
      try (TopicReader reader =
              TopicReader.open(
                  stack.bootstrapServers(),
                  List.of(Topics.EVENTS, Topics.DETECTIONS),
                  TopicReader.From.LATEST);
          Traffic traffic =
              new Traffic(
                  stack.bootstrapServers(),
                  Shop.open(shop(settings), clock.millis(), Shoppers.cartsOf(truths)),
                  clock)) {
        DemoWatch watch = new DemoWatch(reader, screen, truths, settings, clock);
        DemoLoop loop = new DemoLoop(watch, traffic, jobs, before);
        boolean complete = loop.run(options, settings, stop, progress);
        progress.say("stopping ...");
        traffic.stop();
        jobs.forEach(job -> job.stop(progress));
        return complete;
      }
    }
  }

  private ShopSettings shop(Settings settings) {
    DemoOptions.Pace pace = options.pace();
    return ShopSettings.demo(
        pace.seed(), options.sessions(), pace.speed(), Shoppers.thresholds(settings));
  }
}

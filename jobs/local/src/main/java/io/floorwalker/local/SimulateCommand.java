package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.simulator.Shop;
import io.floorwalker.simulator.ShopSettings;
import io.floorwalker.simulator.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: made-up shoppers, published live to the running stack. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes what made-up shoppers do to cx.raw.canonical of the running stack, at the pace of"
          + " the wall clock, with a few disordered, repeated, late and broken records.",
      "They leave, return and fall silent around abandonment.*.after and stakeholder.stale.*"
          + " (--conf and --set as for 'run')."
    })
final class SimulateCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "how many visits in all; 0: until Ctrl-C (default: 0)")
  private int sessions;

  @Option(names = "--seed", paramLabel = "N", description = "which shoppers come (default: 1)")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "divides the shoppers' thinking times (default: 1)")
  private double speed = 1;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "write what must be found, as JSON lines (kind, step, key, at, evidence)")
  private @Nullable Path truth;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings (YAML); may be repeated")
  private List<Path> conf = new ArrayList<>();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "one setting; may be repeated")
  private List<String> sets = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Stack stack = dir.stack();
    Settings settings = stack.settings(conf, sets);
    ShopSettings shop = shop(settings);
    stack.requireRunning();
    StopSignal stop = StopSignal.ofProcess();
    Clock clock = Clock.systemUTC();
    try (PrintWriter truths = truthWriter();
        Traffic traffic =
            new Traffic(
                stack.bootstrapServers(),
                Shop.open(shop, clock.millis(), writing(truths)),
                clock)) {
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

  private ShopSettings shop(Settings settings) {
    try {
      return ShopSettings.demo(seed, sessions, speed, Shoppers.thresholds(settings));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private PrintWriter truthWriter() {
    if (truth == null) {
      return new PrintWriter(java.io.Writer.nullWriter());
    }
    try {
      return new PrintWriter(Files.newBufferedWriter(truth, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + truth + "; check the path after --truth", e);
    }
  }

  private static Consumer<Truth> writing(PrintWriter out) {
    return found -> out.println(Truths.json(found));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

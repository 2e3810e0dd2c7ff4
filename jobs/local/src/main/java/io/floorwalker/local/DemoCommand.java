package io.floorwalker.local;

import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole thing on this machine, with made-up shoppers. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the stack and the jobs ingest, cart-abandonment and lake, lets made-up shoppers in, and"
          + " shows what is found, until Ctrl-C.",
      "Times are short (deploy/conf/demo.yaml) and said on the screen."
    })
final class DemoCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "end after so long by the wall clock, for example 2m")
  private Duration lasts = Duration.ZERO;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description =
          "end after N visits, when the last cart came due; prints found, missed, extra (exit 5 if"
              + " any was missed or extra)")
  private int sessions;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "divides the shoppers' thinking times (default: 1)")
  private double speed = 1;

  @Option(names = "--seed", paramLabel = "N", description = "which shoppers come (default: 1)")
  private long seed = 1;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Kafka's port on 127.0.0.1; 0: any free one (default: as last time, else 9092)")
  private @Nullable Integer port;

  @Option(
      names = "--web-port",
      paramLabel = "P",
      description = "of the web UI on 127.0.0.1 (default: 8081 or the next free one)")
  private @Nullable Integer webPort;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!lasts.isZero() && sessions > 0) {
      throw misused("--for and --sessions are two ways to end; give one");
    }
    if (sessions < 0) {
      throw misused("--sessions " + sessions + ": give how many visits, or 0 for endless");
    }
    if (!(speed > 0)) {
      throw misused("--speed " + speed + ": give a number above 0");
    }
    DemoOptions options =
        new DemoOptions(
            lasts, sessions, new DemoOptions.Pace(seed, speed), optional(port), optional(webPort));
    DemoScreen screen = new DemoScreen(spec.commandLine().getOut(), ZoneId.systemDefault());
    Progress progress = new Progress(spec.commandLine().getErr());
    return new Demo(dir.stack(), options, screen, progress).run(StopSignal.ofProcess());
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

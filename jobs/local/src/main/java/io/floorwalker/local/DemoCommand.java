package io.floorwalker.local;

import java.time.Duration;
import java.util.concurrent.Callable;
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
      "Starts the stack and all jobs, lets made-up shoppers in, and shows what is found, what is done"
          + " about it and what comes of it, until Ctrl-C.",
      "On a terminal it draws a picture in place (size from COLUMNS and LINES); into a pipe or file,"
          + " or with TERM=dumb, it writes lines.",
      "Times are short (deploy/conf/demo.yaml) and said on the screen. What is sent goes to a receiver"
          + " in this process, which shows it on a page.",
      "",
      "All jobs share one JVM with at most 1536 MB of heap; FLOORWALKER_JAVA_OPTS=-Xmx3g gives more."
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
          "end after N visits, when the last thing came due; prints found, missed, extra by kind"
              + " (exit 5 if any was missed or extra)")
  private int sessions;

  @Mixin private PaceOption pace = new PaceOption();

  @Mixin private PortOption port = new PortOption();

  @Mixin private WebPortOption web = new WebPortOption();

  @Mixin private PageOptions page = new PageOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!lasts.isZero() && sessions > 0) {
      throw misused("--for and --sessions are two ways to end; give one");
    }
    if (sessions < 0) {
      throw misused("--sessions " + sessions + ": give how many visits, or 0 for endless");
    }
    DemoOptions options =
        new DemoOptions(
            lasts,
            sessions,
            pace.pace(),
            new DemoOptions.ChosenPorts(port.port(), web.port()),
            page);
    DemoScreen screen =
        new DemoScreen(
            spec.commandLine().getOut(),
            TerminalView.isPossible(System.console() != null, System.getenv()),
            System.getenv());
    Progress progress = new Progress(spec.commandLine().getErr());
    return new Demo(dir.stack(), options, screen, progress).run(StopSignal.ofProcess());
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

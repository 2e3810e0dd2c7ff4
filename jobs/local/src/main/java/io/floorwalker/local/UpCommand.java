package io.floorwalker.local;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code up}: starts the stack and leaves it running. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Starts the stack (Kafka broker, Iceberg catalog) in --dir, creates and checks topics and"
            + " tables, and leaves it running. With --cluster a Flink cluster beside it: a job"
            + " manager and task managers as processes of a real distribution.")
final class UpCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Mixin private PortOption port = new PortOption();

  @Option(
      names = "--cluster",
      description =
          "also start Flink 2.3.0: the distribution of FLINK_HOME, else fetched once from PyPI")
  private boolean cluster;

  @Mixin private WebPortOption web = new WebPortOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(spec.commandLine().getErr());
    Stack stack = dir.stack();
    if (cluster) {
      stack.ensureUp(port.port(), progress);
      FlinkCluster.of(stack).start(web.port(), progress);
    } else {
      stack.up(port.port(), progress);
    }
    new StackReport(stack).print(out);
    return ExitCode.OK;
  }
}

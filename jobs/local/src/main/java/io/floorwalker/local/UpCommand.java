package io.floorwalker.local;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code up}: starts the stack and leaves it running. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Starts the stack (Kafka broker, Iceberg catalog) in --dir, creates and checks topics and"
            + " tables, and leaves it running.")
final class UpCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Mixin private PortOption port = new PortOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Stack stack = dir.stack();
    stack.up(port.port(), new Progress(spec.commandLine().getErr()));
    new StackReport(stack).print(out);
    return ExitCode.OK;
  }
}

package io.floorwalker.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code down}: stops the stack; its data stays. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description =
        "Stops the stack in --dir, its Flink cluster first. All data stays; 'up' goes on from there.")
final class DownCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Progress progress = new Progress(spec.commandLine().getErr());
    Stack stack = dir.stack();
    FlinkCluster.of(stack).stop(progress);
    stack.down(progress);
    return ExitCode.OK;
  }
}

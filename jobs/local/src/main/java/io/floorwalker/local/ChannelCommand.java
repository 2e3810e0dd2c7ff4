package io.floorwalker.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code channel}: what can be done with the targets of channels. */
@Command(
    name = "channel",
    mixinStandardHelpOptions = true,
    description = "Tries the channels that deliver sends to.",
    subcommands = ChannelTestCommand.class)
final class ChannelCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: channel test CHANNEL");
  }
}

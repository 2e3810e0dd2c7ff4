package io.floorwalker.local;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.deliver.Trial;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code channel test CHANNEL}: whether a target takes what is sent to it. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Sends one test message to the target of a channel (deliver.targets.file) and prints what it"
          + " answered. No job and no broker are needed.",
      "With --dry-run nothing is sent: prints the requests, secrets masked."
    })
final class ChannelTestCommand implements Callable<Integer> {

  @Mixin private final DirOption dir = new DirOption();

  @Mixin private final SettingsOption settings = new SettingsOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "CHANNEL", description = "for example chat")
  private String channel = "";

  @Option(
      names = "--to",
      paramLabel = "RECIPIENT",
      description = "a recipient_ref whose address is looked up (default: site:test)")
  private String recipient = "site:test";

  @Option(names = "--dry-run", description = "print the requests instead of sending them")
  private boolean dryRun;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Trial trial = Trial.with(settings.on(dir.stack()), Clock.systemUTC());
      Optional<Trial.Said> found =
          dryRun
              ? trial.rehearse(channel, recipient, out::println)
              : trial.send(channel, recipient);
      Trial.Said said = found.orElseThrow(this::noTarget);
      if (!dryRun || !said.delivered()) {
        out.println(said.words());
      }
      return said.delivered() ? ExitCode.OK : ExitCode.FAILED;
    } catch (InvalidSettings e) {
      throw new CommandFailure(ExitCode.USAGE, Objects.requireNonNull(e.getMessage()), e);
    }
  }

  private CommandFailure noTarget() {
    return new CommandFailure(
        ExitCode.USAGE,
        "channel %s has no target; name one in deliver.targets.file".formatted(channel));
  }
}

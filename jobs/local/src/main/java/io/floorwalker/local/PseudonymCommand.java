package io.floorwalker.local;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.ingest.privacy.Privacy;
import io.floorwalker.ingest.privacy.PseudonymKeys;
import io.floorwalker.ingest.privacy.Pseudonyms;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pseudonym ID...}: what ingest makes of the ids of people. */
@Command(
    name = "pseudonym",
    mixinStandardHelpOptions = true,
    description = {
      "Prints, a line each, what ingest makes of the ids of people: of an e-mail address, a phone"
          + " number or an IP address a pseudonym, of others what they are. Under these names"
          + " deliver looks up addresses, and cx.accounts and cx.consent have to know them.",
      "With --new-key ID: prints the line of a new key for privacy.keys.file."
    })
final class PseudonymCommand implements Callable<Integer> {

  @Mixin private final DirOption dir = new DirOption();

  @Mixin private final SettingsOption settings = new SettingsOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "ID", description = "for example a user_id")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--new-key", paramLabel = "ID", description = "the id of a new key, such as k2")
  private @Nullable String newKey;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "from when the new key is valid, or whose key is used; ISO (default: now)")
  private @Nullable Instant at;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Instant time = at == null ? Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS) : at;
    try {
      if (newKey != null) {
        out.print(checked(StackKeys.newKey(newKey, time)));
      } else {
        Pseudonyms pseudonyms =
            Privacy.pseudonyms(settings.on(dir.stack()).text(Keys.PRIVACY_KEYS_FILE));
        ids.forEach(id -> out.println(pseudonyms.ofId(id, time.toEpochMilli())));
      }
      return ExitCode.OK;
    } catch (InvalidSettings e) {
      throw new CommandFailure(ExitCode.USAGE, Objects.requireNonNull(e.getMessage()), e);
    }
  }

  private static String checked(String line) throws InvalidSettings {
    var unused = PseudonymKeys.parse(line);
    return line;
  }
}

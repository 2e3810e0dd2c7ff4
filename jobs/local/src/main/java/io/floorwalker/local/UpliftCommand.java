package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.decisions.InvalidPolicy;
import io.floorwalker.decisions.Policies;
import io.floorwalker.decisions.Policy;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uplift}: what each rule of the policy has changed. No broker is needed. */
@Command(
    name = "uplift",
    mixinStandardHelpOptions = true,
    description = {
      "Estimates what each rule of the policy changes, from the treated and the held out whose"
          + " windows have ended.",
      "The intervals hold at every look together (95 %%), so look as often as you like and stop when"
          + " you like. Below 50 units and 5 conversions in an arm nothing is said. net_margin is"
          + " per treated unit, after discount and cost, single huge orders trimmed."
    },
    footer = {"", "Example:", "  floorwalker uplift --set policy.file=my-policy.yaml"})
final class UpliftCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final DirOption dir = new DirOption();

  @Mixin private final SettingsOption settings = new SettingsOption();

  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() throws InterruptedException {
    UpliftReport report = new UpliftReport(policy());
    SqlSession session = SqlSession.open(Catalogs.settings(dir.stack()));
    SqlViews.in(Home.folder().resolve("sql/views"))
        .register(session, new Progress(spec.commandLine().getErr()));
    try {
      SqlSession.Result units = session.query(UpliftRow.QUERY);
      output
          .to(spec.commandLine().getOut())
          .write(
              UpliftReport.COLUMNS, report.of(units.rows().stream().map(UpliftRow::of).toList()));
    } catch (ExecutionException | RuntimeException e) {
      throw new CommandFailure(ExitCode.FAILED, SqlErrors.line(e, session), e);
    }
    return ExitCode.OK;
  }

  private Policy policy() {
    String file = settings.on(dir.stack()).text(Keys.POLICY_FILE);
    try {
      return file.isEmpty() ? Policies.builtIn() : Policies.read(Path.of(file));
    } catch (InvalidPolicy e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}

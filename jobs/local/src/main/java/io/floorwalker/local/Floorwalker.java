package io.floorwalker.local;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command line. Results go to stdout, progress to stderr, logs to files below {@code --dir};
 * exit codes are those of {@link ExitCode}.
 */
@Command(
    name = "floorwalker",
    description = "Sees in event time who is in trouble in a digital shop.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "floorwalker 0.1.0-SNAPSHOT",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      DemoCommand.class,
      RunCommand.class,
      ImportCommand.class,
      SimulateCommand.class,
      TailCommand.class,
      TablesCommand.class,
      SqlCommand.class,
      DoctorCommand.class,
      UpgradeCommand.class,
      UpliftCommand.class,
      ChannelCommand.class,
      CollectCommand.class,
      PseudonymCommand.class,
      FeedbackCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Floorwalker implements Runnable {

  static final String LOG = "floorwalker.log";

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Runs one command and returns its exit code; the process stays. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(new Floorwalker());
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionStrategy(Floorwalker::execute);
    commandLine.setExecutionExceptionHandler(Floorwalker::failed);
    commandLine.setParameterExceptionHandler(Floorwalker::misused);
    return commandLine.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  // The log's place depends on --dir, and nothing may log before it is known.
  private static int execute(ParseResult parsed) {
    CommandSpec command = leaf(parsed).commandSpec();
    dirOf(command)
        .ifPresent(
            dir -> {
              if (System.getProperty(LOG) == null) {
                String name =
                    command.userObject() instanceof NamedLog named
                        ? named.logName()
                        : command.name();
                System.setProperty(LOG, dir.resolve("logs").resolve(name + ".log").toString());
              }
            });
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int failed(Exception failure, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (failure instanceof CommandFailure known) {
      err.println("floorwalker: " + known.text());
      return known.exitCode();
    }
    Failures.log(failure);
    err.println(
        "floorwalker: %s failed: %s%s"
            .formatted(
                commandLine.getCommandName(),
                RootCause.line(failure),
                Optional.ofNullable(System.getProperty(LOG))
                    .map(log -> "; the whole story is in " + log)
                    .orElse("")));
    return ExitCode.FAILED;
  }

  private static int misused(ParameterException failure, String[] arguments) {
    CommandLine commandLine = failure.getCommandLine();
    PrintWriter err = commandLine.getErr();
    err.println("floorwalker: " + failure.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.println(
          "Try '%s --help' for more.".formatted(commandLine.getCommandSpec().qualifiedName()));
    }
    return ExitCode.USAGE;
  }

  private static ParseResult leaf(ParseResult parsed) {
    ParseResult result = parsed;
    while (result.hasSubcommand()) {
      result = result.subcommand();
    }
    return result;
  }

  private static Optional<Path> dirOf(CommandSpec command) {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(DirOption.class::isInstance)
        .map(option -> ((DirOption) option).path())
        .findFirst();
  }
}

package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql FILE|-}: Flink SQL over the lake; the last result is printed. No broker is needed. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Runs Flink SQL in batch over the Iceberg tables and prints the last result.",
      "Catalog floorwalker and database cx are current, the views of sql/views are registered, times"
          + " are in UTC. Statements are separated by ';'. The result is held in memory: put a LIMIT"
          + " on a large one."
    },
    footer = {
      "",
      "Examples:",
      "  floorwalker sql sql/queries/01_abandoned_carts_by_hour.sql",
      "  echo 'SELECT COUNT(*) FROM events' | floorwalker sql --output csv -"
    })
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final DirOption dir = new DirOption();

  @Mixin private final OutputOption output = new OutputOption();

  @Parameters(paramLabel = "FILE|-", description = "a file with SQL; - reads standard input")
  private String file = "-";

  @Override
  public Integer call() throws InterruptedException {
    Progress progress = new Progress(spec.commandLine().getErr());
    List<String> statements = SqlStatements.split(text());
    if (statements.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, "there is no statement in " + file);
    }
    SqlSession session = SqlSession.open(Catalogs.settings(dir.stack()));
    SqlViews.in(Home.folder().resolve("sql/views")).register(session, progress);
    for (int i = 0; i < statements.size(); i++) {
      try {
        run(session, statements.get(i), i == statements.size() - 1, progress);
      } catch (ExecutionException | RuntimeException e) {
        throw new CommandFailure(
            ExitCode.FAILED, "statement " + (i + 1) + ": " + SqlErrors.line(e, session), e);
      }
    }
    return ExitCode.OK;
  }

  private void run(SqlSession session, String statement, boolean last, Progress progress)
      throws ExecutionException, InterruptedException {
    if (!last) {
      session.execute(statement);
      return;
    }
    SqlSession.Result result = session.query(statement);
    if (result.columns().isEmpty()) {
      progress.say("done; the last statement has no result");
    } else {
      output.to(spec.commandLine().getOut()).write(result.columns(), result.rows());
    }
  }

  private String text() {
    try {
      if (file.equals("-")) {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      }
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "file " + file + " does not exist; check the path, or use - for standard input");
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.floorwalker.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code import}, beside where it writes. */
final class ImportOptions {
  private static final List<String> LATER =
      List.of("segment", "ga4", "snowplow", "rees46", "retailrocket", "otto", "taobao");

  @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "csv")
  private String format = "";

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN,...",
      description =
          "field=column, field='text' for a constant, product.price=price for a field of a family")
  private String columns = "";

  @Option(
      names = "--types",
      paramLabel = "WORD=TYPE,...",
      description = "the source's word for each type; *=TYPE for all others (default: as they are)")
  private String types = "";

  @Option(
      names = "--time-unit",
      paramLabel = "UNIT",
      description = "ms, s or us since 1970, or iso (UTC where no offset stands); default: ms")
  private @Nullable String timeUnit;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "YAML with columns, types and time-unit, in place of the three options")
  private @Nullable Path mapping;

  @Option(names = "--no-ingest", description = "only publish")
  private boolean noIngest;

  @Option(names = "--keep-order", description = "publish in the order of the files")
  private boolean keepOrder;

  @Option(
      names = "--number-sessions",
      description = "set session_seq from 1 in the order of publishing")
  private boolean numberSessions;

  @Option(
      names = "--append",
      description = "also when rows are older than what the topic holds already")
  private boolean append;

  @Option(
      names = "--strict",
      description = "publish nothing and exit with 4 when a row is rejected")
  private boolean strict;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "source of the events, part of their ids (default: csv)")
  private String source = "csv";

  @Option(names = "--site", paramLabel = "NAME", description = "site of the events")
  private String site = "";

  /** What picocli cannot check; exit code 2. */
  void check() {
    if (LATER.contains(format)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--format " + format + " is not available yet; csv is");
    }
    if (!format.equals("csv")) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--format " + format + " is not known; csv is (later: " + String.join(", ", LATER) + ")");
    }
    if (mapping != null && !(columns.isEmpty() && types.isEmpty() && timeUnit == null)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--mapping stands in place of --columns, --types and --time-unit; use one or the others");
    }
    if (numberSessions && mapping().columns().containsKey("session_seq")) {
      throw new CommandFailure(
          ExitCode.USAGE, "--number-sessions and a column for session_seq exclude each other");
    }
  }

  CsvMapping mapping() {
    return mapping != null
        ? CsvMapping.read(mapping)
        : CsvMapping.parse(columns, types, TimeFormat.named(timeUnit == null ? "ms" : timeUnit));
  }

  Origin origin() {
    return new Origin(source, site);
  }

  boolean ingest() {
    return !noIngest;
  }

  boolean keepOrder() {
    return keepOrder;
  }

  boolean numberSessions() {
    return numberSessions;
  }

  boolean append() {
    return append;
  }

  boolean strict() {
    return strict;
  }
}

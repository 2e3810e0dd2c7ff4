package io.floorwalker.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code import}, beside where it writes. */
final class ImportOptions {
  private static final String CSV = "csv";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "csv, segment, ga4, snowplow, rees46, retailrocket, otto or taobao")
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
  private @Nullable String source;

  @Option(names = "--site", paramLabel = "NAME", description = "site of the events")
  private String site = "";

  /** What picocli cannot check; exit code 2. */
  void check() {
    boolean isCsv = format.equals(CSV);
    if (!isCsv && !PublishedFormats.NAMES.contains(format)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--format %s is not known; csv is, and %s"
              .formatted(format, String.join(", ", PublishedFormats.NAMES)));
    }
    boolean isMapped = !columns.isEmpty() || !types.isEmpty() || timeUnit != null;
    if (!isCsv && (isMapped || mapping != null || source != null)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--format %s says itself what its fields are; --columns, --types, --time-unit, --mapping and --source are for csv"
              .formatted(format));
    }
    if (mapping != null && isMapped) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--mapping stands in place of --columns, --types and --time-unit; use one or the others");
    }
    if (isCsv && numberSessions && mapping().columns().containsKey("session_seq")) {
      throw new CommandFailure(
          ExitCode.USAGE, "--number-sessions and a column for session_seq exclude each other");
    }
  }

  /** What the files are written in. */
  ImportFormat format() {
    return PublishedFormats.named(format, site)
        .orElseGet(() -> new CsvFormat(mapping(), origin(), List.of()));
  }

  private CsvMapping mapping() {
    return mapping != null
        ? CsvMapping.read(mapping)
        : CsvMapping.parse(columns, types, TimeFormat.named(timeUnit == null ? "ms" : timeUnit));
  }

  private Origin origin() {
    return new Origin(source == null ? CSV : source, site);
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

package io.floorwalker.local;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Option;

/** {@code --output table|csv|json}, on every command that reports rows. */
final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "table, csv or json (default: table)")
  private Output.Format format = Output.Format.TABLE;

  Output to(PrintWriter out) {
    return new Output(out, format);
  }

  /** Lower-case names, as they stand in the help. */
  static final class FormatConverter implements picocli.CommandLine.ITypeConverter<Output.Format> {

    @Override
    public Output.Format convert(String value) {
      for (Output.Format format : Output.Format.values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(value)) {
          return format;
        }
      }
      throw new picocli.CommandLine.TypeConversionException(
          "'" + value + "' is no output format; use table, csv or json");
    }
  }
}

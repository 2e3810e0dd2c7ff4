package io.floorwalker.local;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report of named columns and rows as an aligned table, as CSV (RFC 4180, header, null
 * empty) or as one JSON array of objects. Times are ISO-8601 in UTC with milliseconds in every
 * format.
 */
final class Output {

  /** The three forms of a report. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  private final PrintWriter out;
  private final Format format;

  Output(PrintWriter out, Format format) {
    this.out = out;
    this.format = format;
  }

  /**
   * Writes the whole report. Cells are null, strings, numbers, booleans, times ({@link
   * java.time.Instant}, {@link java.time.OffsetDateTime}, a {@link java.time.LocalDateTime} that is
   * UTC) or lists of these; anything else is written as its text.
   */
  void write(List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    switch (format) {
      case TABLE -> writeTable(header, rows);
      case CSV -> writeCsv(header, rows);
      case JSON -> writeJson(header, rows);
    }
    out.flush();
  }

  private void writeTable(
      List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(header);
    for (List<? extends @Nullable Object> row : rows) {
      lines.add(row.stream().map(Cells::plain).toList());
    }
    int[] widths = new int[header.size()];
    boolean[] numeric = new boolean[header.size()];
    for (int column = 0; column < widths.length; column++) {
      int index = column;
      widths[index] = lines.stream().mapToInt(line -> line.get(index).length()).max().orElse(0);
      numeric[index] =
          !rows.isEmpty()
              && rows.stream().allMatch(row -> row.get(index) == null || isNumber(row.get(index)));
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String padding = " ".repeat(widths[column] - line.get(column).length());
        text.append(column == 0 ? "" : "  ")
            .append(numeric[column] ? padding + line.get(column) : line.get(column) + padding);
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private static boolean isNumber(@Nullable Object value) {
    return value instanceof Number;
  }

  private void writeCsv(
      List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    csvLine(header);
    rows.forEach(this::csvLine);
  }

  private void csvLine(List<? extends @Nullable Object> row) {
    out.print(
        row.stream().map(cell -> Cells.csv(Cells.plain(cell))).collect(Collectors.joining(",")));
    // RFC 4180 ends every record with CRLF, on every platform.
    out.print("\r\n");
  }

  private void writeJson(
      List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    String separator = "[\n";
    for (List<? extends @Nullable Object> row : rows) {
      List<String> fields = new ArrayList<>();
      for (int column = 0; column < header.size(); column++) {
        fields.add(Cells.json(header.get(column)) + ": " + Cells.json(row.get(column)));
      }
      out.print(separator + "  {" + String.join(", ", fields) + "}");
      separator = ",\n";
    }
    out.println(rows.isEmpty() ? "[]" : "\n]");
  }
}

package io.floorwalker.local;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file: comma, double quotes, UTF-8; plain or gzip. A file that cannot be read ends the
 * command with a message that names it.
 */
final class CsvFile implements Closeable {
  private final Path path;
  private final CsvReader<CsvRow> reader;
  private final Iterator<CsvRow> rows;
  private final List<String> header;
  private long line = 1;

  private CsvFile(Path path, CsvReader<CsvRow> reader, List<String> header) {
    this.path = path;
    this.reader = reader;
    this.rows = reader.iterator();
    this.header = header.isEmpty() ? columns(firstRow()) : header;
  }

  /**
   * The rows take the numbers after {@code rowsBefore}; the first line names the columns unless
   * {@code header} does.
   */
  static CsvFile open(Path path, long rowsBefore, List<String> header) {
    return new CsvFile(
        path,
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .build(new CsvRowHandler(rowsBefore, header.isEmpty()), TextFile.open(path)),
        header);
  }

  List<String> header() {
    return header;
  }

  /** The next row, or nothing at the end of the file. */
  Optional<CsvRow> next() {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      CsvRow row = rows.next();
      line = row.line();
      return Optional.of(row);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? TextFile.notUtf8(path, line)
          : unreadable("cannot be read on: " + RootCause.line(e));
    } catch (CsvParseException e) {
      throw unreadable("is not CSV (" + e.getMessage() + "); look for a quote that is not closed");
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> firstRow() {
    return next()
        .orElseThrow(() -> unreadable("is empty; the first line must name the columns"))
        .fields();
  }

  private CommandFailure unreadable(String reason) {
    return new CommandFailure(
        ExitCode.FAILED, "file " + path + ", after line " + line + ": " + reason);
  }

  private List<String> columns(List<String> names) {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column).strip();
      if (column == 0 && name.startsWith("\uFEFF")) {
        name = name.substring(1);
      }
      columns.add(name.isEmpty() ? "column_" + (column + 1) : name);
      if (!seen.add(columns.get(column))) {
        throw unreadable("column " + name + " stands twice in the header; rename one");
      }
    }
    return List.copyOf(columns);
  }
}

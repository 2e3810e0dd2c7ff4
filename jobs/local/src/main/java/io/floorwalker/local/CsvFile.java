package io.floorwalker.local;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header: comma, double quotes, UTF-8; plain or gzip, told apart by the first
 * bytes. A file that cannot be read ends the command with a message that names it.
 */
final class CsvFile implements Closeable {
  private final Path path;
  private final CsvReader<CsvRow> reader;
  private final Iterator<CsvRow> rows;
  private final List<String> header;
  private long line = 1;

  private CsvFile(Path path, CsvReader<CsvRow> reader) {
    this.path = path;
    this.reader = reader;
    this.rows = reader.iterator();
    this.header =
        columns(
            next()
                .orElseThrow(() -> unreadable("is empty; the first line must name the columns"))
                .fields());
  }

  /** The rows take the numbers after {@code rowsBefore}. */
  static CsvFile open(Path path, long rowsBefore) {
    if (!Files.isRegularFile(path)) {
      throw new CommandFailure(
          ExitCode.USAGE, "file " + path + " does not exist or is no file; check the path");
    }
    try {
      InputStreamReader text =
          new InputStreamReader(
              unzipped(new BufferedInputStream(Files.newInputStream(path))),
              StandardCharsets.UTF_8.newDecoder());
      return new CsvFile(
          path,
          CsvReader.builder()
              .allowExtraFields(true)
              .allowMissingFields(true)
              .build(new CsvRowHandler(rowsBefore), text));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "file " + path + " cannot be read: " + e.getMessage(), e);
    }
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
      throw unreadable(
          e.getCause() instanceof CharacterCodingException
              ? "is not UTF-8; convert it, e.g. iconv -f latin1 -t utf-8"
              : "cannot be read on: " + RootCause.line(e));
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

  private static InputStream unzipped(BufferedInputStream input) throws IOException {
    input.mark(2);
    boolean zipped = input.read() == 0x1f && input.read() == 0x8b;
    input.reset();
    return zipped ? new GZIPInputStream(input, 1 << 16) : input;
  }
}

package io.floorwalker.local;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.EventFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A record of a source on each line, read as ingest reads it from the source's topic; blank lines
 * are passed over.
 *
 * @param site the site of the events; empty where the record says it
 */
record LineFormat(EventFormat format, String site) implements ImportFormat {
  /** What a record without time would have, and no real one has. */
  private static final long NO_TIME = 0;

  @Override
  public ImportFile open(Path path, long rowsBefore) {
    return new Lines(path, TextFile.open(path), rowsBefore);
  }

  private List<CustomerEvent> events(String line) throws BadRow {
    try {
      List<CustomerEvent> events = format.read(line.getBytes(StandardCharsets.UTF_8), NO_TIME);
      for (CustomerEvent event : events) {
        if (event.getOccurredAt().toEpochMilli() == NO_TIME) {
          throw new BadRow("has no time");
        }
        if (!site.isEmpty()) {
          event.setSite(site);
        }
      }
      return events;
    } catch (MalformedRecord e) {
      throw new BadRow(e.reason());
    }
  }

  private final class Lines implements ImportFile {
    private final Path path;
    private final BufferedReader reader;
    private long number;
    private long line;

    Lines(Path path, BufferedReader reader, long rowsBefore) {
      this.path = path;
      this.reader = reader;
      this.number = rowsBefore;
    }

    @Override
    public Optional<ImportRow> next() {
      try {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
          line++;
          if (!text.isBlank()) {
            String row = text;
            number++;
            return Optional.of(new ImportRow(number, line, () -> events(row)));
          }
        }
        return Optional.empty();
      } catch (CharacterCodingException e) {
        throw TextFile.notUtf8(path, line);
      } catch (IOException e) {
        throw new CommandFailure(
            ExitCode.FAILED,
            "file %s, after line %d: cannot be read on: %s"
                .formatted(path, line, RootCause.line(e)),
            e);
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
  }
}

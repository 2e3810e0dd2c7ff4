package io.floorwalker.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * CSV with a mapping.
 *
 * @param header the columns of files that do not name them; empty where the first line does
 */
record CsvFormat(CsvMapping mapping, Origin origin, List<String> header) implements ImportFormat {

  @Override
  public ImportFile open(Path path, long rowsBefore) {
    CsvFile file = CsvFile.open(path, rowsBefore, header);
    CsvEvents rows = CsvEvents.bind(mapping, file.header(), origin);
    return new ImportFile() {
      @Override
      public Optional<ImportRow> next() {
        return file.next()
            .map(row -> new ImportRow(row.number(), row.line(), () -> List.of(rows.event(row))));
      }

      @Override
      public void close() {
        file.close();
      }
    };
  }
}

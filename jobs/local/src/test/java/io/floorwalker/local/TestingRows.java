package io.floorwalker.local;

import io.floorwalker.lake.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;

/** Rows as text, without the wall clock, so that two runs can be compared byte by byte. */
final class TestingRows {
  private final TableDefinition table;

  TestingRows(TableDefinition table) {
    this.table = table;
  }

  /** When the last thing became true that each job wrote. */
  Map<String, String> lastByJob(List<Record> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                TestingRows::job,
                this::time,
                (one, other) -> one.compareTo(other) > 0 ? one : other,
                TreeMap::new));
  }

  /** What each job wrote of the time before its last, in the order of the texts. */
  List<String> before(Map<String, String> last, List<Record> rows) {
    return rows.stream()
        .filter(row -> time(row).compareTo(last.getOrDefault(job(row), "")) < 0)
        .map(this::text)
        .sorted()
        .toList();
  }

  /** The values of the row key, one text for each row. */
  List<String> keys(List<Record> rows) {
    return rows.stream()
        .map(
            row ->
                table.rowKey().stream()
                    .map(column -> String.valueOf(row.getField(column)))
                    .collect(Collectors.joining("|")))
        .toList();
  }

  // A live run says of what it has not watched long enough that it warms up; a replay has seen it.
  private String text(Record row) {
    return table.schema().columns().stream()
        .map(column -> column.name() + "=" + row.getField(column.name()))
        .filter(cell -> !cell.startsWith("written_at=") && !cell.startsWith("reason="))
        .collect(Collectors.joining(" "));
  }

  private String time(Record row) {
    return String.valueOf(row.getField(table.timeColumn()));
  }

  private static String job(Record row) {
    return String.valueOf(row.getField("job"));
  }
}

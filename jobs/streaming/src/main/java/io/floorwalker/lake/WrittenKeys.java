package io.floorwalker.lake;

import io.floorwalker.config.Settings;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out rows whose key stood in the table when the run started, so that a second run over the
 * same history adds nothing. Holds the table's keys in memory; used only where a run starts from
 * empty state.
 */
final class WrittenKeys<T> extends RichFilterFunction<T> {
  private static final long serialVersionUID = 1L;

  private final TableLoader loader;
  private final KeySelector<T, String> keyOf;
  private final List<String> columns;
  private transient @Nullable Set<String> written;

  private WrittenKeys(TableLoader loader, TableDefinition table, KeySelector<T, String> keyOf) {
    this.loader = loader;
    this.columns = table.rowKey();
    this.keyOf = keyOf;
  }

  /** Filters the records of a stream by the table that they go to. */
  static <T> DataStream<T> attach(
      DataStream<T> records,
      Settings settings,
      TableDefinition table,
      KeySelector<T, String> keyOf) {
    return records
        .filter(new WrittenKeys<>(Lake.table(settings, table), table, keyOf))
        .name("not written yet: " + table.name())
        .uid("not-written-" + table.name() + "-v1");
  }

  @Override
  public void open(OpenContext context) throws IOException {
    Set<String> keys = new HashSet<>();
    TableLoader opened = loader.clone();
    opened.open();
    try (opened) {
      Table table = opened.loadTable();
      try (CloseableIterable<Record> rows =
          IcebergGenerics.read(table).select(columns.toArray(String[]::new)).build()) {
        rows.forEach(row -> keys.add(RowKey.ofRecord(columns, row)));
      }
    }
    written = keys;
  }

  @Override
  public boolean filter(T row) throws Exception {
    return written == null || !written.contains(keyOf.getKey(row));
  }
}

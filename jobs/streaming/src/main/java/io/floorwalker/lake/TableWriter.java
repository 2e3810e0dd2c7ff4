package io.floorwalker.lake;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.flink.util.FlinkCompatibilityUtil;

/** The way from records to a table: rows, those that are new, and the one writer of the table. */
final class TableWriter {
  private final Settings settings;
  private final String job;

  TableWriter(Settings settings, String job) {
    this.settings = settings;
    this.job = job;
  }

  <T> DataStream<RowData> rows(
      DataStream<T> records, MapFunction<T, RowData> mapping, TableDefinition table) {
    return records
        .map(mapping)
        .returns(rowType(table))
        .name("rows of " + table.name())
        .uid("rows-" + table.name() + "-v1");
  }

  /** Whether the run starts from empty state over a history that was read before. */
  boolean skipsWritten() {
    return settings.flag(Keys.RUN_SKIP_WRITTEN);
  }

  /** The rows that are not in their table yet, where a run has to look; else all. */
  DataStream<RowData> notWritten(DataStream<RowData> rows, TableDefinition table) {
    return skipsWritten() ? WrittenKeys.attach(rows, settings, table, new RowKey(table)) : rows;
  }

  void append(DataStream<RowData> rows, TableDefinition table) {
    IcebergSink.forRowData(rows)
        .tableLoader(Lake.table(settings, table))
        .uidSuffix(job + "-" + table.name() + "-v1")
        .distributionMode(DistributionMode.NONE) // one writer: nothing to distribute
        .writeParallelism(1)
        .append();
  }

  static TypeInformation<RowData> rowType(TableDefinition table) {
    return FlinkCompatibilityUtil.toTypeInfo(FlinkSchemaUtil.convert(table.schema()));
  }
}

package io.floorwalker.lake;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * One Iceberg table: append-only, format v2, partitioned by the day of its first time column.
 *
 * @param rowKey the columns that tell one row from another
 * @param timeColumn the column whose day is the hidden partition
 * @param comment what a row is, for people
 */
public record TableDefinition(
    String name, Schema schema, List<String> rowKey, String timeColumn, String comment) {

  static final Namespace NAMESPACE = Namespace.of("cx");

  public TableIdentifier identifier() {
    return TableIdentifier.of(NAMESPACE, name);
  }

  PartitionSpec partitioning() {
    return PartitionSpec.builderFor(schema).day(timeColumn).build();
  }

  Map<String, String> properties() {
    return Map.of(
        "format-version", "2",
        // Else the sink adds a snapshot without data after every 10 checkpoints without rows.
        "flink.max-continuous-empty-commits", Integer.toString(Integer.MAX_VALUE),
        "comment", comment,
        "row-key", String.join(",", rowKey),
        "commit.retry.num-retries", "20",
        "write.parquet.compression-codec", "zstd",
        "write.metadata.delete-after-commit.enabled", "true",
        "write.metadata.previous-versions-max", "50");
  }
}

package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.lake.Lake;
import io.floorwalker.lake.TableDefinition;
import io.floorwalker.lake.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * How many rows the Iceberg tables hold (from their newest snapshots) and how many records the
 * topics that jobs write have taken (from their end offsets, ticks included).
 */
final class WrittenRows {

  private static final List<String> TOPICS =
      List.of(
          Topics.EVENTS,
          Topics.SIGNALS,
          Topics.DETECTIONS,
          Topics.DECISIONS,
          Topics.ACTIONS,
          Topics.OUTCOMES,
          Topics.LATE_EVENTS,
          Topics.DEAD_LETTERS);

  private final Map<String, Long> counts;

  private WrittenRows(Map<String, Long> counts) {
    this.counts = counts;
  }

  static WrittenRows now(Stack stack, Settings settings) {
    Map<String, Long> counts = new TreeMap<>();
    tables(settings).forEach((table, rows) -> counts.put("table " + table, rows));
    IngestPosition.TopicOffsets.of(stack.bootstrapServers(), TOPICS)
        .forEach((partition, end) -> counts.merge("topic " + partition.topic(), end, Long::sum));
    return new WrittenRows(counts);
  }

  /** Rows by table, in the order of their names. */
  static Map<String, Long> tables(Settings settings) {
    Map<String, Long> rows = new TreeMap<>();
    try (Lake lake = Lake.open(settings)) {
      Catalog catalog = lake.catalog();
      for (TableDefinition table : Tables.all()) {
        rows.put(table.name(), rows(catalog.loadTable(table.identifier()).currentSnapshot()));
      }
    }
    return rows;
  }

  /** "table detections +106 (now 106)" for everything that grew. */
  List<String> since(WrittenRows before) {
    List<String> changes = new ArrayList<>();
    counts.forEach(
        (name, now) -> {
          long added = now - before.counts.getOrDefault(name, 0L);
          if (added != 0) {
            changes.add("%s %+d (now %d)".formatted(name, added, now));
          }
        });
    return changes;
  }

  private static long rows(@Nullable Snapshot snapshot) {
    return snapshot == null
        ? 0
        : Long.parseLong(snapshot.summary().getOrDefault("total-records", "0"));
  }
}

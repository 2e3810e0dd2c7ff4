package io.floorwalker.lake;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Action;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out actions that the table of deliveries is through with, so that a start from empty state
 * over a topic that was read before sends nothing to anybody a second time. Holds their ids in
 * memory.
 */
final class DeliveredActions extends RichFilterFunction<Action> {
  private static final long serialVersionUID = 1L;

  private final TableLoader loader;
  private transient @Nullable Set<String> through;

  private DeliveredActions(TableLoader loader) {
    this.loader = loader;
  }

  static DataStream<Action> attach(DataStream<Action> actions, Settings settings) {
    return actions
        .filter(new DeliveredActions(Lake.table(settings, Tables.DELIVERIES)))
        .name("not through yet: deliveries")
        .uid("not-through-deliveries-v1");
  }

  @Override
  public void open(OpenContext context) throws IOException {
    Set<String> ids = new HashSet<>();
    TableLoader opened = loader.clone();
    opened.open();
    try (opened;
        CloseableIterable<Record> rows =
            IcebergGenerics.read(opened.loadTable())
                .where(
                    Expressions.in(
                        "outcome", "delivered", "failed", "expired", "no_target", "cancelled"))
                .select("action_id")
                .build()) {
      rows.forEach(row -> ids.add(String.valueOf(row.getField("action_id"))));
    }
    through = ids;
  }

  @Override
  public boolean filter(Action action) {
    return through == null || !through.contains(action.getActionId());
  }
}

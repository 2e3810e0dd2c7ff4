package io.floorwalker.detect.stakeholder;

import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts the contacts whose rows changed in one minute, over the whole roster; where they are too
 * many, tells of each as soon as the watermark has passed the minute.
 */
final class BulkLoads extends KeyedProcessFunction<Long, Watched, Notice> {
  private static final long serialVersionUID = 1L;

  private final BulkLoad load;
  private transient @Nullable MapState<String, Long> rows;
  private transient @Nullable Counter loads;

  private BulkLoads(BulkLoad load) {
    this.load = load;
  }

  /** Attaches the count to the changes of the roster, keyed by minute. */
  static SingleOutputStreamOperator<Notice> attach(KeyedStream<Watched, Long> rows, BulkLoad load) {
    return rows.process(new BulkLoads(load))
        .returns(TypeInformation.of(Notice.class))
        .name("bulk loads")
        .uid("bulk-loads-v1");
  }

  @Override
  public void open(OpenContext context) {
    rows =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("rows", Types.STRING, Types.LONG));
    loads = getRuntimeContext().getMetricGroup().counter("bulk_loads");
  }

  @Override
  public void processElement(Watched row, Context context, Collector<Notice> out) throws Exception {
    if (row.change() == null || row.change().row() == null) {
      return; // a removal loads nobody
    }
    @Nullable Long earlier = opened(rows).get(row.key());
    opened(rows).put(row.key(), earlier == null ? row.at() : Math.min(earlier, row.at()));
    context.timerService().registerEventTimeTimer(BulkLoad.lastOfMinute(row.at()));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Notice> out)
      throws Exception {
    long contacts = 0;
    for (String unused : opened(rows).keys()) {
      contacts++;
    }
    if (contacts > load.contacts()) {
      opened(loads).inc();
      for (Map.Entry<String, Long> row : opened(rows).entries()) {
        out.collect(Notice.loaded(row.getKey(), row.getValue()));
      }
    }
    opened(rows).clear();
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

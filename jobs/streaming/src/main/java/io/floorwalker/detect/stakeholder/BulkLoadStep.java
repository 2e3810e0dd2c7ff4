package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
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
 * Gives what is found of a contact soon after a bulk load the reason {@code bulk_load}, so that
 * nobody acts on it. What was opened by a row whose minute is not over waits until it is, and what
 * comes after it: before, nobody knows whether that row was one of many.
 */
final class BulkLoadStep extends KeyedProcessFunction<String, Notice, Detection> {
  private static final long serialVersionUID = 1L;
  private static final String BULK_LOAD = "bulk_load";

  private final BulkLoad load;
  private transient @Nullable MapState<Long, Boolean> loads;
  private transient @Nullable ListState<Notice> waiting;
  private transient @Nullable Counter marked;

  private BulkLoadStep(BulkLoad load) {
    this.load = load;
  }

  /** Attaches the step to what was found and to the contacts of bulk loads. */
  static SingleOutputStreamOperator<Detection> attach(
      KeyedStream<Notice, String> notices, BulkLoad load) {
    return notices.process(new BulkLoadStep(load)).name("bulk load step").uid("bulk-load-step-v1");
  }

  @Override
  public void open(OpenContext context) {
    loads =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("loads", Types.LONG, Types.BOOLEAN));
    waiting =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("waiting", TypeInformation.of(Notice.class)));
    marked = getRuntimeContext().getMetricGroup().counter(BULK_LOAD);
  }

  @Override
  public void processElement(Notice notice, Context context, Collector<Detection> out)
      throws Exception {
    Long loadedAt = notice.loadedAt();
    if (loadedAt != null) {
      opened(loads).put(loadedAt, true);
      context.timerService().registerEventTimeTimer(load.quietUntil(loadedAt));
      return;
    }
    boolean othersWait = opened(waiting).get().iterator().hasNext();
    long known = knownFrom(notice);
    if (known > context.timerService().currentWatermark()) {
      context.timerService().registerEventTimeTimer(known);
      opened(waiting).add(notice);
    } else if (othersWait) {
      opened(waiting).add(notice);
    } else {
      out.collect(marked(notice));
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    List<Notice> still = new ArrayList<>();
    for (Notice notice : opened(waiting).get()) {
      if (still.isEmpty() && knownFrom(notice) <= timestamp) {
        out.collect(marked(notice));
      } else {
        still.add(notice);
      }
    }
    opened(waiting).update(still);
    if (still.isEmpty()) {
      forgetLoads(timestamp);
    }
  }

  /** Only where nothing waits: what waits was found earlier than this. */
  private void forgetLoads(long now) throws Exception {
    List<Long> over = new ArrayList<>();
    for (long loadedAt : opened(loads).keys()) {
      if (load.quietUntil(loadedAt) <= now) {
        over.add(loadedAt);
      }
    }
    for (long loadedAt : over) {
      opened(loads).remove(loadedAt);
    }
  }

  /** The moment from which it is known whether the row was one of many, where that matters. */
  private static long knownFrom(Notice notice) {
    return notice.rowAt() == null || !mayBeMarked(notice)
        ? Long.MIN_VALUE
        : BulkLoad.lastOfMinute(notice.rowAt());
  }

  private static boolean mayBeMarked(Notice notice) {
    return notice.found().getPhase() == Phase.OPENED && notice.found().getReason() == null;
  }

  private Detection marked(Notice notice) throws Exception {
    Detection detection = notice.found();
    if (!mayBeMarked(notice) || !isOfBulkLoad(notice)) {
      return detection;
    }
    opened(marked).inc();
    return Detection.newBuilder(detection).setReason(BULK_LOAD).build();
  }

  private boolean isOfBulkLoad(Notice notice) throws Exception {
    Long rowAt = notice.rowAt();
    if (rowAt == null) {
      return false;
    }
    for (long loadedAt : opened(loads).keys()) {
      if (loadedAt <= rowAt && notice.foundAt() < load.quietUntil(loadedAt)) {
        return true;
      }
    }
    return false;
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

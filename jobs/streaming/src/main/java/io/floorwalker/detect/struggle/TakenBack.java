package io.floorwalker.detect.struggle;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Passes detections on, and takes those struggles back that an order would have prevented which
 * comes too late for them. For the correction's horizon it keeps the struggles that were said, and
 * the late orders, for a struggle may still be on its way when its order comes.
 *
 * <pre>{@code
 *         0m        2m        4m        40m
 * said    .         .      struggle
 * late    .      ORDERED      .        back     the order of 2m comes at 40m
 * }</pre>
 */
public final class TakenBack extends KeyedProcessFunction<String, SessionNews, Detection> {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OF_A_SESSION =
      Set.of(StruggleRecords.KIND, "incident_recovered");

  private final Duration horizon;
  private transient @Nullable MapState<String, Detection> said;
  private transient @Nullable MapState<String, LateOrder> orders;
  private transient Counter retracted = new SimpleCounter();

  TakenBack(Duration horizon) {
    this.horizon = horizon;
  }

  /** Attaches the step behind all that is detected; with a horizon of 0 there is none. */
  public static DataStream<Detection> attach(
      DataStream<Detection> detections, DataStream<LateOrder> lateOrders, Settings settings) {
    Duration horizon = settings.duration(Keys.CORRECTION_HORIZON);
    if (horizon.isZero()) {
      return detections;
    }
    return detections
        .map(SessionNews::of)
        .returns(TypeInformation.of(SessionNews.class))
        .name("detections as news")
        .uid("detections-as-news-v1")
        .union(
            lateOrders
                .map(SessionNews::of)
                .returns(TypeInformation.of(SessionNews.class))
                .name("late orders as news")
                .uid("late-orders-as-news-v1"))
        .keyBy(SessionNews::key)
        .process(new TakenBack(horizon))
        .name("taken back")
        .uid("taken-back-v1");
  }

  @Override
  public void open(OpenContext context) {
    said = state("said", Detection.class);
    orders = state("late-orders", LateOrder.class);
    retracted = getRuntimeContext().getMetricGroup().counter("retracted");
  }

  @Override
  public void processElement(SessionNews news, Context context, Collector<Detection> out)
      throws Exception {
    if (news.found() != null) {
      pass(news.found(), context, out);
    }
    if (news.order() != null) {
      takeBack(news.order(), context, out);
    }
  }

  private void pass(Detection found, Context context, Collector<Detection> out) throws Exception {
    if (!OF_A_SESSION.contains(found.getKind())) {
      out.collect(found);
      return;
    }
    for (LateOrder order : opened(orders).values()) {
      if (order.prevents(found)) {
        return;
      }
    }
    out.collect(found);
    opened(said).put(found.getDetectionId(), found);
    forgetLater(found.getDetectedAt().toEpochMilli(), context);
  }

  private void takeBack(LateOrder order, Context context, Collector<Detection> out)
      throws Exception {
    if (order.order().at() <= order.knownAt() - horizon.toMillis()) {
      return;
    }
    List<Detection> prevented = new ArrayList<>();
    for (Detection struggle : opened(said).values()) {
      if (order.prevents(struggle)) {
        prevented.add(struggle);
      }
    }
    for (Detection struggle : prevented) {
      retracted.inc();
      out.collect(order.order().takesBack(struggle));
      opened(said).remove(struggle.getDetectionId());
    }
    opened(orders).put(order.order().eventId(), order);
    forgetLater(order.knownAt(), context);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    long oldest = timestamp - horizon.toMillis();
    List<String> over = new ArrayList<>();
    for (Detection struggle : opened(said).values()) {
      if (struggle.getDetectedAt().toEpochMilli() <= oldest) {
        over.add(struggle.getDetectionId());
      }
    }
    for (LateOrder order : opened(orders).values()) {
      if (order.knownAt() <= oldest) {
        over.add(order.order().eventId());
      }
    }
    for (String id : over) {
      opened(said).remove(id);
      opened(orders).remove(id);
    }
  }

  private void forgetLater(long at, Context context) {
    context.timerService().registerEventTimeTimer(at + horizon.toMillis());
  }

  private <T> MapState<String, T> state(String name, Class<T> type) {
    return getRuntimeContext()
        .getMapState(new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(type)));
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

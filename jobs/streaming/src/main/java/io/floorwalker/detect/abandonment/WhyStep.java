package io.floorwalker.detect.abandonment;

import io.floorwalker.schema.Detection;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Says of each intent that was left why, as it was known at the deadline: what comes to light
 * behind the last activity must not end the wait, so the patterns never see it. A detection leaves
 * when the watermark has passed its deadline on every input, so that nothing is missing whichever
 * input was faster. Nothing is kept beyond the deadline.
 */
final class WhyStep extends KeyedProcessFunction<String, IntentNews, Detection> {
  private static final long serialVersionUID = 1L;

  private final AbandonmentRecords records;
  private transient @Nullable MapState<Long, IntentNews> left;
  private transient @Nullable MapState<Long, IntentNews> cameToLight;

  WhyStep(AbandonmentRecords records) {
    this.records = records;
  }

  static SingleOutputStreamOperator<Detection> attach(
      KeyedStream<IntentNews, String> news, AbandonmentRecords records) {
    return news.process(new WhyStep(records)).name("why abandoned").uid("why-abandoned-v1");
  }

  @Override
  public void open(OpenContext context) {
    left = state("left");
    cameToLight = state("came-to-light");
  }

  @Override
  public void processElement(IntentNews news, Context context, Collector<Detection> out)
      throws Exception {
    // The newest wins: it knows all that the ones before it knew.
    opened(news.left() == null ? cameToLight : left).put(news.deadline(), news);
    context.timerService().registerEventTimeTimer(news.deadline());
  }

  @Override
  public void onTimer(long deadline, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    @Nullable IntentNews due = opened(left).get(deadline);
    @Nullable IntentNews newest = opened(cameToLight).get(deadline);
    opened(left).remove(deadline);
    opened(cameToLight).remove(deadline);
    if (due == null || due.left() == null) {
      return;
    }
    // Another intent of this key, which an order ended, may have had the same deadline.
    boolean sameIntent = newest != null && newest.lastActivity().equals(due.lastActivity());
    out.collect(records.opened(due.left(), deadline, sameIntent ? newest.why() : due.why()));
  }

  private MapState<Long, IntentNews> state(String name) {
    return getRuntimeContext()
        .getMapState(
            new MapStateDescriptor<>(name, Types.LONG, TypeInformation.of(IntentNews.class)));
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

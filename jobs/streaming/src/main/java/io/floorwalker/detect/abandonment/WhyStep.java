package io.floorwalker.detect.abandonment;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.schema.Detection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Says of each intent that was left why, as it was known at the deadline: what comes to light
 * behind the last activity must not end the wait, so the patterns never see it. A detection leaves
 * when the watermark has passed its deadline on every input, so that nothing is missing whichever
 * input was faster. What a correction says behind the deadline is said at once, as the next
 * version; only of what was taken back is anything kept beyond the deadline, for the correction's
 * horizon.
 */
final class WhyStep extends KeyedProcessFunction<String, IntentNews, Detection> {
  private static final long serialVersionUID = 1L;

  private final AbandonmentRecords records;
  private final Duration horizon;
  private transient @Nullable MapState<String, Ending> endings;
  private transient Counter retracted = new SimpleCounter();

  WhyStep(AbandonmentRecords records, Duration horizon) {
    this.records = records;
    this.horizon = horizon;
  }

  static SingleOutputStreamOperator<Detection> attach(
      KeyedStream<IntentNews, String> news, AbandonmentRecords records, Duration horizon) {
    return news.process(new WhyStep(records, horizon))
        .name("why abandoned")
        .uid("why-abandoned-v1");
  }

  @Override
  public void open(OpenContext context) {
    endings =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "endings", Types.STRING, TypeInformation.of(Ending.class)));
    retracted = getRuntimeContext().getMetricGroup().counter("retracted");
  }

  @Override
  public void processElement(IntentNews news, Context context, Collector<Detection> out)
      throws Exception {
    @Nullable Ending known = opened(endings).get(news.intent());
    if (news.deadline() <= context.timerService().currentWatermark()) {
      out.collect(correct(news, known, context));
      return;
    }
    Ending before = known == null ? Ending.unsaid(news.deadline()) : known;
    opened(endings).put(news.intent(), before.after(news));
    context.timerService().registerEventTimeTimer(news.deadline());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Ending> intent : opened(endings).entries()) {
      Ending ending = intent.getValue();
      if (ending.isOver(timestamp, horizon)) {
        over.add(intent.getKey());
        if (ending.last() != null) {
          Why why = ending.why() == null ? ending.last().why() : ending.why();
          out.collect(records.opened(ending.last(), ending.deadline(), why));
        }
      }
    }
    for (String intent : over) {
      opened(endings).remove(intent);
    }
  }

  /** The next version of what was said when its deadline passed, if anything was. */
  private Detection correct(IntentNews news, @Nullable Ending known, Context context)
      throws Exception {
    @Nullable Latecomer late = news.late();
    int before = known != null ? known.version() : late != null ? 1 : 0;
    if (known != null || late != null) {
      opened(endings).put(news.intent(), Ending.said(news.deadline(), before + 1));
      context.timerService().registerEventTimeTimer(news.deadline() + horizon.toMillis());
    }
    if (late == null) {
      return records.openedAnew(news, before + 1);
    }
    retracted.inc();
    return late.takesBack(records.openedAnew(news, before));
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;

/**
 * Says that an intent was left. Its time is evidence + T: the time of the match, which Flink would
 * offer, is the watermark.
 */
final class AbandonedIntent extends PatternProcessFunction<CartActivity, IntentNews> {
  private static final long serialVersionUID = 1L;

  private final Stage stage;
  private final Tuned<Cart.Timing> timing;
  private transient Counter opened = new SimpleCounter();

  AbandonedIntent(Stage stage, Tuned<Cart.Timing> timing) {
    this.stage = stage;
    this.timing = timing;
  }

  @Override
  public void open(OpenContext context) {
    opened = getRuntimeContext().getMetricGroup().counter(stage.detectionKind());
  }

  @Override
  public void processMatch(
      Map<String, List<CartActivity>> match, Context context, Collector<IntentNews> out) {
    opened.inc();
    CartActivity last = new AbandonmentMatch(match).lastActivity();
    out.collect(IntentNews.left(last, timing.at(last.origin().site())));
  }
}

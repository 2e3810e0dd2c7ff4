package io.floorwalker.testkit;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Turns adds and orders into cart changes; forgets a cart one hour after its last add. */
final class CartStep extends KeyedProcessFunction<String, CustomerEvent, CartChange> {
  private static final long serialVersionUID = 1L;
  private static final long KEPT_MS = 3_600_000;

  private transient ListState<String> lines;
  private transient Counter ignored;

  @Override
  public void open(OpenContext context) {
    lines = getRuntimeContext().getListState(new ListStateDescriptor<>("lines", Types.STRING));
    ignored = getRuntimeContext().getMetricGroup().counter("ignored");
  }

  @Override
  public void processElement(CustomerEvent event, Context context, Collector<CartChange> out)
      throws Exception {
    long at = event.getOccurredAt().toEpochMilli();
    if (at <= context.timerService().currentWatermark()) {
      context.output(LeftBehind.LATE, event);
      return;
    }
    switch (event.getType()) {
      case EventTypes.PRODUCT_ADDED -> {
        lines.add(line(event.getProduct()));
        context.timerService().registerEventTimeTimer(at + KEPT_MS);
        out.collect(
            new CartChange(context.getCurrentKey(), event.getEventId(), at, false, known()));
      }
      case EventTypes.ORDER_PLACED -> {
        lines.clear();
        out.collect(
            new CartChange(context.getCurrentKey(), event.getEventId(), at, true, List.of()));
      }
      default -> ignored.inc();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CartChange> out) {
    lines.clear();
  }

  private List<String> known() throws Exception {
    List<String> all = new ArrayList<>();
    lines.get().forEach(all::add);
    return all;
  }

  private static String line(ProductLine product) {
    return product.getProductId()
        + " x"
        + (product.getQuantity() == null ? 1 : product.getQuantity());
  }
}

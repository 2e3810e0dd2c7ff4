package io.floorwalker.orders;

import io.floorwalker.schema.Order;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The events that change an order; those that do not say which order are counted. */
public final class OrderEvents extends RichFilterFunction<Received> {
  private static final long serialVersionUID = 1L;

  /** The order that an event changes. */
  public static final KeySelector<Received, String> ORDER_ID =
      received -> received.event().getOrder().getOrderId();

  private transient Counter nameless = new SimpleCounter();

  OrderEvents() {}

  public static DataStream<Received> attach(DataStream<Received> events) {
    return events.filter(new OrderEvents()).name("order events").uid("order-events-v1");
  }

  @Override
  public void open(OpenContext context) {
    nameless = getRuntimeContext().getMetricGroup().counter("without_order_id");
  }

  @Override
  public boolean filter(Received received) {
    if (!OrderStatus.isChangedBy(received.event().getType())) {
      return false;
    }
    Order order = received.event().getOrder();
    if (order == null || order.getOrderId() == null) {
      nameless.inc();
      return false;
    }
    return true;
  }
}

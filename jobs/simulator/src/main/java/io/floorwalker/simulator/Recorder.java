package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Cart;
import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Order;
import io.floorwalker.schema.Payment;
import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the events of a script, each visit numbered from 1 without holes. */
final class Recorder {

  private static final String CURRENCY = "EUR";

  private final Shopper shopper;
  private final Map<Integer, Long> numbers = new HashMap<>();

  private Recorder(Shopper shopper) {
    this.shopper = shopper;
  }

  static List<CustomerEvent> record(Script script) {
    Recorder recorder = new Recorder(script.shopper());
    List<CustomerEvent> events = new ArrayList<>();
    for (Beat beat : script.beats()) {
      events.add(recorder.event(beat));
    }
    return events;
  }

  private CustomerEvent event(Beat beat) {
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setEventId(beat.eventId())
            .setOccurredAt(Instant.ofEpochMilli(beat.atMs()))
            .setType(beat.deed().type())
            .setSource("simulator")
            .setSite("demo-shop")
            .setSessionId(shopper.sessionId(beat.visit()))
            .setSessionSeq(numbers.merge(beat.visit(), 1L, Long::sum))
            .setAnonymousId(shopper.anonymousId())
            .setUserId(shopper.userId())
            .setContext(shopper.context())
            .setProduct(beat.deed().product());
    describe(event, beat);
    return event.build();
  }

  private static void describe(CustomerEvent.Builder event, Beat beat) {
    List<ProductLine> lines = beat.deed().cart();
    BigDecimal total = total(lines);
    switch (beat.deed().type()) {
      case EventTypes.CART_UPDATED ->
          event.setCart(
              Cart.newBuilder().setLines(lines).setValue(total).setCurrency(CURRENCY).build());
      case EventTypes.CHECKOUT_STARTED -> event.setCheckout(checkout("start", total));
      case EventTypes.CHECKOUT_STEP_VIEWED, EventTypes.CHECKOUT_STEP_COMPLETED ->
          event.setCheckout(checkout("address", total));
      case EventTypes.PAYMENT_STARTED, EventTypes.PAYMENT_SUCCEEDED ->
          event.setPayment(
              Payment.newBuilder()
                  .setPaymentId("payment-" + beat.eventId())
                  .setMethod("card")
                  .setAmount(total)
                  .setCurrency(CURRENCY)
                  .build());
      case EventTypes.ORDER_PLACED ->
          event.setOrder(
              Order.newBuilder()
                  .setOrderId("order-" + beat.eventId())
                  .setOrderChannel("web")
                  .setLines(lines)
                  .setNetValue(total)
                  .setCurrency(CURRENCY)
                  .build());
      default -> {
        // Views, additions and removals say all they have in the product.
      }
    }
  }

  private static Checkout checkout(String step, BigDecimal total) {
    return Checkout.newBuilder().setStep(step).setTotal(total).setCurrency(CURRENCY).build();
  }

  private static BigDecimal total(List<ProductLine> lines) {
    BigDecimal total = BigDecimal.ZERO.setScale(4);
    for (ProductLine line : lines) {
      total = total.add(line.getPrice().multiply(BigDecimal.valueOf(line.getQuantity())));
    }
    return total;
  }
}

package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Cart;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened, told by a test: times from 2026-03-02T10:00Z, event ids e-1, e-2, ... */
final class History {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final List<CustomerEvent> events = new ArrayList<>();

  /** {@code at("29m59.999s", ...)}: an event of customer c-1 in session s-1. */
  @SafeVarargs
  final History at(String time, String type, Consumer<CustomerEvent.Builder>... details) {
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setEventId("e-" + (events.size() + 1))
            .setOccurredAt(Instant.ofEpochMilli(ms(time)))
            .setType(type)
            .setSessionId("s-1")
            .setCustomerKey("c-1");
    for (Consumer<CustomerEvent.Builder> detail : details) {
      detail.accept(event);
    }
    events.add(event.build());
    return this;
  }

  History added(String time) {
    return at(time, EventTypes.PRODUCT_ADDED, product("shoes", null, "79.00"));
  }

  List<CustomerEvent> events() {
    return List.copyOf(events);
  }

  /** UTC ms of a time of the story: days, hours, minutes, seconds, as in "7d", "1h5m", "1.5s". */
  static long ms(String time) {
    int days = time.indexOf('d');
    String rest = time.substring(days + 1);
    long ofDays =
        days < 0 ? 0 : Duration.ofDays(Long.parseLong(time.substring(0, days))).toMillis();
    long ofRest = rest.isEmpty() ? 0 : Duration.parse("PT" + rest).toMillis();
    return START.toEpochMilli() + ofDays + ofRest;
  }

  static Consumer<CustomerEvent.Builder> product(
      String id, @Nullable Integer quantity, @Nullable String price) {
    return event -> event.setProduct(line(id, quantity, price));
  }

  static Consumer<CustomerEvent.Builder> cart(ProductLine... lines) {
    return event -> event.setCart(Cart.newBuilder().setLines(List.of(lines)).build());
  }

  static Consumer<CustomerEvent.Builder> id(String id) {
    return event -> event.setEventId(id);
  }

  static Consumer<CustomerEvent.Builder> seq(long number) {
    return event -> event.setSessionSeq(number);
  }

  static Consumer<CustomerEvent.Builder> by(String customer) {
    return event -> event.setCustomerKey(customer);
  }

  static Consumer<CustomerEvent.Builder> in(String session) {
    return event -> event.setSessionId(session);
  }

  static ProductLine line(String id, @Nullable Integer quantity, @Nullable String price) {
    return ProductLine.newBuilder()
        .setProductId(id)
        .setQuantity(quantity)
        .setPrice(price == null ? null : new BigDecimal(price))
        .setCurrency(price == null ? null : "EUR")
        .build();
  }
}

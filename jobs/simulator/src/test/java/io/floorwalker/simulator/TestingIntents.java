package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The abandoned intents of one customer, told again from the events. */
final class TestingIntents {

  private static final List<String> KINDS =
      List.of("cart_abandoned", "checkout_abandoned", "payment_abandoned");

  private final String key;
  private final long[] afterMs;
  private final List<Truth> truths = new ArrayList<>();
  private final Map<String, Integer> pieces = new HashMap<>();
  private @Nullable CustomerEvent last;
  private int stage;

  private TestingIntents(String key, Thresholds thresholds) {
    this.key = key;
    this.afterMs =
        new long[] {
          thresholds.cartAfter().toMillis(),
          thresholds.checkoutAfter().toMillis(),
          thresholds.paymentAfter().toMillis()
        };
  }

  static List<Truth> of(String key, List<CustomerEvent> events, Thresholds thresholds) {
    TestingIntents intents = new TestingIntents(key, thresholds);
    events.stream()
        .sorted(comparingLong(TestingIntents::at))
        .forEach(
            event -> {
              intents.passUntil(at(event));
              intents.read(event);
            });
    intents.passUntil(Long.MAX_VALUE);
    return intents.truths;
  }

  private void read(CustomerEvent event) {
    String type = event.getType();
    boolean isCart = type.startsWith("product_") && event.getProduct() != null;
    if (isCart && type.equals(EventTypes.PRODUCT_ADDED)) {
      pieces.merge(event.getProduct().getProductId(), 1, Integer::sum);
    } else if (type.equals(EventTypes.PRODUCT_REMOVED)) {
      pieces.remove(event.getProduct().getProductId());
    }
    boolean ends = type.equals(EventTypes.ORDER_PLACED) || type.equals(EventTypes.CART_EMPTIED);
    if (ends || (type.equals(EventTypes.PRODUCT_REMOVED) && pieces.isEmpty())) {
      pieces.clear();
      last = null;
      return;
    }
    int reached = stageOf(type);
    if (reached >= 0) {
      stage = last == null ? reached : Math.max(stage, reached);
      last = event;
    }
  }

  private void passUntil(long ms) {
    CustomerEvent touched = last;
    if (touched == null || touched.getType().equals(EventTypes.PAYMENT_PENDING)) {
      return;
    }
    long due = at(touched) + afterMs[stage];
    if (due <= ms) {
      truths.add(new Truth(KINDS.get(stage), "", key, due, List.of(touched.getEventId())));
      last = null;
    }
  }

  /** -1 where the event is no activity of an intent. */
  private static int stageOf(String type) {
    return switch (type) {
      case EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_REMOVED,
          EventTypes.CART_UPDATED,
          EventTypes.COUPON_ENTERED,
          EventTypes.COUPON_APPLIED,
          EventTypes.COUPON_DENIED ->
          0;
      default -> type.startsWith("checkout_") ? 1 : type.startsWith("payment_") ? 2 : -1;
    };
  }

  private static long at(CustomerEvent event) {
    return Objects.requireNonNull(event.getOccurredAt()).toEpochMilli();
  }
}

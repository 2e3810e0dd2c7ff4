package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an intent was left: the first cause in the order of the rule that has evidence.
 *
 * @param evidence ids of the newest three events that show it, then the last activity, each once
 */
record Why(String cause, List<String> evidence) {

  private static final long LEAVES_WITHIN_MS = 20_000;
  private static final long LOOP_WITHIN_MS = 120_000;

  /**
   * Looks at everything from the first activity of the intent up to its deadline, in canonical
   * order; the last activity is one of it.
   */
  static Why of(List<Moment> during, Moment last) {
    List<CustomerEvent> events = during.stream().map(Moment::event).toList();
    return Stream.of(
            new Shown("declined", declines(events)),
            new Shown("extra_cost", costs(events, last.at())),
            new Shown("account_required", accounts(events)),
            new Shown("out_of_stock", missing(events, last.cart())),
            new Shown("coupon_denied", coupons(events)),
            new Shown("validation_loop", loop(events)),
            new Shown("slow_page", slowPages(events)))
        .filter(shown -> !shown.by().isEmpty())
        .findFirst()
        .map(shown -> new Why(shown.cause(), evidence(shown.by(), last.event())))
        .orElseGet(() -> new Why("unknown", List.of(last.event().getEventId())));
  }

  private record Shown(String cause, List<CustomerEvent> by) {}

  private static List<String> evidence(List<CustomerEvent> shown, CustomerEvent last) {
    List<String> ids = new ArrayList<>();
    for (CustomerEvent event : shown.subList(Math.max(0, shown.size() - 3), shown.size())) {
      if (event != last) {
        ids.add(event.getEventId());
      }
    }
    ids.add(last.getEventId());
    return ids;
  }

  private static List<CustomerEvent> declines(List<CustomerEvent> events) {
    return sinceLast(EventTypes.PAYMENT_SUCCEEDED, events, EventTypes.PAYMENT_DECLINED);
  }

  private static List<CustomerEvent> accounts(List<CustomerEvent> events) {
    return sinceLast(EventTypes.SIGNED_IN, events, EventTypes.ACCOUNT_REQUIRED_SHOWN);
  }

  private static List<CustomerEvent> coupons(List<CustomerEvent> events) {
    return sinceLast(EventTypes.COUPON_APPLIED, events, EventTypes.COUPON_DENIED);
  }

  private static List<CustomerEvent> sinceLast(
      String remedy, List<CustomerEvent> events, String type) {
    List<CustomerEvent> found = new ArrayList<>();
    for (CustomerEvent event : events) {
      if (event.getType().equals(remedy)) {
        found.clear();
      } else if (event.getType().equals(type)) {
        found.add(event);
      }
    }
    return found;
  }

  /** Whose costs were shown less than 20 s before the last activity, or after it. */
  private static List<CustomerEvent> costs(List<CustomerEvent> events, long lastAt) {
    return events.stream()
        .filter(event -> event.getType().equals(EventTypes.COST_SHOWN))
        .filter(event -> lastAt - at(event) < LEAVES_WITHIN_MS)
        .toList();
  }

  private static List<CustomerEvent> missing(List<CustomerEvent> events, CartContents cart) {
    return events.stream()
        .filter(event -> event.getType().equals(EventTypes.OUT_OF_STOCK_SHOWN))
        .filter(event -> concerns(event, cart))
        .toList();
  }

  private static boolean concerns(CustomerEvent event, CartContents cart) {
    @Nullable String product =
        event.getProduct() == null ? null : event.getProduct().getProductId();
    return product == null
        || cart.lines().stream().anyMatch(line -> line.productId().equals(product));
  }

  /** The newest three errors in a row of one field within 2 min; a completed step resets all. */
  private static List<CustomerEvent> loop(List<CustomerEvent> events) {
    List<CustomerEvent> found = List.of();
    List<CustomerEvent> errors = new ArrayList<>();
    for (CustomerEvent event : events) {
      if (event.getType().equals(EventTypes.CHECKOUT_STEP_COMPLETED)) {
        found = List.of();
        errors.clear();
      } else if (event.getType().equals(EventTypes.FIELD_ERROR) && field(event) != null) {
        errors.add(event);
        List<CustomerEvent> same =
            errors.stream().filter(error -> Objects.equals(field(error), field(event))).toList();
        if (same.size() >= 3 && at(event) - at(same.get(same.size() - 3)) < LOOP_WITHIN_MS) {
          found = same.subList(same.size() - 3, same.size());
        }
      }
    }
    return found;
  }

  private static List<CustomerEvent> slowPages(List<CustomerEvent> events) {
    return events.stream().filter(Why::isSlowPage).toList();
  }

  static boolean isSlowPage(CustomerEvent event) {
    return event.getType().equals(EventTypes.PAGE_VITALS)
        && event.getInteraction() != null
        && isSlow(event.getInteraction());
  }

  private static boolean isSlow(Interaction vitals) {
    return (vitals.getLcpMs() != null && vitals.getLcpMs() > 4_000)
        || (vitals.getInpMs() != null && vitals.getInpMs() > 500);
  }

  private static @Nullable String field(CustomerEvent error) {
    return error.getForm() == null ? null : error.getForm().getField();
  }

  private static long at(CustomerEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }
}

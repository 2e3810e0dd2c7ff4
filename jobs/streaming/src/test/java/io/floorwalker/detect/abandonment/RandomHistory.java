package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Cart;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Form;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What many customers did, drawn at random around the edges of the rule: gaps of T - 1 ms, T and T
 * + 1 ms, ties, repeats, emptied carts. In the order of arrival, no event further behind than the
 * disorder.
 */
final class RandomHistory {
  static final long SILENCE = 1_800_000;
  static final long PAYMENT_SILENCE = 900_000;
  static final long LOOKS_SILENCE = 3_600_000;
  static final long DISORDER = 60_000;
  private static final long START = 1_772_445_600_000L;
  private static final long KEPT = 7 * 86_400_000L;
  private static final List<String> SITES = List.of("shop", "shop", "shop", "slow", "quick");
  private static final List<String> TYPES =
      List.of(
          EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_REMOVED,
          EventTypes.CART_UPDATED,
          EventTypes.CART_EMPTIED,
          EventTypes.COUPON_APPLIED,
          EventTypes.CHECKOUT_STARTED,
          EventTypes.PAYMENT_STARTED,
          EventTypes.PAYMENT_PENDING,
          EventTypes.PAGE_VIEWED,
          EventTypes.ORDER_PLACED);
  private static final List<String> FORM =
      List.of(
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.CHECKOUT_STEP_VIEWED,
          EventTypes.CHECKOUT_STEP_COMPLETED);
  private static final List<String> LOOKS =
      List.of(
          EventTypes.PRODUCT_VIEWED,
          EventTypes.PRODUCT_VIEWED,
          EventTypes.PRODUCT_VIEWED,
          EventTypes.PRODUCT_VIEWED,
          EventTypes.PRODUCT_VIEWED,
          EventTypes.PRODUCT_VIEWED,
          EventTypes.PRODUCTS_SEARCHED,
          EventTypes.OUT_OF_STOCK_SHOWN,
          EventTypes.PAGE_VITALS);
  private static final List<String> TELLING =
      List.of(
          EventTypes.PAYMENT_DECLINED,
          EventTypes.PAYMENT_SUCCEEDED,
          EventTypes.COST_SHOWN,
          EventTypes.COST_SHOWN,
          EventTypes.ACCOUNT_REQUIRED_SHOWN,
          EventTypes.SIGNED_IN,
          EventTypes.OUT_OF_STOCK_SHOWN,
          EventTypes.OUT_OF_STOCK_SHOWN,
          EventTypes.COUPON_DENIED,
          EventTypes.COUPON_APPLIED,
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.FIELD_ERROR,
          EventTypes.CHECKOUT_STEP_COMPLETED,
          EventTypes.PAGE_VITALS);

  private final Random random;

  RandomHistory(long seed) {
    random = new Random(seed);
  }

  List<CustomerEvent> ofCustomers(int customers) {
    List<CustomerEvent> events = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      addHistory(Owner.user("c-" + customer), events);
      if (random.nextInt(3) == 0) {
        addHistory(Owner.visitor("v-" + customer), events);
        addSignIns("v-" + customer, "c-" + random.nextInt(customers), events);
      }
    }
    record Arrival(long at, CustomerEvent event) {}
    return events.stream()
        .map(
            event ->
                new Arrival(
                    event.getOccurredAt().toEpochMilli() + random.nextLong(DISORDER), event))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::event)
        .toList();
  }

  /** Whose events: a visitor has no user id. */
  private record Owner(String key, @Nullable String user, @Nullable String visitor) {
    static Owner user(String key) {
      return new Owner(key, key, null);
    }

    static Owner visitor(String key) {
      return new Owner(key, null, key);
    }
  }

  /** At, around and between what the visitor does. */
  private void addSignIns(String visitor, String user, List<CustomerEvent> events) {
    List<Long> times =
        events.stream()
            .filter(event -> visitor.equals(event.getCustomerKey()))
            .map(event -> event.getOccurredAt().toEpochMilli())
            .toList();
    for (int signIn = 1 + random.nextInt(2); signIn > 0; signIn--) {
      long at = times.get(random.nextInt(times.size())) + gap();
      for (String key : List.of(visitor, user)) {
        events.add(
            CustomerEvent.newBuilder()
                .setEventId("link-%s-%d-%s".formatted(visitor, signIn, key))
                .setOccurredAt(Instant.ofEpochMilli(at))
                .setType(EventTypes.IDENTITY_LINKED)
                .setCustomerKey(key)
                .setAnonymousId(visitor)
                .setUserId(user)
                .build());
      }
    }
  }

  private void addHistory(Owner customer, List<CustomerEvent> events) {
    if (random.nextInt(8) == 0) {
      addForm(customer, events);
      return;
    }
    long at = START + random.nextLong(SILENCE);
    int length = 1 + random.nextInt(8);
    boolean troubled = random.nextBoolean();
    boolean looks = random.nextBoolean();
    for (int position = 0; position < (troubled || looks ? 2 * length : length); position++) {
      List<String> types =
          looks && random.nextInt(6) > 0
              ? LOOKS
              : troubled && random.nextInt(3) > 0 ? TELLING : TYPES;
      CustomerEvent event = event(types, customer, position, at);
      events.add(event);
      if (random.nextInt(10) == 0) {
        events.add(CustomerEvent.newBuilder(event).build());
      }
      at += troubled && random.nextInt(3) > 0 ? shortGap() : gap();
    }
  }

  /** Somebody in the checkout who has trouble with its form. */
  private void addForm(Owner customer, List<CustomerEvent> events) {
    long at = START + random.nextLong(SILENCE);
    events.add(event(List.of(EventTypes.CHECKOUT_STARTED), customer, 0, at));
    int length = 3 + random.nextInt(8);
    for (int position = 1; position <= length; position++) {
      at += shortGap();
      events.add(event(FORM, customer, position, at));
    }
  }

  /** Around the 20 s after costs and the 2 min of a field's errors. */
  private long shortGap() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 19_999;
      case 2 -> 20_000;
      case 3 -> 59_999;
      case 4 -> 60_000;
      default -> random.nextLong(60_000);
    };
  }

  private long gap() {
    return switch (random.nextInt(14)) {
      case 0 -> 0;
      case 1 -> SILENCE - 1;
      case 2 -> SILENCE;
      case 3 -> SILENCE + 1;
      case 4 -> PAYMENT_SILENCE - 1;
      case 5 -> PAYMENT_SILENCE;
      case 6 -> PAYMENT_SILENCE + 1;
      case 7 -> LOOKS_SILENCE - 1;
      case 8 -> LOOKS_SILENCE;
      case 9 -> LOOKS_SILENCE + 1;
      case 10 -> random.nextInt(20) == 0 ? KEPT - random.nextInt(2) : SILENCE / 2;
      default -> random.nextLong(SILENCE);
    };
  }

  private CustomerEvent event(List<String> types, Owner customer, int position, long at) {
    String type = types.get(random.nextInt(types.size()));
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setEventId(customer.key() + "-" + random.nextInt(10) + "-" + position)
            .setOccurredAt(Instant.ofEpochMilli(at))
            .setType(type)
            .setSessionId("s-" + customer.key())
            .setCustomerKey(customer.key())
            .setAnonymousId(customer.visitor())
            .setUserId(customer.user())
            .setSite(SITES.get(random.nextInt(SITES.size())));
    switch (type) {
      case EventTypes.PRODUCT_ADDED, EventTypes.PRODUCT_REMOVED -> event.setProduct(line());
      case EventTypes.PRODUCT_VIEWED ->
          event
              .setIsBot(random.nextInt(20) == 0)
              .setProduct(random.nextInt(20) == 0 ? null : viewed());
      case EventTypes.PRODUCTS_SEARCHED -> event.setIsBot(random.nextInt(20) == 0);
      case EventTypes.CART_UPDATED -> event.setCart(cart());
      case EventTypes.OUT_OF_STOCK_SHOWN ->
          event.setProduct(random.nextInt(4) == 0 ? null : line());
      case EventTypes.FIELD_ERROR ->
          event.setForm(
              Form.newBuilder()
                  .setField(random.nextInt(5) == 0 ? null : "f-" + random.nextInt(2))
                  .build());
      case EventTypes.PAGE_VITALS ->
          event.setInteraction(
              Interaction.newBuilder()
                  .setLcpMs(random.nextInt(3) == 0 ? null : 4_000 + random.nextInt(2))
                  .setInpMs(random.nextInt(3) == 0 ? null : 500 + random.nextInt(2))
                  .build());
      default -> {}
    }
    return event.build();
  }

  private Cart cart() {
    List<ProductLine> lines = new ArrayList<>();
    for (int line = random.nextInt(3); line > 0; line--) {
      lines.add(line());
    }
    return Cart.newBuilder().setLines(lines).build();
  }

  private ProductLine viewed() {
    return ProductLine.newBuilder()
        .setProductId(random.nextInt(20) == 0 ? null : "p-" + random.nextInt(5))
        .setCategory(random.nextInt(20) == 0 ? null : "k-" + random.nextInt(2))
        .build();
  }

  private ProductLine line() {
    return ProductLine.newBuilder()
        .setProductId(random.nextInt(10) == 0 ? null : "p-" + random.nextInt(3))
        .setQuantity(random.nextBoolean() ? null : 1 + random.nextInt(2))
        .setPrice(
            random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(9999), 2).setScale(4))
        .setCurrency("EUR")
        .build();
  }
}

package io.floorwalker.detect.reopen;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.schema.Stock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Carts of a few products at two sites, and what became of the products, drawn at random around the
 * edges: of a deadline, of the time of interest, of the quiet time. In the order of arrival.
 */
final class RandomShop {
  static final long DISORDER = 60_000;
  private static final long START = 1_772_445_600_000L;
  private static final long T = Duration.ofMinutes(30).toMillis();
  private static final long KEPT = Duration.ofDays(14).toMillis();
  private static final long QUIET = Duration.ofDays(2).toMillis();
  private static final List<String> DEEDS =
      List.of(
          EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_ADDED,
          EventTypes.CHECKOUT_STARTED,
          EventTypes.CART_EMPTIED,
          EventTypes.PRODUCT_VIEWED,
          EventTypes.ORDER_PLACED);

  private final Random random;
  private final List<CustomerEvent> events = new ArrayList<>();

  RandomShop(long seed) {
    random = new Random(seed);
  }

  List<CustomerEvent> ofCustomers(int customers) {
    for (int customer = 0; customer < customers; customer++) {
      addCustomer(customer);
    }
    List<Long> moments = events.stream().map(one -> one.getOccurredAt().toEpochMilli()).toList();
    for (int change = 0; change < 4 * customers; change++) {
      addChanges(moments.get(random.nextInt(moments.size())) + T, change);
    }
    record Arrival(long at, CustomerEvent event) {}
    return events.stream()
        .map(
            one -> new Arrival(one.getOccurredAt().toEpochMilli() + random.nextLong(DISORDER), one))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::event)
        .toList();
  }

  private void addCustomer(int customer) {
    long at = START + random.nextLong(T);
    for (int deed = 0; deed <= random.nextInt(4); deed++) {
      String type = deed == 0 ? EventTypes.PRODUCT_ADDED : oneOf(DEEDS);
      boolean ofProduct =
          type.equals(EventTypes.PRODUCT_ADDED) || type.equals(EventTypes.PRODUCT_VIEWED);
      add(
          CustomerEvent.newBuilder()
              .setEventId("c-%d-%d".formatted(customer, deed))
              .setType(type)
              .setOccurredAt(Instant.ofEpochMilli(at))
              .setSite(site())
              .setCustomerKey("c-" + customer)
              .setUserId("c-" + customer)
              .setProduct(
                  ofProduct ? ProductLine.newBuilder().setProductId(product()).build() : null)
              .build());
      at += random.nextInt(4) == 0 ? pause() : random.nextLong(2 * T);
    }
  }

  /** One or a few changes of one product, the first around a deadline. */
  private void addChanges(long deadline, int number) {
    String site = site();
    String product = product();
    long at = deadline + oneOf(List.of(-1L, -1L, -1L, 0L, 1L, T, KEPT - 1, KEPT, KEPT));
    for (int change = 0; change <= random.nextInt(3); change++) {
      boolean ofPrice = random.nextBoolean();
      Stock.Builder stock = Stock.newBuilder().setProductId(product).setCurrency("EUR");
      if (ofPrice) {
        stock.setPriceBefore(random.nextBoolean() ? price() : null).setPriceAfter(price());
      } else {
        stock.setAvailable(oneOf(List.of(0L, 1L, 3L, 4L, 9L)));
      }
      add(
          CustomerEvent.newBuilder()
              .setEventId("p-%d-%d".formatted(number, change))
              .setType(ofPrice ? EventTypes.PRICE_CHANGED : EventTypes.STOCK_CHANGED)
              .setOccurredAt(Instant.ofEpochMilli(at))
              .setSite(site)
              .setStock(stock.build())
              .build());
      at += pause();
    }
  }

  private void add(CustomerEvent event) {
    events.add(event);
    if (random.nextInt(10) == 0) {
      events.add(CustomerEvent.newBuilder(event).build());
    }
  }

  private long pause() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> QUIET - 1;
      case 2 -> QUIET;
      case 3 -> KEPT - 1;
      case 4 -> KEPT;
      case 5 -> T;
      default -> random.nextLong(2 * QUIET);
    };
  }

  private BigDecimal price() {
    return BigDecimal.valueOf(10 + random.nextInt(4), 0).setScale(4);
  }

  private String product() {
    return oneOf(List.of("shoes", "shoes", "socks"));
  }

  private String site() {
    return random.nextInt(8) == 0 ? "other" : "shop";
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}

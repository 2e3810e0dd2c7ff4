package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Stock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that became of the price and the stock of one product at one site, in order. */
record Shelf(List<Change> changes) {

  /**
   * One change with what was known before it: from its own words, else from the change of the same
   * thing before, unless nothing changed for too long in between.
   */
  record Change(
      CustomerEvent event, @Nullable BigDecimal priceBefore, @Nullable Long availableBefore) {

    long at() {
      return event.getOccurredAt().toEpochMilli();
    }

    boolean isOfPrice() {
      return event.getType().equals(EventTypes.PRICE_CHANGED);
    }

    private Stock stock() {
      return event.getStock();
    }

    /**
     * Why somebody who left the item when it cost so much would come back; null: why should they?
     */
    @Nullable String cause(@Nullable Cost whenLeft, long lowStock) {
      if (isOfPrice()) {
        Cost now = new Cost(stock().getPriceAfter(), stock().getCurrency());
        boolean falls = priceBefore != null && now.amount().compareTo(priceBefore) < 0;
        return falls && (whenLeft == null || now.isLessThan(whenLeft)) ? "price_drop" : null;
      }
      long now = stock().getAvailable();
      if (now <= 0) {
        return null;
      }
      if (availableBefore != null && availableBefore <= 0) {
        return "back_in_stock";
      }
      boolean wasEnough = availableBefore == null || availableBefore > lowStock;
      return wasEnough && now <= lowStock ? "low_stock" : null;
    }
  }

  /** An amount in a currency. */
  record Cost(BigDecimal amount, @Nullable String currency) {
    boolean isLessThan(Cost other) {
      return Objects.equals(currency, other.currency) && amount.compareTo(other.amount) < 0;
    }
  }

  /** The shelves of a shop by {@code site|product}. */
  static Map<String, Shelf> of(Collection<CustomerEvent> events, long keptMs) {
    Map<String, List<CustomerEvent>> byProduct =
        events.stream()
            .filter(Shelf::isChange)
            .collect(
                Collectors.groupingBy(
                    event -> event.getSite() + "|" + event.getStock().getProductId()));
    Map<String, Shelf> shelves = new TreeMap<>();
    byProduct.forEach(
        (product, ofOne) -> shelves.put(product, told(CanonicalOrder.of(ofOne), keptMs)));
    return shelves;
  }

  /** What it cost at a time, as far as a price change tells it that comes no later than another. */
  @Nullable Cost costAt(long from, Change last) {
    return changes.subList(0, changes.indexOf(last)).stream()
        .filter(change -> change.at() >= from)
        .filter(change -> change.isOfPrice() && change.priceBefore() != null)
        .map(change -> new Cost(change.priceBefore(), currency(change)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String currency(Change change) {
    return change.event().getStock().getCurrency();
  }

  private static boolean isChange(CustomerEvent event) {
    return event.getType().equals(EventTypes.PRICE_CHANGED)
        || event.getType().equals(EventTypes.STOCK_CHANGED);
  }

  private static Shelf told(List<CustomerEvent> events, long keptMs) {
    List<Change> changes = new ArrayList<>();
    @Nullable BigDecimal price = null;
    @Nullable Long available = null;
    long knownUntil = Long.MIN_VALUE;
    for (CustomerEvent event : events) {
      long at = event.getOccurredAt().toEpochMilli();
      if (at >= knownUntil) {
        price = null;
        available = null;
      }
      Stock stock = event.getStock();
      if (event.getType().equals(EventTypes.PRICE_CHANGED)) {
        BigDecimal before = stock.getPriceBefore() == null ? price : stock.getPriceBefore();
        changes.add(new Change(event, before, null));
        price = stock.getPriceAfter();
      } else {
        changes.add(new Change(event, null, available));
        available = stock.getAvailable();
      }
      knownUntil = at + keptMs;
    }
    return new Shelf(changes);
  }
}

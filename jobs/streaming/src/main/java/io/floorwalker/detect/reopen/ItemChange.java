package io.floorwalker.detect.reopen;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Stock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item's price or stock. Pure.
 *
 * <pre>{@code
 *            left              later
 * drop       20                15
 * drop       20    25          15
 * no drop    20    25          22      dearer than when it was left
 * no drop    20    15          18      it rises
 * back       20 pieces   0     1
 * no back     1 piece          5
 * low        20 pieces         3
 * no low     20 pieces   3     2       known to be low
 * no low      0 pieces         2       that is back in stock
 * }</pre>
 *
 * @param priceBefore as the event says, else as known; null where nobody knows, and where the price
 *     is not what changed
 * @param before what was known of the item
 * @param after what is known now
 */
record ItemChange(@Nullable Price priceBefore, Item before, Item after) {

  /** Whether the shop says here that an item's price or stock is another now. */
  static boolean is(CustomerEvent event) {
    Stock stock = event.getStock();
    if (stock == null || stock.getProductId() == null) {
      return false;
    }
    return switch (event.getType()) {
      case EventTypes.PRICE_CHANGED -> stock.getPriceAfter() != null;
      case EventTypes.STOCK_CHANGED -> stock.getAvailable() != null;
      default -> false;
    };
  }

  static ItemChange of(Item before, CustomerEvent event) {
    Stock stock = event.getStock();
    long at = event.getOccurredAt().toEpochMilli();
    if (event.getType().equals(EventTypes.STOCK_CHANGED)) {
      return new ItemChange(null, before, new Item(before.price(), stock.getAvailable(), at));
    }
    Price told = Price.of(stock.getPriceBefore(), stock.getCurrency());
    Price now = Price.of(stock.getPriceAfter(), stock.getCurrency());
    return new ItemChange(
        told == null ? before.price() : told, before, new Item(now, before.available(), at));
  }

  /** What may bring back who left the item; empty where nothing does. */
  Optional<Turn> turn(LeftItem left, long lowStock) {
    return isDrop(left) ? Optional.of(Turn.PRICE_DROP) : turnOfStock(lowStock);
  }

  private boolean isDrop(LeftItem left) {
    Price now = after.price();
    if (now == null || priceBefore == null) {
      return false;
    }
    return now.isBelow(priceBefore) && (left.price() == null || now.isBelow(left.price()));
  }

  private Optional<Turn> turnOfStock(long lowStock) {
    Long was = before.available();
    Long is = after.available();
    if (is == null || is <= 0) {
      return Optional.empty();
    }
    if (was != null && was <= 0) {
      return Optional.of(Turn.BACK_IN_STOCK);
    }
    boolean falls = is <= lowStock && (was == null || was > lowStock);
    return falls ? Optional.of(Turn.LOW_STOCK) : Optional.empty();
  }
}

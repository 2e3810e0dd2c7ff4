package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;

/** The events that are looks: at a product, or a search. */
final class Looks {

  private Looks() {}

  static boolean is(String type) {
    return type.equals(EventTypes.PRODUCT_VIEWED) || type.equals(EventTypes.PRODUCTS_SEARCHED);
  }

  /** Looks of machines are nobody's. */
  static boolean count(CustomerEvent event) {
    return is(event.getType()) && !event.getIsBot();
  }
}

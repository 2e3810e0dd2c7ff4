package io.floorwalker.orders;

import io.floorwalker.contract.EventTypes;

/** How an order stands, by the type of its newest event. */
public enum OrderStatus {
  PLACED,
  CANCELLED,
  REFUNDED,
  RETURN_REQUESTED;

  /** Whether events of this type change an order. */
  static boolean isChangedBy(String type) {
    return switch (type) {
      case EventTypes.ORDER_PLACED,
          EventTypes.ORDER_CANCELLED,
          EventTypes.ORDER_REFUNDED,
          EventTypes.RETURN_REQUESTED ->
          true;
      default -> false;
    };
  }

  static OrderStatus of(String type) {
    return switch (type) {
      case EventTypes.ORDER_PLACED -> PLACED;
      case EventTypes.ORDER_CANCELLED -> CANCELLED;
      case EventTypes.ORDER_REFUNDED -> REFUNDED;
      case EventTypes.RETURN_REQUESTED -> RETURN_REQUESTED;
      default -> throw new IllegalArgumentException(type + " changes no order");
    };
  }
}

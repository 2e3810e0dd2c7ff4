package io.floorwalker.outcome;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.decisions.Achieved;
import io.floorwalker.decisions.Exposure;
import io.floorwalker.decisions.GateKey;
import io.floorwalker.decisions.Success;
import io.floorwalker.decisions.Worth;
import io.floorwalker.detect.ContactActivity;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of a unit: that it was exposed, or a success; exactly one of the two.
 *
 * @param unit the gate key
 */
public record UnitNews(String unit, @Nullable Exposure exposure, @Nullable Achieved achieved) {

  public static UnitNews of(Exposure exposure) {
    return new UnitNews(exposure.unit(), exposure, null);
  }

  /** An order is the customer's success and the contact's; other activity the contact's alone. */
  static List<UnitNews> of(CustomerEvent event) {
    List<UnitNews> news = new ArrayList<>();
    if (isOrder(event)) {
      news.add(achieved(event.getCustomerKey(), order(event)));
    }
    if (ContactActivity.is(event)) {
      String contact = GateKey.contact(event.getAccountId(), event.getContactId());
      news.add(achieved(contact, success(Success.RETURN, event.getEventId(), event)));
    }
    return news;
  }

  /** Empty where the detection says nothing that anybody waits for. */
  static Optional<UnitNews> of(Detection detection) {
    return Achieved.restored(detection).map(over -> achieved(GateKey.of(detection), over));
  }

  private static boolean isOrder(CustomerEvent event) {
    return event.getType().equals(EventTypes.ORDER_PLACED)
        && event.getCustomerKey() != null
        && !event.getIsBot()
        && !event.getIsInternal();
  }

  private static Achieved order(CustomerEvent event) {
    Order order = event.getOrder();
    if (order == null) {
      return success(Success.ORDER, event.getEventId(), event);
    }
    Worth worth =
        order.getCurrency() == null
            ? null
            : new Worth(order.getNetValue(), order.getMargin(), order.getCurrency());
    return new Achieved(
        Success.ORDER,
        order.getOrderId() == null ? event.getEventId() : order.getOrderId(),
        event.getOccurredAt().toEpochMilli(),
        worth);
  }

  private static Achieved success(Success success, String id, CustomerEvent event) {
    return new Achieved(success, id, event.getOccurredAt().toEpochMilli(), null);
  }

  private static UnitNews achieved(String unit, Achieved achieved) {
    return new UnitNews(unit, null, achieved);
  }
}

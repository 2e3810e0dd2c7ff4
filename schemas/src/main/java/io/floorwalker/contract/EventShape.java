package io.floorwalker.contract;

import io.floorwalker.schema.CustomerEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What an event of one type carries: its family, and the fields without which no rule can use it,
 * as paths from the event ({@code product.product_id}). Everything else may be absent.
 */
public record EventShape(String type, Family family, List<String> required) {

  private static final Map<String, EventShape> ALL =
      inOrder(
          shape(EventTypes.PAGE_VIEWED, Family.NONE),
          shape(EventTypes.PAGE_RELOADED, Family.NONE),
          shape(EventTypes.PAGE_REACTED, Family.INTERACTION),
          shape(EventTypes.PAGE_VITALS, Family.INTERACTION),
          shape(EventTypes.PRODUCT_VIEWED, Family.PRODUCT),
          shape(EventTypes.PRODUCT_LIST_VIEWED, Family.NONE),
          shape(EventTypes.PRODUCTS_SEARCHED, Family.NONE),
          shape(EventTypes.WISHLIST_ADDED, Family.PRODUCT),
          shape(EventTypes.CART_VIEWED, Family.CART),
          shape(EventTypes.PRODUCT_ADDED, Family.PRODUCT),
          shape(EventTypes.PRODUCT_REMOVED, Family.PRODUCT),
          shape(EventTypes.CART_UPDATED, Family.CART),
          shape(EventTypes.CART_EMPTIED, Family.CART),
          shape(EventTypes.CHECKOUT_STARTED, Family.CHECKOUT),
          shape(EventTypes.CHECKOUT_STEP_VIEWED, Family.CHECKOUT, "checkout.step"),
          shape(EventTypes.CHECKOUT_STEP_COMPLETED, Family.CHECKOUT, "checkout.step"),
          shape(EventTypes.CHECKOUT_STEP_LEFT, Family.CHECKOUT, "checkout.step"),
          shape(EventTypes.COST_SHOWN, Family.CHECKOUT),
          shape(EventTypes.ACCOUNT_REQUIRED_SHOWN, Family.CHECKOUT),
          shape(EventTypes.PAYMENT_INFO_ENTERED, Family.PAYMENT),
          shape(EventTypes.PAYMENT_STARTED, Family.PAYMENT),
          shape(EventTypes.PAYMENT_PENDING, Family.PAYMENT),
          shape(EventTypes.PAYMENT_SUCCEEDED, Family.PAYMENT),
          shape(EventTypes.PAYMENT_DECLINED, Family.PAYMENT),
          shape(EventTypes.COUPON_ENTERED, Family.COUPON),
          shape(EventTypes.COUPON_APPLIED, Family.COUPON),
          shape(EventTypes.COUPON_DENIED, Family.COUPON),
          shape(EventTypes.ORDER_PLACED, Family.ORDER),
          shape(EventTypes.ORDER_CANCELLED, Family.ORDER, "order.order_id"),
          shape(EventTypes.ORDER_REFUNDED, Family.ORDER, "order.order_id"),
          shape(EventTypes.RETURN_REQUESTED, Family.ORDER, "order.order_id"),
          shape(EventTypes.ELEMENT_CLICKED, Family.INTERACTION),
          shape(EventTypes.FIELD_ERROR, Family.FORM, "form.field"),
          shape(EventTypes.FIELD_CHANGED, Family.FORM, "form.field"),
          shape(EventTypes.FORM_CLEARED, Family.FORM),
          shape(EventTypes.SCRIPT_ERROR, Family.INTERACTION),
          shape(EventTypes.SIGNED_IN, Family.NONE),
          shape(EventTypes.SIGNED_OUT, Family.NONE),
          shape(EventTypes.LOGIN_FAILED, Family.NONE),
          shape(EventTypes.IDENTITY_LINKED, Family.NONE, "anonymous_id", "user_id"),
          shape(EventTypes.CART_CARRIED_OVER, Family.CART, "cart.lines"),
          shape(EventTypes.OUT_OF_STOCK_SHOWN, Family.PRODUCT, "product.product_id"),
          shape(EventTypes.PORTAL_ACTIVITY, Family.PORTAL),
          shape(EventTypes.SUPPORT_CHAT_OPENED, Family.SERVICE),
          shape(EventTypes.SUPPORT_CHAT_CLOSED, Family.SERVICE),
          shape(EventTypes.TICKET_OPENED, Family.SERVICE, "service.ticket_id"),
          shape(EventTypes.TICKET_CLOSED, Family.SERVICE, "service.ticket_id"),
          shape(EventTypes.CRM_ACTIVITY, Family.PORTAL),
          shape(EventTypes.DEAL_CHANGED, Family.PORTAL, "portal.deal_id"),
          shape(EventTypes.QUOTE_CHANGED, Family.PORTAL, "portal.quote_id"),
          shape(EventTypes.CONSENT_CHANGED, Family.NONE),
          shape(EventTypes.PRICE_CHANGED, Family.STOCK, "stock.product_id", "stock.price_after"),
          shape(EventTypes.STOCK_CHANGED, Family.STOCK, "stock.product_id", "stock.available"),
          shape(EventTypes.CUSTOM, Family.NONE));

  /** The shape of every type, by type, in the order of the contract. */
  public static Map<String, EventShape> all() {
    return ALL;
  }

  /**
   * The required fields that an event of this type leaves out; an empty list is a value, not an
   * absence.
   */
  public List<String> missing(CustomerEvent event) {
    return required.stream().filter(path -> !present(event, path)).toList();
  }

  private static boolean present(SpecificRecordBase record, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return record.get(path) != null;
    }
    return record.get(path.substring(0, dot)) instanceof SpecificRecordBase nested
        && present(nested, path.substring(dot + 1));
  }

  private static EventShape shape(String type, Family family, String... required) {
    return new EventShape(type, family, List.of(required));
  }

  private static Map<String, EventShape> inOrder(EventShape... shapes) {
    Map<String, EventShape> ordered = new LinkedHashMap<>();
    for (EventShape shape : shapes) {
      ordered.put(shape.type(), shape);
    }
    return Collections.unmodifiableMap(ordered);
  }
}

package io.floorwalker.contract;

import java.util.Set;

/** The types of {@code CustomerEvent}; an event of any other type is ignored and counted. */
public final class EventTypes {
  public static final String PAGE_VIEWED = "page_viewed";
  public static final String PAGE_RELOADED = "page_reloaded";
  public static final String PAGE_REACTED = "page_reacted";
  public static final String PAGE_VITALS = "page_vitals";
  public static final String PRODUCT_VIEWED = "product_viewed";
  public static final String PRODUCT_LIST_VIEWED = "product_list_viewed";
  public static final String PRODUCTS_SEARCHED = "products_searched";
  public static final String WISHLIST_ADDED = "wishlist_added";
  public static final String CART_VIEWED = "cart_viewed";
  public static final String PRODUCT_ADDED = "product_added";
  public static final String PRODUCT_REMOVED = "product_removed";
  public static final String CART_UPDATED = "cart_updated";
  public static final String CART_EMPTIED = "cart_emptied";
  public static final String CHECKOUT_STARTED = "checkout_started";
  public static final String CHECKOUT_STEP_VIEWED = "checkout_step_viewed";
  public static final String CHECKOUT_STEP_COMPLETED = "checkout_step_completed";
  public static final String CHECKOUT_STEP_LEFT = "checkout_step_left";
  public static final String COST_SHOWN = "cost_shown";
  public static final String ACCOUNT_REQUIRED_SHOWN = "account_required_shown";
  public static final String PAYMENT_INFO_ENTERED = "payment_info_entered";
  public static final String PAYMENT_STARTED = "payment_started";
  public static final String PAYMENT_PENDING = "payment_pending";
  public static final String PAYMENT_SUCCEEDED = "payment_succeeded";
  public static final String PAYMENT_DECLINED = "payment_declined";
  public static final String COUPON_ENTERED = "coupon_entered";
  public static final String COUPON_APPLIED = "coupon_applied";
  public static final String COUPON_DENIED = "coupon_denied";
  public static final String ORDER_PLACED = "order_placed";
  public static final String ORDER_CANCELLED = "order_cancelled";
  public static final String ORDER_REFUNDED = "order_refunded";
  public static final String RETURN_REQUESTED = "return_requested";
  public static final String ELEMENT_CLICKED = "element_clicked";
  public static final String FIELD_ERROR = "field_error";
  public static final String FIELD_CHANGED = "field_changed";
  public static final String FORM_CLEARED = "form_cleared";
  public static final String SCRIPT_ERROR = "script_error";
  public static final String SIGNED_IN = "signed_in";
  public static final String SIGNED_OUT = "signed_out";
  public static final String LOGIN_FAILED = "login_failed";
  public static final String IDENTITY_LINKED = "identity_linked";
  public static final String CART_CARRIED_OVER = "cart_carried_over";
  public static final String OUT_OF_STOCK_SHOWN = "out_of_stock_shown";
  public static final String PORTAL_ACTIVITY = "portal_activity";
  public static final String SUPPORT_CHAT_OPENED = "support_chat_opened";
  public static final String SUPPORT_CHAT_CLOSED = "support_chat_closed";
  public static final String TICKET_OPENED = "ticket_opened";
  public static final String TICKET_CLOSED = "ticket_closed";
  public static final String CRM_ACTIVITY = "crm_activity";
  public static final String DEAL_CHANGED = "deal_changed";
  public static final String QUOTE_CHANGED = "quote_changed";
  public static final String CONSENT_CHANGED = "consent_changed";
  public static final String PRICE_CHANGED = "price_changed";
  public static final String STOCK_CHANGED = "stock_changed";
  public static final String CUSTOM = "custom";

  private EventTypes() {}

  /** Every type, in the order of the contract. */
  public static Set<String> all() {
    return EventShape.all().keySet();
  }
}

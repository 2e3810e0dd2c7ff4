package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;

/** One event of a key, what it means to an intent, and the cart after it. */
record Moment(CustomerEvent event, Meaning meaning, CartContents cart) {

  /** What an event does to the intent that is open. */
  enum Meaning {
    /** Opens an intent or restarts its clock. */
    ACTIVITY,
    /** Ends it: an order, or the cart is empty. */
    END,
    /** Is seen and changes nothing. */
    NOTHING
  }

  long at() {
    return event.getOccurredAt().toEpochMilli();
  }

  boolean matters() {
    return meaning != Meaning.NOTHING;
  }

  boolean isActivity() {
    return meaning == Meaning.ACTIVITY;
  }

  boolean isEnd() {
    return meaning == Meaning.END;
  }

  /** True while the payment provider has the word. */
  boolean isPending() {
    return event.getType().equals(EventTypes.PAYMENT_PENDING);
  }

  /** The stage that this event alone reaches. */
  Stage stage() {
    return Stage.of(event.getType());
  }
}

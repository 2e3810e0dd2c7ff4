package io.floorwalker.oracle;

import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event of a session and where the session stood.
 *
 * @param at when it takes effect, UTC ms
 * @param position place in the order of the session
 * @param step the step of the checkout with this event; null before any
 * @param stage browse, cart, checkout or payment: the highest so far, this event included
 * @param goesBack true where this event views a step again that is not the one before this event
 */
record VisitMoment(
    CustomerEvent event,
    long at,
    int position,
    @Nullable String step,
    String stage,
    boolean goesBack) {

  String id() {
    return event.getEventId();
  }

  boolean is(String type) {
    return event.getType().equals(type);
  }

  /** True once the checkout was entered. */
  boolean isInCheckout() {
    return stage.equals("checkout") || stage.equals("payment");
  }

  @Nullable String viewedStep() {
    return event.getCheckout() == null ? null : event.getCheckout().getStep();
  }

  @Nullable String form() {
    return event.getForm() == null ? null : event.getForm().getFormId();
  }

  @Nullable String field() {
    return event.getForm() == null ? null : event.getForm().getField();
  }

  @Nullable String page() {
    return event.getContext() == null ? null : event.getContext().getPage();
  }
}

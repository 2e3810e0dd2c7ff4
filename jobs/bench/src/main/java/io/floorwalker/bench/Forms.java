package io.floorwalker.bench;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the naive patterns ask of forms and of the steps of a checkout. */
final class Forms {

  private Forms() {}

  static boolean failsField(CustomerEvent event) {
    return event.getType().equals(EventTypes.FIELD_ERROR) && field(event) != null;
  }

  static boolean isSameField(CustomerEvent one, CustomerEvent other) {
    return Objects.equals(field(one), field(other));
  }

  static boolean isSameForm(CustomerEvent one, CustomerEvent other) {
    return Objects.equals(form(one), form(other));
  }

  static boolean viewsStep(CustomerEvent event) {
    return event.getType().equals(EventTypes.CHECKOUT_STEP_VIEWED) && step(event) != null;
  }

  static boolean isSameStep(CustomerEvent one, CustomerEvent other) {
    return Objects.equals(step(one), step(other));
  }

  private static @Nullable String field(CustomerEvent event) {
    return event.getForm() == null ? null : event.getForm().getField();
  }

  private static @Nullable String form(CustomerEvent event) {
    return event.getForm() == null ? null : event.getForm().getFormId();
  }

  private static @Nullable String step(CustomerEvent event) {
    return event.getCheckout() == null ? null : event.getCheckout().getStep();
  }
}

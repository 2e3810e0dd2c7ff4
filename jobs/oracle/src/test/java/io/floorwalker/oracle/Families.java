package io.floorwalker.oracle;

import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Form;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.Payment;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The families of an event, as far as tests of struggle tell them. */
final class Families {

  private Families() {}

  static Consumer<CustomerEvent.Builder> step(String step) {
    return event -> event.setCheckout(Checkout.newBuilder().setStep(step).build());
  }

  static Consumer<CustomerEvent.Builder> field(@Nullable String field) {
    return event -> event.setForm(Form.newBuilder().setField(field).build());
  }

  static Consumer<CustomerEvent.Builder> form(String form) {
    return event -> event.setForm(Form.newBuilder().setFormId(form).build());
  }

  /** A decline that is for good. */
  static Consumer<CustomerEvent.Builder> hard() {
    return event -> event.setPayment(Payment.newBuilder().setHard(true).build());
  }

  static Consumer<CustomerEvent.Builder> vitals(@Nullable Integer lcpMs, @Nullable Integer inpMs) {
    return event ->
        event.setInteraction(Interaction.newBuilder().setLcpMs(lcpMs).setInpMs(inpMs).build());
  }

  static Consumer<CustomerEvent.Builder> page(@Nullable String page) {
    return event -> event.setContext(Context.newBuilder().setPage(page).build());
  }

  /** A click on the element, to which the page reacted. */
  static Consumer<CustomerEvent.Builder> element(@Nullable String selector) {
    return click(selector, true, 80);
  }

  /** A click to which the page never reacted. */
  static Consumer<CustomerEvent.Builder> dead(@Nullable String selector) {
    return click(selector, true, -1);
  }

  static Consumer<CustomerEvent.Builder> click(
      @Nullable String selector, @Nullable Boolean interactive, @Nullable Integer reactionMs) {
    return event ->
        event.setInteraction(
            Interaction.newBuilder()
                .setSelector(selector)
                .setInteractive(interactive)
                .setReactionMs(reactionMs)
                .build());
  }

  static Consumer<CustomerEvent.Builder> place(
      @Nullable String selector, @Nullable Integer x, @Nullable Integer y) {
    return event ->
        event.setInteraction(
            Interaction.newBuilder().setSelector(selector).setX(x).setY(y).build());
  }
}

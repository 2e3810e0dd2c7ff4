package io.floorwalker.testkit;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.Coupon;
import io.floorwalker.schema.Form;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.Payment;
import org.jspecify.annotations.Nullable;

/** The words of a timeline in which a shopper does not get on. */
public final class StruggleEvents {
  private StruggleEvents() {}

  /** A click on an element, of which nothing else is known. */
  public static ShopEvent clicked(String selector) {
    return click(Interaction.newBuilder().setSelector(selector).build());
  }

  /** A click on something without a selector, pixels. */
  public static ShopEvent clickedAt(int x, int y) {
    return click(Interaction.newBuilder().setX(x).setY(y).build());
  }

  /** A click on an interactive element, and the page reacted so many milliseconds later. */
  public static ShopEvent clickedWithReaction(String selector, int milliseconds) {
    return click(
        Interaction.newBuilder()
            .setSelector(selector)
            .setInteractive(true)
            .setReactionMs(milliseconds)
            .build());
  }

  /** A click on an interactive element, and the page never reacted. */
  public static ShopEvent clickedInVain(String selector) {
    return clickedWithReaction(selector, -1);
  }

  /** A click on an interactive element, of which nobody knows yet what the page does. */
  public static ShopEvent clickedAndWaits(String selector) {
    return click(Interaction.newBuilder().setSelector(selector).setInteractive(true).build());
  }

  /** The page says that it reacted. */
  public static ShopEvent pageReacted() {
    return ShopEvents.event(EventTypes.PAGE_REACTED);
  }

  /** The page says how fast it is: LCP and INP, milliseconds. */
  public static ShopEvent pageMeasured(int lcp, int inp) {
    return ShopEvents.event(EventTypes.PAGE_VITALS)
        .with(
            event ->
                event.setInteraction(Interaction.newBuilder().setLcpMs(lcp).setInpMs(inp).build()));
  }

  /** A form is cleared; null: one without a name. */
  public static ShopEvent formCleared(@Nullable String form) {
    return ShopEvents.event(EventTypes.FORM_CLEARED)
        .with(event -> event.setForm(Form.newBuilder().setFormId(form).build()));
  }

  /** A field of a form is changed. */
  public static ShopEvent fieldChanged(@Nullable String form) {
    return ShopEvents.event(EventTypes.FIELD_CHANGED)
        .with(event -> event.setForm(Form.newBuilder().setFormId(form).setField("zip").build()));
  }

  /** A script of the page failed. */
  public static ShopEvent scriptFailed() {
    return ShopEvents.event(EventTypes.SCRIPT_ERROR)
        .with(
            event -> event.setInteraction(Interaction.newBuilder().setError("TypeError").build()));
  }

  /** A field of a form was refused. */
  public static ShopEvent fieldRefused(String field) {
    return ShopEvents.event(EventTypes.FIELD_ERROR)
        .with(event -> event.setForm(Form.newBuilder().setField(field).build()));
  }

  /** A step of the checkout is viewed. */
  public static ShopEvent stepViewed(String step) {
    return ofStep(EventTypes.CHECKOUT_STEP_VIEWED, step);
  }

  /** A step of the checkout is completed. */
  public static ShopEvent stepCompleted(String step) {
    return ofStep(EventTypes.CHECKOUT_STEP_COMPLETED, step);
  }

  /** A step of the checkout is left. */
  public static ShopEvent stepLeft(String step) {
    return ofStep(EventTypes.CHECKOUT_STEP_LEFT, step);
  }

  /** A cost is shown, shipping or total. */
  public static ShopEvent costShown() {
    return ShopEvents.event(EventTypes.COST_SHOWN).with(event -> event.setCheckout(new Checkout()));
  }

  /** The cart is looked at. */
  public static ShopEvent cartViewed() {
    return ShopEvents.event(EventTypes.CART_VIEWED);
  }

  /** A coupon is denied. */
  public static ShopEvent couponDenied() {
    return ofCoupon(EventTypes.COUPON_DENIED);
  }

  /** A coupon is applied. */
  public static ShopEvent couponApplied() {
    return ofCoupon(EventTypes.COUPON_APPLIED);
  }

  /** A payment is declined. */
  public static ShopEvent paymentDeclined() {
    return ofPayment(EventTypes.PAYMENT_DECLINED);
  }

  /** A payment is declined, and trying again is no use. */
  public static ShopEvent declinedForGood() {
    return ShopEvents.event(EventTypes.PAYMENT_DECLINED)
        .with(event -> event.setPayment(Payment.newBuilder().setHard(true).build()));
  }

  /** A payment is on its way, and nobody knows yet how it ends. */
  public static ShopEvent paymentPending() {
    return ofPayment(EventTypes.PAYMENT_PENDING);
  }

  /** A payment succeeds. */
  public static ShopEvent paymentSucceeded() {
    return ofPayment(EventTypes.PAYMENT_SUCCEEDED);
  }

  /** A sign-in fails. */
  public static ShopEvent loginFailed() {
    return ShopEvents.event(EventTypes.LOGIN_FAILED);
  }

  /** A sign-in succeeds. */
  public static ShopEvent signedIn() {
    return ShopEvents.event(EventTypes.SIGNED_IN);
  }

  /** A page is reloaded. */
  public static ShopEvent reloaded(String page) {
    return ShopEvents.event(EventTypes.PAGE_RELOADED)
        .with(event -> event.setContext(Context.newBuilder().setPage(page).build()));
  }

  /** A support chat is opened. */
  public static ShopEvent chatOpened() {
    return ShopEvents.event(EventTypes.SUPPORT_CHAT_OPENED);
  }

  private static ShopEvent click(Interaction interaction) {
    return ShopEvents.event(EventTypes.ELEMENT_CLICKED)
        .with(event -> event.setInteraction(interaction));
  }

  private static ShopEvent ofStep(String type, String step) {
    return ShopEvents.event(type)
        .with(event -> event.setCheckout(Checkout.newBuilder().setStep(step).build()));
  }

  private static ShopEvent ofCoupon(String type) {
    return ShopEvents.event(type)
        .with(event -> event.setCoupon(Coupon.newBuilder().setCode("SUMMER").build()));
  }

  private static ShopEvent ofPayment(String type) {
    return ShopEvents.event(type).with(event -> event.setPayment(new Payment()));
  }
}

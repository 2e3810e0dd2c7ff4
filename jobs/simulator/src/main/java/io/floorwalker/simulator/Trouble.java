package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.simulator.Deed.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong for shoppers, with exact gaps in ms. Each verb makes just the signs that it
 * returns; the visit must have rested before, so that no earlier click pairs with an error.
 */
final class Trouble {

  static final Element BUTTON = new Element("button#apply", 420, 610);

  /** Longer than an error may come after its click. */
  private static final long REST_MS = 2_500;

  private final Draft draft;
  private final Shopping shopping;

  Trouble(Draft draft, Shopping shopping) {
    this.draft = draft;
    this.shopping = shopping;
  }

  Beat clicks(Element element, @Nullable Integer reactionMs) {
    return draft.happens(Deed.click(element, reactionMs));
  }

  Beat throwsError() {
    return draft.happens(Deed.scriptError());
  }

  void rests() {
    draft.waits(REST_MS);
  }

  /** Three clicks within a second; no sign of a dead element. */
  Sign rages() {
    return Sign.of("rage_click", clicksThrice(BUTTON, 120));
  }

  List<Beat> clicksThrice(Element element, int reactionMs) {
    rests();
    List<Beat> clicks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      draft.waits(i == 0 ? 1 : 380);
      clicks.add(clicks(element, reactionMs));
    }
    return clicks;
  }

  /** A click on something that throws 300 ms later. */
  Sign clicksAndFails() {
    rests();
    Beat click = clicks(BUTTON, 90);
    draft.waits(300);
    return Sign.of("error_click", List.of(click, throwsError()));
  }

  Beat fieldFails(String field) {
    return draft.happens(Deed.field(EventTypes.FIELD_ERROR, field, "invalid"));
  }

  /** The same field fails three times, 20 s apart. */
  Sign failsThrice(String field) {
    draft.waits(2_000);
    return failsThriceFromNow(field);
  }

  /** The same, the first time now. */
  Sign failsThriceFromNow(String field) {
    List<Beat> errors = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (i > 0) {
        draft.waits(12_000);
        draft.happens(Deed.field(EventTypes.FIELD_CHANGED, field, null));
        draft.waits(8_000);
      }
      errors.add(fieldFails(field));
    }
    return Sign.of("field_loop", errors);
  }

  Beat declined() {
    return draft.touches(
        Deed.payment(EventTypes.PAYMENT_DECLINED, shopping.lines(), "insufficient_funds"));
  }

  /** Two declines so far apart; a sign below 5 min. */
  Sign declinedTwice(long gapMs) {
    draft.waits(2_000);
    Beat first = declined();
    draft.waits(gapMs);
    return Sign.of("payment_declined", List.of(first, declined()));
  }

  Beat couponDenied() {
    return draft.touches(Deed.coupon(EventTypes.COUPON_DENIED, "expired"));
  }

  /** Two denials 10 s apart, the second of them so long from now. */
  Sign couponDeniedTwice(long fromNowMs) {
    draft.waits(fromNowMs - 10_000);
    Beat first = couponDenied();
    draft.waits(10_000);
    return Sign.of("coupon_denied", List.of(first, couponDenied()));
  }

  /** Three wrong passwords, 15 s apart. */
  Sign loginFailsThrice() {
    draft.waits(2_000);
    List<Beat> failures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      draft.waits(i == 0 ? 1 : 15_000);
      failures.add(draft.happens(Deed.of(EventTypes.LOGIN_FAILED)));
    }
    return Sign.of("login_loop", failures);
  }

  /** Three reloads of the page, 6 s apart; a sign from the checkout on. */
  Sign reloadsThrice() {
    draft.waits(2_000);
    List<Beat> reloads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      draft.waits(i == 0 ? 1 : 6_000);
      reloads.add(draft.happens(Deed.of(EventTypes.PAGE_RELOADED)));
    }
    return Sign.of("reload_loop", reloads);
  }

  /** Address, shipping, address, shipping, 12 s apart, in a visit that has seen neither. */
  Sign goesBackAndForth() {
    draft.waits(2_000);
    draft.touches(Deed.checkout(EventTypes.CHECKOUT_STARTED, null, shopping.lines()));
    List<Beat> views = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      draft.waits(i == 0 ? 1 : 12_000);
      views.add(shopping.sees(i % 2 == 0 ? Place.ADDRESS : Place.SHIPPING));
    }
    return Sign.of("step_back_and_forth", views);
  }

  /** Sees at the shipping step what it costs, and looks at the cart again or leaves the step. */
  Sign shocked(long gapMs) {
    shopping.reaches(Place.SHIPPING);
    draft.waits(2_000);
    String step = Place.SHIPPING.step();
    Beat shown = draft.happens(Deed.costShown(step, shopping.lines(), 14_90));
    draft.waits(gapMs);
    if (draft.dice().chance(0.5)) {
      Deed left = Deed.checkout(EventTypes.CHECKOUT_STEP_LEFT, step, shopping.lines());
      return Sign.of("cost_shock", List.of(shown, draft.touches(left)));
    }
    draft.pen().turnTo(Place.CART.page());
    Deed cart = Deed.cart(EventTypes.CART_VIEWED, shopping.lines());
    return Sign.of("cost_shock", List.of(shown, draft.happens(cart)));
  }

  /** A click to which nothing reacts. */
  Sign clicksInVain() {
    rests();
    return Sign.of("dead_click", List.of(clicks(BUTTON, -1)));
  }

  /** A click that is answered, and one so long after it that nobody answers. */
  Sign isNotAnswered() {
    rests();
    answeredAfter(150);
    rests();
    return Sign.ofSilence("dead_click", clicks(BUTTON, null), 2_500);
  }

  /** A click of which the page says so many ms later that it reacts. */
  void answeredAfter(long ms) {
    clicks(BUTTON, null);
    draft.waits(ms);
    draft.happens(Deed.of(EventTypes.PAGE_REACTED));
  }

  /** The page says how fast it was. */
  Sign seesAPage(int lcpMs, int inpMs) {
    draft.waits(1_500);
    return Sign.of("slow_page", List.of(draft.happens(Deed.vitals(lcpMs, inpMs))));
  }

  /** Clears and fills a form so many times in turn, in a number of ms; a sign at four. */
  Sign thrashes(int times, long withinMs) {
    draft.waits(2_000);
    List<Beat> turns = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      draft.waits(i == 0 ? 1 : withinMs / (times - 1));
      String type = i % 2 == 0 ? EventTypes.FORM_CLEARED : EventTypes.FIELD_CHANGED;
      turns.add(draft.happens(Deed.form(type, "newsletter")));
    }
    return Sign.of("form_thrash", turns);
  }

  /** A decline after which no card like it will do. */
  Beat declinedForGood() {
    draft.waits(2_000);
    return draft.touches(Deed.declinedForGood(shopping.lines()));
  }

  void opensChat() {
    draft.waits(2_000);
    draft.happens(Deed.chat(EventTypes.SUPPORT_CHAT_OPENED));
  }

  /** How a visit with trouble ends; no further sign, and no step is seen again. */
  void ends() {
    if (draft.dice().chance(0.15)) {
      opensChat();
    }
    if (draft.dice().chance(0.4)) {
      shopping.paysAtOnce();
    } else {
      draft.leaves();
    }
  }
}

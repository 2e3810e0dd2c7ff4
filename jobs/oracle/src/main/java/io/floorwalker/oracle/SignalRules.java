package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.oracle.SignalRule.Link;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The signs of trouble, one rule each. */
final class SignalRules {

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final Predicate<VisitMoment> NO_RESET = moment -> false;
  private static final Set<String> PAYING =
      Set.of(
          EventTypes.PAYMENT_STARTED,
          EventTypes.PAYMENT_INFO_ENTERED,
          EventTypes.PAYMENT_PENDING,
          EventTypes.PAYMENT_SUCCEEDED,
          EventTypes.PAYMENT_DECLINED);

  private SignalRules() {}

  static List<Rule> all(StruggleOracleSettings.Signals settings) {
    Clicks clicks = new Clicks(settings.suppress());
    return List.of(
        rageClick(clicks),
        new AbsenceRule(
            "dead_click", 1, 0, (click, visit) -> clicks.isDead(click), (behind, click) -> false),
        deadClick(clicks, settings),
        new SignalRule(
            "error_click",
            2,
            2 * SECOND,
            NO_RESET,
            List.of(
                (none, at) -> clicks.isTelling(at), (click, at) -> at.is(EventTypes.SCRIPT_ERROR))),
        loop("field_loop", 3, 2 * MINUTE, EventTypes.CHECKOUT_STEP_COMPLETED)
            .of(3, alike(at -> at.is(EventTypes.FIELD_ERROR), VisitMoment::field)),
        loop("payment_declined", 4, 5 * MINUTE, EventTypes.PAYMENT_SUCCEEDED)
            .of(2, (taken, at) -> at.is(EventTypes.PAYMENT_DECLINED)),
        loop("coupon_denied", 2, 3 * MINUTE, EventTypes.COUPON_APPLIED)
            .of(2, (taken, at) -> at.is(EventTypes.COUPON_DENIED)),
        loop("login_loop", 3, 5 * MINUTE, EventTypes.SIGNED_IN)
            .of(3, (taken, at) -> at.is(EventTypes.LOGIN_FAILED)),
        new SignalRule("reload_loop", 2, MINUTE, NO_RESET, times(3, reloadInCheckout())),
        stepBackAndForth(),
        costShock(),
        formThrash(),
        slowPage(settings.slow()),
        stepStall(settings),
        paymentGaveUp(settings));
  }

  private static Rule deadClick(Clicks clicks, StruggleOracleSettings.Signals settings) {
    return new AbsenceRule(
        "dead_click",
        1,
        settings.deadClickAfter().toMillis(),
        (click, visit) -> clicks.isUnanswered(click) && visit.hasReactedBefore(click.position()),
        (behind, click) ->
            behind.stream()
                .anyMatch(
                    at ->
                        at.is(EventTypes.PAGE_REACTED)
                            || at.is(EventTypes.PAGE_VIEWED)
                            || at.is(EventTypes.CHECKOUT_STEP_VIEWED)));
  }

  private static Rule stepStall(StruggleOracleSettings.Signals settings) {
    return new AbsenceRule(
        "step_stall",
        1,
        settings.stallAfter().toMillis(),
        (view, visit) ->
            view.is(EventTypes.CHECKOUT_STEP_VIEWED)
                && !visit.isPending(view.position())
                && !visit.isOrderedBefore(view.position()),
        (behind, view) -> !behind.isEmpty());
  }

  private static Rule paymentGaveUp(StruggleOracleSettings.Signals settings) {
    return new AbsenceRule(
        "payment_gave_up",
        3,
        settings.gaveUpAfter().toMillis(),
        (decline, visit) ->
            decline.is(EventTypes.PAYMENT_DECLINED)
                && decline.event().getPayment() != null
                && Boolean.TRUE.equals(decline.event().getPayment().getHard()),
        (behind, decline) ->
            behind.stream().anyMatch(at -> PAYING.contains(at.event().getType()))
                || behind.stream().noneMatch(at -> at.at() > decline.at()));
  }

  private static SignalRule slowPage(StruggleOracleSettings.Slow slow) {
    Link measured =
        (none, at) ->
            at.is(EventTypes.PAGE_VITALS)
                && at.isInCheckout()
                && at.event().getInteraction() != null
                && (isOver(at.event().getInteraction().getLcpMs(), slow.lcpMs())
                    || isOver(at.event().getInteraction().getInpMs(), slow.inpMs()));
    return new SignalRule("slow_page", 1, SECOND, NO_RESET, List.of(measured));
  }

  private static boolean isOver(@Nullable Integer ms, long limitMs) {
    return ms != null && ms > limitMs;
  }

  private static SignalRule formThrash() {
    Link first = (none, at) -> at.is(EventTypes.FORM_CLEARED);
    Link again = (taken, at) -> at.is(EventTypes.FORM_CLEARED) && sameForm(taken.get(0), at);
    Link filled = (taken, at) -> at.is(EventTypes.FIELD_CHANGED) && sameForm(taken.get(0), at);
    return new SignalRule(
        "form_thrash", 1, 2 * MINUTE, NO_RESET, List.of(first, filled, again, filled));
  }

  private static SignalRule rageClick(Clicks clicks) {
    Link first = (none, at) -> clicks.isTelling(at);
    Link more =
        (taken, at) ->
            clicks.isTelling(at)
                && Clicks.onOneElement(taken.get(0), at)
                && at.at() - taken.get(taken.size() - 1).at() <= SECOND;
    return new SignalRule("rage_click", 2, 2 * SECOND + 1, NO_RESET, List.of(first, more, more));
  }

  private static SignalRule stepBackAndForth() {
    Link a = (none, at) -> viewsStep(at);
    Link b = (taken, at) -> viewsStep(at) && !sameStep(taken.get(0), at);
    Link aAgain = (taken, at) -> viewsStep(at) && sameStep(taken.get(0), at);
    Link bAgain = (taken, at) -> viewsStep(at) && sameStep(taken.get(1), at);
    return new SignalRule(
        "step_back_and_forth", 2, 3 * MINUTE, NO_RESET, List.of(a, b, aAgain, bAgain));
  }

  private static SignalRule costShock() {
    Link shown = (none, at) -> at.is(EventTypes.COST_SHOWN);
    Link gone =
        (taken, at) ->
            at.is(EventTypes.CHECKOUT_STEP_LEFT) || at.is(EventTypes.CART_VIEWED) || at.goesBack();
    return new SignalRule("cost_shock", 2, 20 * SECOND, NO_RESET, List.of(shown, gone));
  }

  private static Link reloadInCheckout() {
    return alike(at -> at.is(EventTypes.PAGE_RELOADED) && at.isInCheckout(), VisitMoment::page);
  }

  /** A rule whose begun sequences the type of event ends that says: it worked. */
  private static Loop loop(String kind, int weight, long withinMs, String success) {
    return (times, link) ->
        new SignalRule(kind, weight, withinMs, at -> at.is(success), times(times, link));
  }

  private interface Loop {
    SignalRule of(int times, Link link);
  }

  private static List<Link> times(int times, Link link) {
    return Collections.nCopies(times, link);
  }

  /** The same again: what has no such value is like nothing. */
  private static Link alike(
      Predicate<VisitMoment> what, Function<VisitMoment, @Nullable String> value) {
    return (taken, at) ->
        what.test(at)
            && value.apply(at) != null
            && (taken.isEmpty() || Objects.equals(value.apply(taken.get(0)), value.apply(at)));
  }

  private static boolean viewsStep(VisitMoment moment) {
    return moment.is(EventTypes.CHECKOUT_STEP_VIEWED) && moment.viewedStep() != null;
  }

  private static boolean sameForm(VisitMoment one, VisitMoment other) {
    return Objects.equals(one.form(), other.form());
  }

  private static boolean sameStep(VisitMoment one, VisitMoment other) {
    return Objects.equals(one.viewedStep(), other.viewedStep());
  }
}

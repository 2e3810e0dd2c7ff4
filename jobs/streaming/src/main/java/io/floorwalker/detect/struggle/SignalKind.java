package io.floorwalker.detect.struggle;

import io.floorwalker.detect.cep.PatternRule;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.cep.pattern.Pattern;

/**
 * The signs of trouble there are: the word in records, the weight in points, the types of events
 * that the pattern hears, and the pattern.
 *
 * <p>No pattern uses Flink's own {@code skipPastLastEvent}: with it a match waits until every half
 * match that began earlier has ended, minutes later, and may be thrown away by it. Each pattern
 * therefore finds all its matches at once, and {@link Struggle} takes the first and skips those
 * that share evidence with it.
 */
public enum SignalKind {
  RAGE_CLICK(2, RageClick.HEARS, RageClick::pattern),
  DEAD_CLICK(1, DeadClick.HEARS, DeadClick::pattern),
  ERROR_CLICK(2, ErrorClick.HEARS, ErrorClick::pattern),
  FIELD_LOOP(3, FieldLoop.HEARS, rules -> FieldLoop.pattern()),
  PAYMENT_DECLINED(4, PaymentDeclined.HEARS, rules -> PaymentDeclined.pattern()),
  PAYMENT_GAVE_UP(3, PaymentGaveUp.HEARS, PaymentGaveUp::pattern),
  COUPON_DENIED(2, CouponDenied.HEARS, rules -> CouponDenied.pattern()),
  STEP_BACK_AND_FORTH(2, StepBackAndForth.HEARS, rules -> StepBackAndForth.pattern()),
  COST_SHOCK(2, CostShock.HEARS, rules -> CostShock.pattern()),
  RELOAD_LOOP(2, ReloadLoop.HEARS, rules -> ReloadLoop.pattern()),
  LOGIN_LOOP(3, LoginLoop.HEARS, rules -> LoginLoop.pattern()),
  STEP_STALL(1, StepStall.HEARS, StepStall::pattern),
  FORM_THRASH(1, FormThrash.HEARS, rules -> FormThrash.pattern()),
  SLOW_PAGE(1, SlowPage.HEARS, SlowPage::pattern);

  private final int weight;
  private final Set<String> hears;
  private final Function<SignRules, Pattern<SessionEvent, SessionEvent>> pattern;

  SignalKind(
      int weight,
      Set<String> hears,
      Function<SignRules, Pattern<SessionEvent, SessionEvent>> pattern) {
    this.weight = weight;
    this.hears = hears;
    this.pattern = pattern;
  }

  /** The word in records, tables and counters: {@code rage_click}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int weight() {
    return weight;
  }

  /** The pattern, on the events that it hears. */
  PatternRule<SessionEvent, Sign> rule(SignRules rules) {
    Set<String> types = hears;
    return new PatternRule<>(
        word().replace('_', ' '),
        event -> types.contains(event.type()),
        pattern.apply(rules),
        new SignOfMatch(this));
  }
}

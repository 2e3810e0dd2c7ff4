package io.floorwalker.bench;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * The signs of trouble that can be said of the events of a session alone, as one writes them who
 * knows Flink CEP: eight of our fourteen. The others ask what the session was before.
 */
final class NaivePatterns {
  private static final String FIRST = "first";
  private static final String SECOND = "second";
  private static final String THIRD = "third";
  private static final String FOURTH = "fourth";

  private NaivePatterns() {}

  /** By the word of the sign. */
  static Map<String, Pattern<CustomerEvent, ?>> byKind() {
    return Map.of(
        "rage_click", rageClick(),
        "error_click", errorClick(),
        "field_loop", fieldLoop(),
        "payment_declined",
            twice(EventTypes.PAYMENT_DECLINED, EventTypes.PAYMENT_SUCCEEDED, Duration.ofMinutes(5)),
        "coupon_denied",
            twice(EventTypes.COUPON_DENIED, EventTypes.COUPON_APPLIED, Duration.ofMinutes(3)),
        "login_loop", loginLoop(),
        "step_back_and_forth", stepBackAndForth(),
        "form_thrash", formThrash());
  }

  private static Pattern<CustomerEvent, ?> rageClick() {
    return begin(SimpleCondition.of(Clicks::isLoud))
        .followedBy(SECOND)
        .where(SimpleCondition.of(Clicks::isLoud))
        .where(new Against(FIRST, Clicks::isSameElement))
        .where(new Against(FIRST, Clicks::isSoonAfter))
        .followedBy(THIRD)
        .where(SimpleCondition.of(Clicks::isLoud))
        .where(new Against(FIRST, Clicks::isSameElement))
        .where(new Against(SECOND, Clicks::isSoonAfter))
        .within(Duration.ofMillis(2001));
  }

  private static Pattern<CustomerEvent, ?> errorClick() {
    return begin(SimpleCondition.of(Clicks::isLoud))
        .followedBy(SECOND)
        .where(is(EventTypes.SCRIPT_ERROR))
        .within(Duration.ofSeconds(2));
  }

  private static Pattern<CustomerEvent, ?> fieldLoop() {
    return begin(SimpleCondition.of(Forms::failsField))
        .notFollowedBy("done early")
        .where(is(EventTypes.CHECKOUT_STEP_COMPLETED))
        .followedBy(SECOND)
        .where(SimpleCondition.of(Forms::failsField))
        .where(new Against(FIRST, Forms::isSameField))
        .notFollowedBy("done late")
        .where(is(EventTypes.CHECKOUT_STEP_COMPLETED))
        .followedBy(THIRD)
        .where(SimpleCondition.of(Forms::failsField))
        .where(new Against(FIRST, Forms::isSameField))
        .within(Duration.ofMinutes(2));
  }

  private static Pattern<CustomerEvent, ?> loginLoop() {
    return begin(is(EventTypes.LOGIN_FAILED))
        .notFollowedBy("in early")
        .where(is(EventTypes.SIGNED_IN))
        .followedBy(SECOND)
        .where(is(EventTypes.LOGIN_FAILED))
        .notFollowedBy("in late")
        .where(is(EventTypes.SIGNED_IN))
        .followedBy(THIRD)
        .where(is(EventTypes.LOGIN_FAILED))
        .within(Duration.ofMinutes(5));
  }

  private static Pattern<CustomerEvent, ?> stepBackAndForth() {
    return begin(SimpleCondition.of(Forms::viewsStep))
        .followedBy(SECOND)
        .where(SimpleCondition.of(Forms::viewsStep))
        .where(new Against(FIRST, (before, now) -> !Forms.isSameStep(before, now)))
        .followedBy(THIRD)
        .where(SimpleCondition.of(Forms::viewsStep))
        .where(new Against(FIRST, Forms::isSameStep))
        .followedBy(FOURTH)
        .where(SimpleCondition.of(Forms::viewsStep))
        .where(new Against(SECOND, Forms::isSameStep))
        .within(Duration.ofMinutes(3));
  }

  private static Pattern<CustomerEvent, ?> formThrash() {
    return begin(is(EventTypes.FORM_CLEARED))
        .followedBy(SECOND)
        .where(is(EventTypes.FIELD_CHANGED))
        .where(new Against(FIRST, Forms::isSameForm))
        .followedBy(THIRD)
        .where(is(EventTypes.FORM_CLEARED))
        .where(new Against(FIRST, Forms::isSameForm))
        .followedBy(FOURTH)
        .where(is(EventTypes.FIELD_CHANGED))
        .where(new Against(FIRST, Forms::isSameForm))
        .within(Duration.ofMinutes(2));
  }

  private static Pattern<CustomerEvent, ?> twice(String type, String unless, Duration within) {
    return begin(is(type))
        .notFollowedBy("unless")
        .where(is(unless))
        .followedBy(SECOND)
        .where(is(type))
        .within(within);
  }

  private static Pattern<CustomerEvent, CustomerEvent> begin(SimpleCondition<CustomerEvent> first) {
    return Pattern.<CustomerEvent>begin(FIRST, AfterMatchSkipStrategy.skipPastLastEvent())
        .where(first);
  }

  private static SimpleCondition<CustomerEvent> is(String type) {
    return SimpleCondition.of(event -> event.getType().equals(type));
  }
}

package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an open intent has met that may tell why it will be left: of each cause and thing the newest
 * three. Pure: every event makes a new value.
 *
 * @param seen what tells, in canonical order
 * @param fieldErrors errors that tell only when they come thrice
 */
public record Hints(List<Hint> seen, List<Hint> fieldErrors) {
  static final Hints NONE = new Hints(List.of(), List.of());

  private static final int KEPT = 3;
  private static final long LEAVES_WITHIN_MS = 20_000;
  private static final long LOOP_WITHIN_MS = 120_000;

  /** The hints after this event, the next in canonical order. */
  Hints after(CustomerEvent event) {
    return switch (event.getType()) {
      case EventTypes.PAYMENT_DECLINED -> with(Hint.of(Cause.DECLINED, null, event));
      case EventTypes.PAYMENT_SUCCEEDED -> without(Cause.DECLINED);
      case EventTypes.COST_SHOWN -> with(Hint.of(Cause.EXTRA_COST, null, event));
      case EventTypes.ACCOUNT_REQUIRED_SHOWN -> with(Hint.of(Cause.ACCOUNT_REQUIRED, null, event));
      case EventTypes.SIGNED_IN -> without(Cause.ACCOUNT_REQUIRED);
      case EventTypes.OUT_OF_STOCK_SHOWN ->
          with(Hint.of(Cause.OUT_OF_STOCK, product(event), event));
      case EventTypes.COUPON_DENIED -> with(Hint.of(Cause.COUPON_DENIED, null, event));
      case EventTypes.COUPON_APPLIED -> without(Cause.COUPON_DENIED);
      case EventTypes.FIELD_ERROR -> afterFieldError(event);
      case EventTypes.CHECKOUT_STEP_COMPLETED ->
          new Hints(without(Cause.VALIDATION_LOOP).seen, List.of());
      case EventTypes.PAGE_VITALS ->
          ShowsWhy.is(event) ? with(Hint.of(Cause.SLOW_PAGE, null, event)) : this;
      default -> this;
    };
  }

  /** Why an intent whose last activity this is would be left now, with these lines. */
  Why why(String lastActivity, long lastAt, CartLines lines) {
    for (Cause cause : Cause.values()) {
      List<String> shownBy =
          seen.stream()
              .filter(hint -> hint.cause() == cause && tells(hint, lastAt, lines))
              .map(Hint::eventId)
              .toList();
      if (!shownBy.isEmpty()) {
        return Why.of(cause, shownBy, lastActivity);
      }
    }
    return Why.unknown(lastActivity);
  }

  /** Costs that were shown after the last activity tell, too: nothing was done any more. */
  private static boolean tells(Hint hint, long lastAt, CartLines lines) {
    return switch (hint.cause()) {
      case EXTRA_COST -> lastAt < hint.at() + LEAVES_WITHIN_MS;
      case OUT_OF_STOCK -> hint.about() == null || lines.has(hint.about());
      case DECLINED, ACCOUNT_REQUIRED, COUPON_DENIED, VALIDATION_LOOP, SLOW_PAGE -> true;
    };
  }

  private Hints afterFieldError(CustomerEvent event) {
    @Nullable String field = event.getForm() == null ? null : event.getForm().getField();
    if (field == null) {
      return this;
    }
    Hint error = Hint.of(Cause.VALIDATION_LOOP, field, event);
    List<Hint> errors = newest(fieldErrors, error);
    List<Hint> ofField = errors.stream().filter(other -> other.isAbout(field)).toList();
    boolean loops = ofField.size() == KEPT && error.at() < ofField.get(0).at() + LOOP_WITHIN_MS;
    if (!loops) {
      return new Hints(seen, errors);
    }
    List<Hint> told = new ArrayList<>(without(Cause.VALIDATION_LOOP).seen);
    told.addAll(ofField);
    return new Hints(List.copyOf(told), errors);
  }

  private Hints with(Hint hint) {
    return new Hints(newest(seen, hint), fieldErrors);
  }

  private Hints without(Cause cause) {
    return new Hints(seen.stream().filter(hint -> hint.cause() != cause).toList(), fieldErrors);
  }

  /** With one hint more; without the oldest of its kind where these are too many. */
  private static List<Hint> newest(List<Hint> hints, Hint more) {
    Predicate<Hint> alike = hint -> hint.cause() == more.cause() && hint.isAbout(more.about());
    List<Hint> after = new ArrayList<>(hints);
    if (hints.stream().filter(alike).count() >= KEPT) {
      after.remove(hints.stream().filter(alike).findFirst().orElseThrow());
    }
    after.add(more);
    return List.copyOf(after);
  }

  private static @Nullable String product(CustomerEvent event) {
    return event.getProduct() == null ? null : event.getProduct().getProductId();
  }
}

package io.floorwalker.decisions;

import io.floorwalker.schema.Detection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One short sentence for the person who gets an action, made from the detection: what happened,
 * where, how long ago. No personal data.
 */
final class Reason {

  private Reason() {}

  static String of(Detection detection) {
    return switch (detection.getKind()) {
      case "checkout_struggle" -> struggle(detection) + place(detection);
      case "incident" -> incident(detection) + place(detection);
      case "incident_recovered" -> "it works again" + place(detection);
      case "cart_abandoned" -> "cart left" + silence(detection) + worth(detection);
      case "checkout_abandoned" -> "checkout left" + silence(detection) + worth(detection);
      case "payment_abandoned" -> "payment left" + silence(detection) + worth(detection);
      case "intent_reopened" ->
          "left in a cart and " + turn(detection) + ": " + String.join(", ", detection.getLines());
      case "stakeholder_stale" ->
          "no activity"
              + silence(detection)
              + ", last seen "
              + detection.getLastEvidenceAt().atZone(ZoneOffset.UTC).toLocalDate();
      case "stakeholder_never_active" -> "never active since the watch began" + silence(detection);
      case "stakeholder_returned" -> "active again";
      case "single_threaded" -> "only one contact is active" + silence(detection);
      case "champion_dark" -> "the champion is silent" + silence(detection);
      case "decision_maker_dark" -> "the decision maker is silent" + silence(detection);
      case "coverage_low" -> "nobody active" + silence(detection) + " as " + detection.getCause();
      case "usage_drop" -> "the contacts use the portal much less than they did";
      default -> words(detection.getKind());
    };
  }

  private static String struggle(Detection detection) {
    String cause = detection.getCause();
    return switch (cause == null ? "" : cause) {
      case "" -> "struggles";
      case "rage_click" -> "clicked one place again and again";
      case "dead_click" -> "clicked what did not react";
      case "error_click" -> "a click ended in an error";
      case "field_loop" -> "a field was refused three times" + field(detection.getField());
      case "payment_declined" -> "card declined twice";
      case "coupon_denied" -> "coupon denied twice";
      case "step_back_and_forth" -> "went back and forth between two steps";
      case "cost_shock" -> "turned back when the costs were shown";
      case "reload_loop" -> "reloaded the page three times";
      case "login_loop" -> "sign-in failed three times";
      case "payment_gave_up" -> "card declined for good, and no other tried";
      case "step_stall" -> "nothing happened for a while";
      case "form_thrash" -> "cleared a form and filled it again, twice";
      case "slow_page" -> "a page was slow";
      default -> words(cause);
    };
  }

  private static String turn(Detection detection) {
    String cause = detection.getCause();
    return switch (cause == null ? "" : cause) {
      case "" -> "another now";
      case "price_drop" -> "cheaper now";
      case "low_stock" -> "nearly gone";
      default -> words(cause);
    };
  }

  private static String incident(Detection detection) {
    return detection.getScore() == null
        ? "many shoppers struggle at once"
        : "%d %% of the shoppers struggle at once"
            .formatted(Math.round(100 * detection.getScore()));
  }

  private static String field(@Nullable String field) {
    return field == null ? "" : " (" + field + ")";
  }

  private static String place(Detection detection) {
    String place = detection.getStep() == null ? detection.getStage() : detection.getStep();
    return place == null || place.isEmpty() ? "" : " at " + place;
  }

  private static String worth(Detection detection) {
    return detection.getValue() == null || detection.getCurrency() == null
        ? ""
        : ", worth %s %s"
            .formatted(
                String.format(Locale.ROOT, "%.2f", detection.getValue()), detection.getCurrency());
  }

  private static String silence(Detection detection) {
    Duration silence = Duration.between(detection.getLastEvidenceAt(), detection.getDetectedAt());
    return silence.isNegative() || silence.isZero() ? "" : " for " + span(silence);
  }

  /** In the largest unit of which there are two. */
  private static String span(Duration duration) {
    if (duration.toDays() >= 2) {
      return duration.toDays() + " days";
    }
    if (duration.toHours() >= 2) {
      return duration.toHours() + " hours";
    }
    return duration.toMinutes() >= 2
        ? duration.toMinutes() + " minutes"
        : duration.toSeconds() + " seconds";
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }
}

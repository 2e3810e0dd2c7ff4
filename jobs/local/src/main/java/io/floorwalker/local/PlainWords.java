package io.floorwalker.local;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Phase;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record says, as a person would say it. A kind without words of its own is spelled out. */
final class PlainWords {

  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry("rage_click", "clicked again and again in vain"),
          Map.entry("dead_click", "clicked and nothing happened"),
          Map.entry("error_click", "clicked and ran into an error"),
          Map.entry("field_loop", "stuck in a form field"),
          Map.entry("payment_declined", "card declined twice"),
          Map.entry("coupon_denied", "coupon refused twice"),
          Map.entry("step_back_and_forth", "went back and forth"),
          Map.entry("cost_shock", "turned away from the costs"),
          Map.entry("reload_loop", "reloaded three times"),
          Map.entry("login_loop", "could not sign in"),
          Map.entry("payment_gave_up", "card refused, gave up paying"),
          Map.entry("step_stall", "stood still at a step"),
          Map.entry("form_thrash", "cleared the form again and again"),
          Map.entry("slow_page", "waited for a slow page"),
          Map.entry("outage", "many are stuck at once"));

  private static final Map<String, String> TREATMENTS =
      Map.ofEntries(
          Map.entry("offer_chat", "chat offered"),
          Map.entry("show_help", "help shown"),
          Map.entry("request_callback", "call-back offered"),
          Map.entry("send_reminder", "reminder sent"),
          Map.entry("offer_discount", "discount offered"),
          Map.entry("free_shipping", "free shipping offered"),
          Map.entry("suggest_complement", "complement suggested"),
          Map.entry("alert_rep", "rep alerted"),
          Map.entry("create_task", "task created"),
          Map.entry("open_incident", "incident opened"));

  private PlainWords() {}

  static String of(Detection detection) {
    if (detection.getPhase() == Phase.CLOSED || detection.getPhase() == Phase.RETRACTED) {
      return spelled(detection.getPhase().name()) + because(detection.getReason());
    }
    String reason = detection.getReason();
    return switch (reason == null ? "" : reason) {
      case "warm_up" -> opened(detection) + " (warming up)";
      case "bulk_load" -> opened(detection) + " (bulk load)";
      default -> opened(detection);
    };
  }

  /** The kind, and the phase where it is not the first one. */
  static String tallied(Detection detection) {
    return detection.getPhase() == Phase.OPENED
        ? detection.getKind()
        : detection.getKind() + " " + spelled(detection.getPhase().name());
  }

  /** With the delay since the evidence where it is known and something leaves at once. */
  static String of(Action action, Optional<Long> delayMillis) {
    String words = TREATMENTS.getOrDefault(action.getTreatment(), spelled(action.getTreatment()));
    if (!action.getStatus().equals("planned")) {
      return words + ": " + spelled(action.getStatus()) + because(action.getReason());
    }
    return words + after(delayMillis);
  }

  /** With the delay since what was answered where it is known. */
  static String of(Outcome outcome, Optional<Long> delayMillis) {
    return spelled(outcome.getKind().name()) + after(delayMillis);
  }

  /** Why nothing is done; empty where something is. */
  static Optional<String> ofNothing(Decision decision) {
    List<Candidate> treatments =
        decision.getCandidates().stream().filter(PlainWords::doesSomething).toList();
    if (treatments.stream().anyMatch(Candidate::getChosen)) {
      return Optional.empty();
    }
    String gate =
        treatments.stream().map(Candidate::getGate).filter(Objects::nonNull).findFirst().orElse("");
    return Optional.of("nothing done" + because(gate));
  }

  /** Whether a candidate is more than leaving somebody alone. */
  static boolean doesSomething(Candidate candidate) {
    return !candidate.getTreatment().equals("do_nothing");
  }

  /** {@code 210 ms}, {@code 4.9 s}, {@code 2 min}. */
  static String duration(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(
          Locale.ROOT, millis % 1_000 == 0 ? "%.0f s" : "%.1f s", millis / 1_000.0);
    }
    return Duration.ofMillis(millis).toMinutes() + " min";
  }

  static String spelled(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String opened(Detection detection) {
    return switch (detection.getKind()) {
      case "checkout_struggle" -> struggle(detection);
      case "cart_abandoned", "checkout_abandoned", "payment_abandoned" -> abandoned(detection);
      case "browse_abandoned" ->
          "looked at %d products and left".formatted(detection.getLines().size());
      case "search_abandoned" -> "searched and left";
      case "intent_reopened" -> reopened(detection);
      case "incident_recovered" -> "can go on: it works again";
      case "stakeholder_stale" ->
          "silent for %s (step %s)".formatted(silence(detection), detection.getStep());
      case "stakeholder_returned" -> "is back";
      case "stakeholder_never_active" -> "was never seen";
      default -> spelled(detection.getKind());
    };
  }

  private static String struggle(Detection detection) {
    String cause = Objects.requireNonNullElse(detection.getCause(), detection.getKind());
    String where =
        firstGiven(detection.getStep(), detection.getStage()).map(at -> " at " + at).orElse("");
    return CAUSES.getOrDefault(cause, spelled(cause)) + where;
  }

  private static String abandoned(Detection detection) {
    int items = detection.getLines().stream().mapToInt(PlainWords::pieces).sum();
    String value =
        detection.getValue() == null || detection.getCurrency() == null
            ? ""
            : ", %s %s"
                .formatted(
                    detection.getValue().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                    detection.getCurrency());
    return "%s, %d %s%s, untouched for %s"
        .formatted(
            spelled(detection.getKind()),
            items,
            items == 1 ? "item" : "items",
            value,
            silence(detection));
  }

  private static String reopened(Detection detection) {
    return "%s of what was left: %s"
        .formatted(
            spelled(Objects.requireNonNullElse(detection.getCause(), "news")),
            String.join(", ", detection.getLines()));
  }

  private static String silence(Detection detection) {
    return duration(
        Duration.between(detection.getLastEvidenceAt(), detection.getDetectedAt()).toMillis());
  }

  private static Optional<String> firstGiven(@Nullable String first, @Nullable String second) {
    String given = first == null || first.isEmpty() ? second : first;
    return Optional.ofNullable(given).filter(text -> !text.isEmpty());
  }

  private static String after(Optional<Long> delayMillis) {
    return delayMillis.map(millis -> " (" + duration(millis) + ")").orElse("");
  }

  private static String because(@Nullable String reason) {
    return reason == null || reason.isEmpty() ? "" : ": " + spelled(reason);
  }

  // "<product id> x<quantity>"
  private static int pieces(String line) {
    try {
      return Integer.parseInt(line.substring(line.lastIndexOf(" x") + 2));
    } catch (NumberFormatException | StringIndexOutOfBoundsException unknown) {
      return 1;
    }
  }
}

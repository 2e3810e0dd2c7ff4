package io.floorwalker.decisions;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Detection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The next version of an action that nobody has to carry out any more. Whether it was carried out
 * by then is for deliver to know: what was not sent is not sent, what was is taken back where its
 * channel can. A function of its arguments.
 */
public final class Withdrawal {
  private static final String PLANNED = "planned";
  private static final String CANCELLED = "cancelled";
  private static final String RESOLVED = "resolved";

  /** Abandonment by how far the customer had come. */
  private static final Map<String, Integer> LADDER =
      Map.of(
          "browse_abandoned", 0,
          "search_abandoned", 0,
          "cart_abandoned", 1,
          "checkout_abandoned", 2,
          "payment_abandoned", 3);

  private Withdrawal() {}

  /** By a later word about the detection that was acted on; empty where the action stands. */
  public static Optional<Action> after(Action action, Detection word) {
    if (Set.of(CANCELLED, RESOLVED).contains(action.getStatus())) {
      return Optional.empty();
    }
    return switch (word.getPhase()) {
      case RETRACTED -> Optional.of(over(action, word, CANCELLED, "retracted"));
      case CLOSED ->
          action.getAudience() == Audience.INTERNAL
              ? Optional.of(over(action, word, RESOLVED, "resolved"))
              : Optional.empty();
      case OPENED, UNKNOWN -> Optional.empty();
    };
  }

  /**
   * By a detection of a higher stage that is acted on, too: one of them is enough. Empty where the
   * action has gone out, is about something else, or is the newer one.
   */
  public static Optional<Action> superseded(Action action, Detection higher) {
    int stage = LADDER.getOrDefault(higher.getKind(), -1);
    int before =
        action.getOccasion() == null
            ? Integer.MAX_VALUE
            : LADDER.getOrDefault(action.getOccasion().getKind(), Integer.MAX_VALUE);
    return action.getStatus().equals(PLANNED)
            && before < stage
            && !higher.getDetectedAt().isBefore(action.getCreatedAt())
        ? Optional.of(over(action, higher, CANCELLED, "superseded"))
        : Optional.empty();
  }

  private static Action over(Action action, Detection word, String status, String reason) {
    return Action.newBuilder(action)
        .setVersion(action.getVersion() + 1)
        .setChangedAt(word.getDetectedAt())
        .setStatus(status)
        .setReason(reason)
        .build();
  }
}

package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.util.Locale;
import java.util.Set;

/**
 * An action that is to be sent, or the word that it is over; and when it was first heard of. Its
 * age counts from then, for what was planned for a time long ago is news all the same when the job
 * comes to it.
 *
 * @param heardAt wall clock, milliseconds
 */
public record Errand(Action action, long heardAt) {
  /** Why an action must not be sent any more, though nothing is wrong with it. */
  static final String WITHDRAWN = "consent_withdrawn";

  private static final String PLANNED = "planned";
  private static final Set<String> OVER = Set.of("cancelled", "resolved", "expired");

  static boolean isPlanned(Action action) {
    return status(action).equals(PLANNED);
  }

  /** Whether nobody has to do anything about the action any more. */
  static boolean isOver(Action action) {
    return OVER.contains(status(action));
  }

  /** In lower case: {@code planned}, {@code cancelled}, ... */
  static String status(Action action) {
    return action.getStatus().toLowerCase(Locale.ROOT);
  }

  String id() {
    return action.getActionId();
  }

  boolean isOver() {
    return isOver(action);
  }

  /**
   * Whether a target that has the action is to hear of it; who takes consent back unsays nothing.
   */
  boolean unsays() {
    return isOver() && !WITHDRAWN.equals(action.getReason());
  }

  /** Whether nobody wants it any more. It is never too late to say that something is over. */
  boolean isExpired(long now) {
    return !isOver() && action.getExpiresAt().toEpochMilli() <= now;
  }
}

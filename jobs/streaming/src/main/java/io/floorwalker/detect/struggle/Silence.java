package io.floorwalker.detect.struggle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The end of a wait: nobody has answered an event for as long as there is patience. {@code
 * SessionStep} tells the patterns of it as of any other event, in front of the first event that
 * comes at its time or later, so that a silence ends where it was broken and not where a watermark
 * happens to stand.
 *
 * @param type by which a pattern hears it; no type of an event has a blank in it
 * @param eventId the event that waits
 * @param at the end, milliseconds; the time of the event itself where its tracker has waited
 */
public record Silence(String type, String eventId, long at) {

  private static final Set<String> TYPES =
      Set.of(DeadClick.NO_REACTION, StepStall.NOTHING, PaymentGaveUp.NO_ATTEMPT);

  /** Whether this is one and no event of the shop. */
  static boolean is(SessionEvent event) {
    return TYPES.contains(event.type());
  }

  /** The silences that begin with an event. */
  static List<Silence> begunBy(SessionEvent event, Visit before, SignRules rules) {
    String site = event.origin().site();
    SignRules.Patience patience = rules.patience().at(site);
    QuietElements quiet = rules.quiet().at(site);
    List<Silence> begun = new ArrayList<>(1);
    if (DeadClick.isToldBy(event, quiet)) {
      begun.add(after(Duration.ZERO, DeadClick.NO_REACTION, event));
    }
    if (before.reacts() && DeadClick.isWaiting(event, quiet)) {
      begun.add(after(patience.reaction(), DeadClick.NO_REACTION, event));
    }
    if (StepStall.isWaiting(event, before)) {
      begun.add(after(patience.step(), StepStall.NOTHING, event));
    }
    if (PaymentGaveUp.isWaiting(event)) {
      begun.add(after(patience.attempt(), PaymentGaveUp.NO_ATTEMPT, event));
    }
    return begun;
  }

  private static Silence after(Duration patience, String type, SessionEvent event) {
    return new Silence(type, event.eventId(), event.at() + patience.toMillis());
  }
}

package io.floorwalker.decisions;

import java.util.Locale;

/** What says no to a candidate, in the order in which it is asked; the first no is recorded. */
public enum Gate {
  /** No rule answers this kind of detection. */
  NO_RULE,
  /** The rule is off. */
  MODE_OFF,
  /** The rule that detected it has not watched long enough. */
  WARM_UP,
  /** The contact came in a bulk load not long ago. */
  BULK_LOAD,
  /** The rule writes down what it would do, and does nothing. */
  MODE_SHADOW,
  /** The rule acts on a share, and this unit is not in it. */
  MODE_CANARY,
  /** The detection is closed or retracted. */
  PHASE,
  /** The rule does not act at this stage or step. */
  NOT_ACTIONABLE,
  /** Nobody is known whom the treatment could reach. */
  NO_RECIPIENT,
  /** The person has not agreed to this purpose on this channel. */
  NO_CONSENT,
  /** Many are in the same trouble: a chat with each, or money, helps nobody. */
  PART_OF_INCIDENT,
  /** The person was reached on this channel within the window. */
  CAP_CHANNEL,
  /** Another candidate of the rule comes first. */
  LOWER_PRIORITY,
  /** The unit is held out, so that the effect can be measured. */
  HELD_OUT,
  /** The run decides as live and sends nothing; asked last, so that all else is as live. */
  REPLAY;

  /** The word that stands in the table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

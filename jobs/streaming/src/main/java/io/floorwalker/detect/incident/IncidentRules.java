package io.floorwalker.detect.incident;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;

/**
 * When an incident opens, and when it is over. Read when a minute ends, so that a change needs no
 * new state.
 *
 * @param sessions fewer that struggle are none
 * @param ratio to the usual share at which it opens; below half of it a minute is calm
 * @param tail chance alone must be rarer
 * @param calmMinutes one after the other, until it closes
 * @param prior the usual share, while too little is known of a site
 */
record IncidentRules(long sessions, double ratio, double tail, long calmMinutes, double prior)
    implements Serializable {

  static IncidentRules from(Settings settings) {
    return new IncidentRules(
        settings.number(Keys.INCIDENT_SESSIONS),
        settings.decimal(Keys.INCIDENT_RATIO),
        settings.decimal(Keys.INCIDENT_TAIL),
        Math.max(1, settings.duration(Keys.INCIDENT_CLOSES_AFTER).toMinutes()),
        settings.decimal(Keys.INCIDENT_PRIOR));
  }

  boolean mayOpen(Tally tally) {
    return tally.struggling() >= sessions;
  }

  boolean opens(Tally tally, double usual) {
    return mayOpen(tally)
        && tally.share() >= ratio * usual
        && BinomialTail.atLeast(tally.struggling(), tally.sessions(), usual) < tail;
  }

  /** Where nobody struggles it is calm, even where nobody ever did. */
  boolean isCalm(Tally tally, double usual) {
    return tally.struggling() == 0 || tally.share() < ratio / 2 * usual;
  }
}

package io.floorwalker.detect.abandonment;

import org.jspecify.annotations.Nullable;

/**
 * What the last step of an intent is told: that it was left, or that something came to light behind
 * its last activity.
 *
 * @param deadline when it is due, milliseconds
 * @param lastActivity event id of the last activity
 * @param why as known now
 * @param left the last activity, where the pattern says that nobody came back; else null
 */
public record IntentNews(
    String key, long deadline, String lastActivity, Why why, @Nullable CartActivity left) {

  static IntentNews left(CartActivity last, Cart.Timing timing) {
    long deadline = last.at() + timing.abandonedAfter(last.stage()).toMillis();
    return new IntentNews(last.key(), deadline, last.eventId(), last.why(), last);
  }

  static IntentNews cameToLight(String key, Intent intent, Why why, Cart.Timing timing) {
    return new IntentNews(key, intent.deadline(timing), intent.lastId(), why, null);
  }

  static IntentNews cameToLight(String key, Spell spell, Spell.Rule rule) {
    return new IntentNews(key, spell.deadline(rule), spell.lastId(), spell.why(rule), null);
  }
}

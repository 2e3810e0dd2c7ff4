package io.floorwalker.detect.abandonment;

import io.floorwalker.detect.Latecomer;
import org.jspecify.annotations.Nullable;

/**
 * What the last step of an intent is told about it.
 *
 * @param lastActivity event id of the last activity; with the stage it names the intent
 * @param deadline when the intent is due, milliseconds
 * @param why as known now
 * @param last the last activity; null where only something came to light behind it
 * @param late what came too late and prevents the intent from having been left; else null
 */
public record IntentNews(
    Word word,
    String key,
    Stage stage,
    String lastActivity,
    long deadline,
    Why why,
    @Nullable CartActivity last,
    @Nullable Latecomer late) {

  /** What is said. A later word of a correction stands against all that was said before. */
  public enum Word {
    /** The pattern says that nobody came back. */
    LEFT,
    /** Something that tells why, behind the last activity. */
    CAME_TO_LIGHT,
    /** With an event that came late, it is (still) the last activity, and in this way. */
    CORRECTED,
    /** With an event that came late, it was not left, or not at this stage or activity. */
    PREVENTED,
    /** Somebody came back in time to what only a correction has made the last activity. */
    CAME_BACK
  }

  static IntentNews left(CartActivity last, Cart.Timing timing) {
    long deadline = last.at() + timing.abandonedAfter(last.stage()).toMillis();
    return new IntentNews(
        Word.LEFT, last.key(), last.stage(), last.eventId(), deadline, last.why(), last, null);
  }

  static IntentNews cameToLight(String key, Intent intent, Why why, Cart.Timing timing) {
    return new IntentNews(
        Word.CAME_TO_LIGHT,
        key,
        intent.stage(),
        intent.lastId(),
        intent.deadline(timing),
        why,
        null,
        null);
  }

  static IntentNews cameToLight(String key, Spell spell, Spell.Rule rule) {
    return new IntentNews(
        Word.CAME_TO_LIGHT,
        key,
        spell.stage(),
        spell.lastId(),
        spell.deadline(rule),
        spell.why(rule),
        null,
        null);
  }

  /** The intent that it is about, among those of its key. */
  String intent() {
    return stage.word() + " " + lastActivity;
  }

  IntentNews wiser(IntentNews cameToLight) {
    return with(word, cameToLight.why, late);
  }

  IntentNews corrected() {
    return with(Word.CORRECTED, why, null);
  }

  IntentNews preventedBy(Latecomer latecomer) {
    return with(Word.PREVENTED, why, latecomer);
  }

  IntentNews cameBack() {
    return with(Word.CAME_BACK, why, null);
  }

  private IntentNews with(Word said, Why known, @Nullable Latecomer latecomer) {
    return new IntentNews(said, key, stage, lastActivity, deadline, known, last, latecomer);
  }
}

package io.floorwalker.simulator;

import io.floorwalker.schema.ContactStatus;
import java.util.function.Consumer;

/**
 * One act in the life of a contact, from one activity to the next.
 *
 * <pre>{@code
 *                       last activity     L                L + second   L + third
 * KEEPS_RHYTHM          ACTIVE  ACTIVE  ACTIVE
 * IS_BACK_JUST_IN_TIME  .                ACTIVE at L - 1 ms
 * IS_BACK_AT_THE_LIMIT  .                 stale, ACTIVE at L
 * IS_SILENT             .                 stale   ACTIVE
 * IS_BACK_BEFORE_SECOND .                 stale           ACTIVE at second - 1 ms
 * IS_SILENT_LONG        .                 stale            stale  ACTIVE
 * IS_SILENT_VERY_LONG   .                 stale            stale        stale   ACTIVE
 * TAKES_A_HOLIDAY       .   away          .   ACTIVE before its end
 * OVERSTAYS_A_HOLIDAY   .   away          .   stale at its end   ACTIVE
 * }</pre>
 */
enum Habit {
  KEEPS_RHYTHM(44, 8, 0, Habit::keepsRhythm),
  IS_BACK_JUST_IN_TIME(8, 2, 0, life -> life.isActive(life.dueMs(1) - 1)),
  IS_BACK_AT_THE_LIMIT(6, 2, 0, life -> life.returns(1, life.dueMs(1))),
  IS_SILENT(
      8, 2, 2, life -> life.returns(1, life.dice().between(life.dueMs(1) + 1, life.dueMs(2) - 1))),
  IS_BACK_BEFORE_SECOND(4, 2, 2, life -> life.returns(1, life.dueMs(2) - 1)),
  IS_SILENT_LONG(
      6, 2, 3, life -> life.returns(2, life.dice().between(life.dueMs(2), life.dueMs(3) - 1))),
  IS_SILENT_VERY_LONG(
      4, 3, 3, life -> life.returns(3, life.dice().between(life.dueMs(3), life.dueMs(4)))),
  TAKES_A_HOLIDAY(
      6,
      5,
      0,
      life -> {
        long until = goesOnHoliday(life, life.dueMs(1) + life.limitMs() / 2);
        life.isActive(life.dice().between(until - life.limitMs() / 4, until - 1));
      }),
  OVERSTAYS_A_HOLIDAY(
      5,
      2,
      2,
      life -> {
        long second = life.dueMs(2);
        long until = goesOnHoliday(life, life.dueMs(1) + (second - life.dueMs(1)) / 2);
        life.returns(1, life.dice().between(until, second - 1));
      }),
  GETS_ANOTHER_OWNER(
      4,
      2,
      2,
      life -> {
        long silent = life.dice().between(life.dueMs(1) + 2, life.dueMs(2) - 1);
        life.getsOwner(life.dueMs(1) + (silent - life.dueMs(1)) / 2, "rep-new");
        life.returns(1, silent);
      }),
  IS_SET_INACTIVE(2, 5, 2, life -> isSetInactive(life, life.dueMs(1), 1)),
  IS_SET_INACTIVE_IN_TIME(1, 5, 2, life -> isSetInactive(life, life.now(), 0)),
  LEAVES_WHILE_SILENT(
      1,
      2,
      2,
      life -> {
        life.fallsSilent(1);
        life.leaves(life.dice().between(life.dueMs(1) + 1, life.dueMs(2) - 1));
      }),
  LEAVES_IN_TIME(
      1, 3, 0, life -> life.leaves(life.dice().between(life.now() + 1, life.dueMs(1) - 1)));

  private final int percent;
  private final int limits;
  private final int steps;
  private final Consumer<Life> story;

  /** An act lasts at most so many times L, counted from this step of a silence. */
  Habit(int percent, int limits, int steps, Consumer<Life> story) {
    this.percent = percent;
    this.limits = limits;
    this.steps = steps;
    this.story = story;
  }

  void play(Life life) {
    story.accept(life);
  }

  /** Whether all that the act may write lies before the end. */
  boolean fits(Life life, long endMs) {
    long from = steps == 0 ? life.now() : life.dueMs(steps);
    return from + limits * life.limitMs() <= endMs;
  }

  static Habit pick(Dice dice) {
    long drawn = dice.between(1, 100);
    for (Habit habit : values()) {
      drawn -= habit.percent;
      if (drawn <= 0) {
        return habit;
      }
    }
    throw new IllegalStateException("the habits do not add up to 100");
  }

  /** A few visits, each before the contact is missed. */
  private static void keepsRhythm(Life life) {
    long visits = life.dice().between(3, 8);
    for (int i = 0; i < visits; i++) {
      life.keepsRhythm();
    }
  }

  private static long goesOnHoliday(Life life, long until) {
    life.goesAway(life.now() + life.dice().between(1, life.limitMs() / 4), until);
    return until;
  }

  /** Set inactive after so many steps, and active again when the roster knows of an activity. */
  private static void isSetInactive(Life life, long from, int steps) {
    life.fallsSilent(steps);
    long latest = Math.min(life.limitMs() / 4, life.dueMs(2) - life.dueMs(1) - 1);
    life.row(from + life.dice().between(1, latest), ContactStatus.INACTIVE);
    long again = life.now() + life.dice().between(life.limitMs(), 2 * life.limitMs());
    life.isKnownToBeActive(again - life.dice().between(1, life.limitMs() / 2));
    life.row(again, ContactStatus.ACTIVE);
  }
}

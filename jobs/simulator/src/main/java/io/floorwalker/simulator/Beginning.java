package io.floorwalker.simulator;

import io.floorwalker.schema.ContactStatus;
import java.util.function.Consumer;

/**
 * How a contact comes to be known. Who is not active right away is watched from the first row on.
 *
 * <pre>{@code
 *                      row                  L
 * KNOWN                last_activity_at
 * STARTS_SOON          .         ACTIVE     .
 * STARTS_JUST_IN_TIME  .         ACTIVE at L - 1 ms
 * STARTS_AT_THE_LIMIT  .         .          never active, ACTIVE at L
 * STARTS_LATE          .         .          never active   ACTIVE
 * NEVER_STARTS         .         .          never active
 * IS_INACTIVE          inactive, last_activity_at
 * }</pre>
 */
enum Beginning {
  KNOWN(
      46,
      life -> {
        life.isKnownToBeActive(life.now() - life.dice().between(1, life.limitMs() / 2));
        life.row(life.now(), ContactStatus.ACTIVE);
      }),
  STARTS_SOON(
      12,
      life -> {
        long began = begins(life);
        life.isActive(began + life.dice().between(life.limitMs() / 10, life.limitMs() - 2));
      }),
  STARTS_JUST_IN_TIME(4, life -> life.isActive(begins(life) + life.limitMs() - 1)),
  STARTS_AT_THE_LIMIT(4, life -> life.isActiveAtLast(begins(life) + life.limitMs())),
  STARTS_LATE(
      10,
      life -> {
        long began = begins(life);
        life.isActiveAtLast(began + life.limitMs() + life.dice().between(1, life.limitMs()));
      }),
  NEVER_STARTS(
      18,
      life -> {
        begins(life);
        life.isNeverActive();
        life.ends();
      }),
  IS_INACTIVE(
      6,
      life -> {
        life.isKnownToBeActive(life.now() - life.dice().between(1, life.limitMs() / 2));
        life.row(life.now(), ContactStatus.INACTIVE);
        life.ends();
      });

  private final int percent;
  private final Consumer<Life> story;

  Beginning(int percent, Consumer<Life> story) {
    this.percent = percent;
    this.story = story;
  }

  void play(Life life) {
    story.accept(life);
  }

  static Beginning pick(Dice dice) {
    long drawn = dice.between(1, 100);
    for (Beginning beginning : values()) {
      drawn -= beginning.percent;
      if (drawn <= 0) {
        return beginning;
      }
    }
    throw new IllegalStateException("the beginnings do not add up to 100");
  }

  /** A row that knows of no activity; returns when the watch begins. */
  private static long begins(Life life) {
    life.row(life.now(), ContactStatus.ACTIVE);
    return life.now();
  }
}

package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.schema.CustomerEvent;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The contacts of all accounts, each of whom is always at the beginning of the next act. */
final class Contacts {

  private static final long CONTACTS = 4;
  private static final long FLAWS = 5;

  private final ShopSettings settings;
  private final String day;
  private final long endMs;
  private final PriorityQueue<Cast> next =
      new PriorityQueue<>(comparingLong(Cast::nextMs).thenComparingInt(Cast::number));
  private final Consumer<? super Truth> truths;
  private int numbers;

  private Contacts(ShopSettings settings, String day, long endMs, Consumer<? super Truth> truths) {
    this.settings = settings;
    this.day = day;
    this.endMs = endMs;
    this.truths = truths;
  }

  /** Three or four contacts an account, who become known within the first tenth of L. */
  static Contacts from(
      ShopSettings settings, String day, long startAtMs, Consumer<? super Truth> truths) {
    long endMs = startAtMs + settings.opensForMs();
    Contacts contacts = new Contacts(settings, day, endMs, truths);
    long within = settings.thresholds().staleAfter().toMillis() / 10;
    int count = settings.pace().accounts() * 10 / 3;
    for (int i = 0; i < count; i++) {
      contacts.hire(startAtMs + 1 + within * i / count);
    }
    return contacts;
  }

  /** When the next act begins; nothing in it happens before. {@code Long.MAX_VALUE}: none does. */
  long nextMs() {
    Cast cast = next.peek();
    return cast == null ? Long.MAX_VALUE : cast.nextMs();
  }

  /** The next act, after it was told what is true of it. */
  Act play() {
    Cast cast = next.remove();
    boolean left = cast.play(endMs);
    if (!cast.life().isOver()) {
      next.add(cast);
    } else if (left) {
      hire(cast.nextMs() + 1);
    }
    return cast.life().takeOut(cast.flaws());
  }

  private void hire(long atMs) {
    int number = ++numbers;
    Dice dice = Dice.of(settings.seed(), CONTACTS, number);
    Contact contact = Contact.of(number, settings.pace().accounts(), day, dice);
    Life life = new Life(contact, dice, settings.thresholds(), truths, atMs);
    next.add(new Cast(number, life, Dice.of(settings.seed(), FLAWS, number)));
  }

  /** What one act sends; the dice decide what happens to its events on their way. */
  record Act(List<CustomerEvent> events, List<Emission> rows, Dice flaws) {}

  /** A contact, and whether the first act is behind. */
  private static final class Cast {
    private final int number;
    private final Life life;
    private final Dice flaws;
    private boolean begun;

    Cast(int number, Life life, Dice flaws) {
      this.number = number;
      this.life = life;
      this.flaws = flaws;
    }

    int number() {
      return number;
    }

    Life life() {
      return life;
    }

    Dice flaws() {
      return flaws;
    }

    long nextMs() {
      return life.now();
    }

    /** Plays one act that is over before the end; returns whether the contact left with it. */
    boolean play(long endMs) {
      if (!begun) {
        begun = true;
        boolean lasts = life.now() + 3 * life.limitMs() <= endMs;
        Beginning beginning = Beginning.pick(life.dice());
        (lasts ? beginning : Beginning.KNOWN).play(life);
        return false;
      }
      Habit habit = Habit.pick(life.dice());
      if (habit.fits(life, endMs)) {
        habit.play(life);
        return life.isOver();
      }
      if (life.now() + life.limitMs() * 51 / 50 <= endMs) {
        life.keepsRhythm();
      } else {
        life.fallsSilent(3);
        life.ends();
      }
      return false;
    }
  }
}

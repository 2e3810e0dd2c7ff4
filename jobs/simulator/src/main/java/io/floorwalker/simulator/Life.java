package io.floorwalker.simulator;

import io.floorwalker.schema.ContactStatus;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The story of one contact while it is written, act by act. Between two acts the contact has been
 * active less than half of L ago, so that nobody falls silent by accident.
 */
final class Life {

  private final Contact contact;
  private final Dice dice;
  private final Thresholds thresholds;
  private final Cadence cadence;
  private final Ledger ledger;
  private final Roster roster;
  private final Consumer<? super Truth> truths;
  private long now;
  private long activeMs;
  private @Nullable String activeId;
  private @Nullable Long rosterActiveMs;
  private @Nullable Long awayUntilMs;
  private @Nullable String owner;
  private String returning = "";
  private boolean over;

  /** Begins at a time in UTC ms; the consumer is told what is true. */
  Life(
      Contact contact,
      Dice dice,
      Thresholds thresholds,
      Consumer<? super Truth> truths,
      long atMs) {
    this.contact = contact;
    this.dice = dice;
    this.thresholds = thresholds;
    this.cadence = new Cadence(thresholds);
    this.ledger = new Ledger(contact, dice);
    this.roster = new Roster(contact);
    this.truths = truths;
    this.now = atMs;
  }

  /** What was written since this was asked last. */
  Contacts.Act takeOut(Dice flaws) {
    return new Contacts.Act(ledger.takeOut(), roster.takeOut(), flaws);
  }

  Dice dice() {
    return dice;
  }

  long now() {
    return now;
  }

  boolean isOver() {
    return over;
  }

  /** L of this contact as it is known at its last activity. */
  long limitMs() {
    return cadence.limitMs();
  }

  /**
   * When this step of the silence falls due, from 1; the fourth is as far as anybody stays away.
   */
  long dueMs(int step) {
    long due =
        activeMs
            + limitMs()
            + switch (step) {
              case 1 -> 0;
              case 2 -> thresholds.staleSecondAfter().toMillis();
              case 3 -> thresholds.staleThirdAfter().toMillis();
              default -> thresholds.staleThirdAfter().toMillis() + limitMs();
            };
    return awayUntilMs == null ? due : Math.max(due, awayUntilMs);
  }

  /** A visit, a call or an order; it comes in time. */
  void isActive(long atMs) {
    Ledger.Deeds deeds =
        dice.chance(0.15)
            ? ledger.crmActivity(atMs)
            : ledger.portalVisit(atMs, Math.max(1, usualMs() / 400));
    cadence.shown(deeds.events());
    activeMs = deeds.lastMs();
    activeId = deeds.lastId();
    now = activeMs;
    returning = deeds.firstId();
  }

  /** Looks in as often as usual, and before anybody would miss the contact. */
  void keepsRhythm() {
    long usual = now + contact.rhythm().gapMs(usualMs(), dice);
    isActive(Math.max(now + 1, Math.min(usual, dueMs(1) - 2)));
  }

  /** Is silent up to this step, and then is back. */
  void returns(int steps, long atMs) {
    fallsSilent(steps);
    if (dice.chance(0.25)) {
      ledger.somebodyElseLooks(now + (Math.min(atMs, dueMs(1)) - now) / 2 + 1);
    }
    isActive(atMs);
    tell("stakeholder_returned", "", atMs, List.of(returning));
  }

  /** So many steps of the present silence fall due. */
  void fallsSilent(int steps) {
    for (int step = 1; step <= steps; step++) {
      tell("stakeholder_stale", String.valueOf(step), dueMs(step), evidence());
    }
  }

  /** Nothing is known of the contact when L has passed since the first row. */
  void isNeverActive() {
    tell("stakeholder_never_active", "", now + limitMs(), List.of());
  }

  /** Is active for the first time, long after somebody should have noticed. */
  void isActiveAtLast(long atMs) {
    isNeverActive();
    isActive(atMs);
    tell("stakeholder_returned", "", atMs, List.of(returning));
  }

  /** The roster learns of an activity that no event tells. */
  void isKnownToBeActive(long activityMs) {
    rosterActiveMs = activityMs;
    activeMs = activityMs;
    activeId = null;
  }

  void goesAway(long atMs, long untilMs) {
    awayUntilMs = untilMs;
    row(atMs, ContactStatus.ACTIVE);
  }

  void getsOwner(long atMs, String newOwner) {
    owner = newOwner;
    row(atMs, ContactStatus.ACTIVE);
  }

  void row(long atMs, ContactStatus status) {
    roster.row(atMs, status, new Roster.Row(rosterActiveMs, awayUntilMs, owner));
    now = atMs;
  }

  /** Is taken off the roster; some time later the key is removed too. */
  void leaves(long atMs) {
    row(atMs, ContactStatus.REMOVED);
    roster.tombstone(atMs + limitMs());
    over = true;
  }

  /** No further act. */
  void ends() {
    over = true;
  }

  /** L of a contact of whom nothing was learned. */
  private long usualMs() {
    return thresholds.staleAfter().toMillis();
  }

  private List<String> evidence() {
    return activeId == null ? List.of() : List.of(activeId);
  }

  private void tell(String kind, String step, long atMs, List<String> evidence) {
    if (contact.account().isTarget()) {
      truths.accept(new Truth(kind, step, contact.key(), atMs, evidence));
    }
  }
}

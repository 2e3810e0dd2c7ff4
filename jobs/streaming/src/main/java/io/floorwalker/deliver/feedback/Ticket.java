package io.floorwalker.deliver.feedback;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.OutcomeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Entitles to answer one action. It knows all that the answer's record needs, so that who takes
 * answers keeps nothing.
 */
public final class Ticket {

  /** Longer than a message is of interest to anybody. */
  static final Duration GOOD_FOR = Duration.ofDays(90);

  /** Feedback that says nothing yet; its time is that of the action. */
  private final Feedback blank;

  private Ticket(Feedback blank) {
    this.blank = blank;
  }

  static Ticket of(Action action) {
    return new Ticket(
        Feedback.newBuilder()
            .setFeedbackId("")
            .setOccurredAt(action.getCreatedAt())
            .setActionId(action.getActionId())
            .setDecisionId(action.getDecisionId())
            .setCustomerKey(action.getCustomerKey())
            .setAccountId(action.getAccountId())
            .setContactId(action.getContactId())
            .setChannel(action.getChannel())
            .build());
  }

  static Ticket of(Feedback blank) {
    return new Ticket(blank);
  }

  Feedback blank() {
    return blank;
  }

  boolean isGoodAt(Instant at) {
    return at.isBefore(blank.getOccurredAt().plus(GOOD_FOR));
  }

  /**
   * The record of an answer. It has the id of the outcome that it becomes: the same answer counts
   * once, however often it is given or read.
   *
   * @param actor who says it, as the channel names them; empty where nobody knows
   */
  public Feedback answered(StaffAnswer answer, Instant at, String actor) {
    String kind = answer.kind().name().toLowerCase(Locale.ROOT);
    return Feedback.newBuilder(blank)
        .setFeedbackId(Ids.outcome(kind, blank.getActionId()))
        .setOccurredAt(at)
        .setKind(answer.kind())
        .setActor(actor.isEmpty() ? null : actor)
        .setSnoozedUntil(
            answer.kind() == OutcomeKind.SNOOZED ? at.plus(StaffAnswer.SNOOZE_LASTS) : null)
        .build();
  }
}

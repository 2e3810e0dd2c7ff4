package io.floorwalker.deliver;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is written down of a delivery. All times are the wall clock: they say when we acted, not
 * when something happened in the shop.
 *
 * <p>Attempts count from 1 and are unique for an action. Attempt 0 is a note that no attempt was
 * made; an action that was held and then expired has two of them, told apart by their outcome.
 */
final class Receipts {

  private Receipts() {}

  /** A row about an action for which nothing was sent. */
  static DeliveryAttempt note(Action action, String target, Result result, Instant at) {
    String why = result == Result.CANCELLED ? VendorWord.of(action.getReason()) : "";
    return row(action, target, at, at)
        .setOutcome(result.word())
        .setError(why.isEmpty() ? null : why)
        .build();
  }

  /** The row of an attempt; its outcome is failed where a retry would be one too many. */
  static DeliveryAttempt attempt(
      Pending pending, String target, Instant startedAt, Instant finishedAt, Outgoing outgoing) {
    Answer answer = outgoing.answer();
    return row(pending.action(), target, startedAt, finishedAt)
        .setAttempt(pending.attempts() + 1)
        .setOutcome(outgoing.result().word())
        .setHttpStatus(answer.status())
        .setError(answer.error())
        .setRetryAfterMs(answer.retryAfterMillis())
        .build();
  }

  /** An answer, and what follows from it. */
  record Outgoing(Answer answer, Result result) {}

  /**
   * The receipt that a row stands for; empty where the action is still on its way, or has one. An
   * action without a target has failed: what was charged for it can be given back.
   */
  static Optional<Outcome> receipt(Action action, DeliveryAttempt row) {
    return switch (Result.valueOf(row.getOutcome().toUpperCase(Locale.ROOT))) {
      case DELIVERED -> Optional.of(outcome(action, row, OutcomeKind.DELIVERED));
      case FAILED, NO_TARGET -> Optional.of(outcome(action, row, OutcomeKind.FAILED));
      case EXPIRED -> Optional.of(outcome(action, row, OutcomeKind.EXPIRED));
      case CANCELLED -> Optional.of(outcome(action, row, OutcomeKind.CANCELLED));
      case RETRY, HELD, RESOLVED, UNRESOLVED -> Optional.empty();
    };
  }

  private static Outcome outcome(Action action, DeliveryAttempt row, OutcomeKind kind) {
    return Outcome.newBuilder()
        .setOutcomeId(Ids.outcome(kind.name().toLowerCase(Locale.ROOT), action.getActionId()))
        .setOccurredAt(row.getFinishedAt())
        .setKind(kind)
        .setDecisionId(action.getDecisionId())
        .setActionId(action.getActionId())
        .setCustomerKey(action.getCustomerKey())
        .setAccountId(action.getAccountId())
        .setContactId(action.getContactId())
        .setReason(reason(row))
        .setJob(Courier.JOB)
        .build();
  }

  private static String reason(DeliveryAttempt row) {
    if (row.getHttpStatus() != null) {
      return Integer.toString(row.getHttpStatus());
    }
    return row.getError() == null ? row.getOutcome() : row.getError();
  }

  private static DeliveryAttempt.Builder row(
      Action action, String target, Instant startedAt, Instant finishedAt) {
    return DeliveryAttempt.newBuilder()
        .setActionId(action.getActionId())
        .setAttempt(0)
        .setStartedAt(startedAt)
        .setFinishedAt(finishedAt)
        .setChannel(action.getChannel() == null ? "" : action.getChannel())
        .setTarget(target)
        .setJob(Courier.JOB);
  }
}

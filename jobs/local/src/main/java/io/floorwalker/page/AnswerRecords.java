package io.floorwalker.page;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.Outcome;
import java.time.Instant;

/**
 * An answer as a record, with the wall clock at which it came. Feedback has the id of the outcome
 * that it becomes, so that it counts once however often it is read.
 */
final class AnswerRecords {

  private static final String JOB = "page";

  private AnswerRecords() {}

  static void give(Answers answers, Offer offer, Answer answer, Instant at) {
    if (answer == Answer.SHOWN) {
      answers.shown(outcome(offer.action(), answer, at));
    } else {
      answers.said(feedback(offer.action(), answer, at));
    }
  }

  private static Outcome outcome(Action action, Answer answer, Instant at) {
    return Outcome.newBuilder()
        .setOutcomeId(Ids.outcome(answer.word(), action.getActionId()))
        .setOccurredAt(at)
        .setKind(answer.kind())
        .setDecisionId(action.getDecisionId())
        .setActionId(action.getActionId())
        .setCustomerKey(action.getCustomerKey())
        .setAccountId(action.getAccountId())
        .setContactId(action.getContactId())
        .setJob(JOB)
        .build();
  }

  private static Feedback feedback(Action action, Answer answer, Instant at) {
    return Feedback.newBuilder()
        .setFeedbackId(Ids.outcome(answer.word(), action.getActionId()))
        .setOccurredAt(at)
        .setKind(answer.kind())
        .setActionId(action.getActionId())
        .setDecisionId(action.getDecisionId())
        .setCustomerKey(action.getCustomerKey())
        .setAccountId(action.getAccountId())
        .setContactId(action.getContactId())
        .setChannel(action.getChannel())
        .build();
  }
}

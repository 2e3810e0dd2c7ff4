package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.schema.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found out about a contact: a step opened or closed, or a return.
 *
 * @param contact as it was known when this became true
 * @param evidence what the id follows from
 * @param at when it became true, milliseconds
 * @param deadlineAt when the step fell due, milliseconds; null for a return
 * @param reason why it was closed or taken back; null for what opens
 * @param version the usual one: of what was never taken back before
 * @param late by which it is taken back; null for what is so
 */
record Finding(
    Contact contact,
    Silence evidence,
    String kind,
    @Nullable String step,
    Phase phase,
    long at,
    @Nullable Long deadlineAt,
    @Nullable String reason,
    int version,
    @Nullable Latecomer late) {

  static final String RETURNED = "stakeholder_returned";

  static Finding opened(Contact contact, Silence silence, OpenStep step) {
    return new Finding(
        contact,
        silence,
        silence.kind(),
        silence.step(step.step()),
        Phase.OPENED,
        step.dueAt(),
        step.dueAt(),
        null,
        1,
        null);
  }

  static Finding closed(Contact contact, Silence silence, OpenStep step, long at, String reason) {
    return new Finding(
        contact,
        silence,
        silence.kind(),
        silence.step(step.step()),
        Phase.CLOSED,
        at,
        step.dueAt(),
        reason,
        2,
        null);
  }

  /** The contact was heard of again, by the evidence that begins its next silence. */
  static Finding returned(Contact contact, Silence next, long at) {
    return new Finding(contact, next, RETURNED, null, Phase.OPENED, at, null, null, 1, null);
  }

  /** Would never have been opened had this come in time; it may have been closed since. */
  Finding takenBack(Latecomer by, boolean isClosed) {
    return new Finding(
        contact,
        evidence,
        kind,
        step,
        Phase.RETRACTED,
        at,
        deadlineAt,
        by.reason(),
        isClosed ? 3 : 2,
        by);
  }

  String id() {
    return evidence.detectionId(kind, step, contact.id());
  }

  /** {@code changed_at} of the row that held, milliseconds; null where none did. */
  @Nullable Long rowAt() {
    RosterRow row = contact.row();
    return row == null || row.isRemoval() ? null : row.changedAt();
  }
}

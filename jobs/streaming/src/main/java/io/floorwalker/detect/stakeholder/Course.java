package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.RosterChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a contact's story goes on under the rule, one thing at a time. Times are milliseconds. */
record Course(Contact contact, Patience patience) {

  /** The next step falls due. */
  Turn fallsDue() {
    Silence silence = contact.silence();
    if (silence == null) {
      throw new IllegalStateException("nothing falls due of a contact that nobody watches");
    }
    OpenStep step = new OpenStep(contact.said() + 1, contact.nextStep(patience));
    List<OpenStep> open = new ArrayList<>(contact.open());
    open.add(step);
    Finding finding = Finding.opened(contact, silence, step);
    return Turn.found(contact.inSilence(silence, step.step(), open), List.of(finding))
        .then(after -> new Course(after, patience).reported(step.dueAt(), false));
  }

  /** The contact did something. */
  Turn heard(CustomerEvent activity) {
    Silence before = contact.silence();
    Silence next = Silence.after(activity);
    Course heard = new Course(contact.with(contact.trace().after(next.since())), patience);
    if (before != null && before.hasActivity() && before.since() > next.since()) {
      return heard.reported(next.since(), false); // the roster knew of a later one
    }
    boolean isFirstOfDay =
        before == null
            || before.evidence() != Silence.Evidence.EVENT
            || Trace.day(before.since()) != Trace.day(next.since());
    return heard
        .broken(next, next.since())
        .then(after -> new Course(after, patience).reported(next.since(), isFirstOfDay));
  }

  /** The roster says something of the contact; null of its row: nothing any more. */
  Turn listed(RosterChange change) {
    RosterRow row = change.row() == null ? null : RosterRow.of(change.row());
    if (row == null) {
      return dropped(Patience.REMOVED, change.at())
          .then(after -> Turn.to(after.with(row).with(after.trace().removed())))
          .then(after -> new Course(after, patience).reported(change.at(), false));
    }
    String obstacle = patience.obstacle(row);
    Turn turn = obstacle == null ? Turn.to(contact) : dropped(obstacle, change.at());
    Trace trace = row.isRemoval() ? contact.trace().removed() : contact.trace();
    return turn.then(after -> Turn.to(after.with(trace)))
        .then(after -> new Course(after.with(row), patience).told(change.at()))
        .then(after -> new Course(after, patience).reported(change.at(), false));
  }

  /** Writes down how the contact stands, where that has changed or is to be said anyway. */
  Turn reported(long at, boolean anyway) {
    String state = state(at);
    Standing before = contact.standing();
    if (state == null || (!anyway && before != null && state.equals(before.state()))) {
      return Turn.to(contact);
    }
    // A step may have fallen due before the roster said that the contact is watched.
    Standing now = new Standing(state, before == null ? at : Math.max(at, before.at()));
    Contact after = contact.with(now);
    return Turn.reported(after, new Turn.Report(after, now));
  }

  /** Nobody misses the contact any more; what it did last is remembered where that can matter. */
  private Turn dropped(String reason, long at) {
    Silence silence = contact.silence();
    boolean isRemembered = silence != null && silence.hasActivity();
    Contact after =
        isRemembered
            ? contact.inSilence(silence, contact.said(), List.of())
            : contact.inSilence(null, 0, List.of());
    return Turn.found(after, closed(reason, at));
  }

  /** The row may know of a later activity, and it may begin a watch. */
  private Turn told(long at) {
    RosterRow row = contact.row();
    Silence silence = contact.silence();
    if (row == null) {
      return Turn.to(contact);
    }
    Long lastActivityAt = row.lastActivityAt();
    boolean isKnown = silence != null && silence.hasActivity();
    if (lastActivityAt != null
        && (silence == null || !isKnown || lastActivityAt > silence.since())) {
      return broken(Silence.after(row, lastActivityAt), at);
    }
    return silence == null && patience.obstacle(row) == null
        ? Turn.to(contact.inSilence(Silence.unbroken(row), 0, List.of()))
        : Turn.to(contact);
  }

  /** The silence ends at this moment, and another begins. */
  private Turn broken(Silence next, long at) {
    List<Finding> findings = new ArrayList<>(closed("returned", at));
    if (!findings.isEmpty()) {
      findings.add(Finding.returned(contact, next, at));
    }
    return Turn.found(contact.inSilence(next, 0, List.of()), findings);
  }

  private List<Finding> closed(String reason, long at) {
    Silence silence = contact.silence();
    return silence == null
        ? List.of()
        : contact.open().stream()
            .map(step -> Finding.closed(contact, silence, step, at, reason))
            .toList();
  }

  private @Nullable String state(long at) {
    Silence silence = contact.silence();
    RosterRow row = contact.row();
    if (silence == null || !contact.isWatched(patience)) {
      return contact.standing() == null ? null : Standing.REMOVED;
    }
    if (contact.said() > 0) {
      return silence.hasActivity() ? "stale_" + contact.said() : Standing.NEVER_ACTIVE;
    }
    return row != null && at < row.notBefore(at) ? Standing.AWAY : Standing.ACTIVE;
  }
}

package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.RosterChange;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One contact at one account. Pure: what happens gives a {@link Turn}; times are milliseconds.
 *
 * <pre>{@code
 *            0d     6d     7d     14d    20d    30d
 * match      SEEN    .   step 1 step 2    .   step 3     L, L + 7 d, L + 23 d
 * no match   SEEN   SEEN    .                            the silence begins anew
 * match      SEEN    .   step 1   .     SEEN             step 1 closed, returned
 * match      SEEN    .   SEEN                            half-open: step 1, and returned at once
 * match      SEEN    .   step 1 removed                  step 1 closed, nobody is missed any more
 * match      SEEN   away    .      .   step 1, 2         away until day 20
 * match      watched .   never active
 * }</pre>
 *
 * What falls due at a moment stands before what happens in it.
 *
 * @param row what the roster says; null where the contact does not stand in it
 * @param silence null where nothing is known of the contact
 * @param said how many steps of the silence were said; they are not said again
 * @param open the steps that were said and not closed
 * @param standing what was written down last; null where nothing was
 * @param trace what its activities left behind
 */
public record Contact(
    Id id,
    @Nullable RosterRow row,
    @Nullable Silence silence,
    int said,
    List<OpenStep> open,
    @Nullable Standing standing,
    Trace trace) {

  /** Never due. */
  static final long NEVER = Long.MAX_VALUE;

  /** A person at an account; a person at two accounts is two contacts. */
  public record Id(String account, String contact) {}

  static Contact unknown(Id id) {
    return new Contact(id, null, null, 0, List.of(), null, Trace.NONE);
  }

  /** After an activity, which is the next in order. */
  Turn after(CustomerEvent activity, Patience patience) {
    long at = activity.getOccurredAt().toEpochMilli();
    return due(at, patience).then(contact -> new Course(contact, patience).heard(activity));
  }

  /** After a change of the roster; one that is older than the present row changes nothing. */
  Turn after(RosterChange change, Patience patience) {
    return isOutdated(change)
        ? Turn.to(this)
        : due(change.at(), patience)
            .then(contact -> new Course(contact, patience).listed(change))
            .then(contact -> contact.due(change.at(), patience));
  }

  /** After the time until this moment, it included, in which nothing else happened. */
  Turn due(long at, Patience patience) {
    if (isForgottenAt(at, patience)) {
      return Turn.to(unknown(id));
    }
    Turn turn =
        awayEnd() <= at ? new Course(this, patience).reported(awayEnd(), false) : Turn.to(this);
    while (turn.contact().nextStep(patience) <= at) {
      turn = turn.then(contact -> new Course(contact, patience).fallsDue());
    }
    return turn;
  }

  /** When {@link #due} has something to do next; {@link #NEVER} where nothing is awaited. */
  long nextDue(Patience patience) {
    long forgotten =
        silence != null && isForgettable(patience)
            ? silence.since() + Patience.REMEMBERED.toMillis()
            : NEVER;
    return Math.min(forgotten, Math.min(awayEnd(), nextStep(patience)));
  }

  /** When the next step falls due if nothing happens. */
  long nextStep(Patience patience) {
    if (silence == null || !isWatched(patience) || said == silence.steps()) {
      return NEVER;
    }
    long due = patience.due(silence.since(), said + 1, this);
    return row == null ? due : row.notBefore(due);
  }

  boolean isNobody() {
    return row == null && silence == null;
  }

  boolean isOutdated(RosterChange change) {
    return row != null && change.at() < row.changedAt();
  }

  boolean isWatched(Patience patience) {
    return silence != null && patience.watches(this);
  }

  /** Whether a step of the present silence has this id. */
  boolean mayBeSaid(String detectionId) {
    return silence != null
        && IntStream.rangeClosed(1, silence.steps())
            .mapToObj(step -> silence.detectionId(silence.kind(), silence.step(step), id))
            .anyMatch(detectionId::equals);
  }

  Contact inSilence(@Nullable Silence next, int nowSaid, List<OpenStep> nowOpen) {
    return new Contact(id, row, next, nowSaid, nowOpen, standing, trace);
  }

  Contact with(@Nullable RosterRow nextRow) {
    return new Contact(id, nextRow, silence, said, open, standing, trace);
  }

  Contact with(@Nullable Standing next) {
    return new Contact(id, row, silence, said, open, next, trace);
  }

  Contact with(Trace next) {
    return new Contact(id, row, silence, said, open, standing, next);
  }

  /** The end of an absence that was written down. */
  private long awayEnd() {
    return row != null && standing != null && standing.state().equals(Standing.AWAY)
        ? row.notBefore(standing.at())
        : NEVER;
  }

  private boolean isForgottenAt(long at, Patience patience) {
    return isForgettable(patience)
        && (silence == null || at >= silence.since() + Patience.REMEMBERED.toMillis());
  }

  private boolean isForgettable(Patience patience) {
    boolean isListed = row != null && !row.isRemoval();
    return !isListed && !isWatched(patience);
  }
}

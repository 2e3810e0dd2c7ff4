package io.floorwalker.deliver;

import io.floorwalker.deliver.Receipts.Outgoing;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries each action until it is delivered, has failed, or is too old. An action that is over before
 * it was sent is never sent; where it was, its target is told. Knows nothing of Flink; everything
 * happens on its loop.
 */
final class Dispatch implements Departures.Desk {

  /** Where it writes what became of an action or an attempt, and looks up what did. */
  interface Journal {
    void write(Action action, DeliveryAttempt row);

    void remember(String id, Ended ended);

    /** Null for what is not through. */
    @Nullable Ended recall(String id);

    /** What comes of this thread from now on answers this message. */
    void begin(Strand strand, String handle);

    /** By which the target finds the first message of a thread; null where there is none. */
    @Nullable String first(Strand strand);
  }

  private final Map<String, Lane> lanes;
  private final RetryPolicy policy;
  private final Clock clock;
  private final Journal journal;
  private final Departures departures;

  /** What is over while an attempt is being made to send it. */
  private final Map<String, Pending> overtaken = new HashMap<>();

  Dispatch(Map<String, Lane> lanes, RetryPolicy policy, Clock clock, Loop loop, Journal journal) {
    this.lanes = Map.copyOf(lanes);
    this.policy = policy;
    this.clock = clock;
    this.journal = journal;
    this.departures = new Departures(policy, clock, loop, this);
  }

  /** Takes an errand over, new or from a checkpoint. */
  void accept(Pending pending) {
    String channel = pending.action().getChannel();
    Lane lane = channel == null ? null : lanes.get(channel);
    Ended ended = journal.recall(pending.id());
    if (pending.errand().isOver()) {
      takeBack(lane, pending, ended);
    } else if (ended == null) { // Else it was over before it came, for a storm had held it.
      send(lane, pending);
    }
  }

  private void send(@Nullable Lane lane, Pending pending) {
    if (lane == null) {
      note(pending, "", Result.NO_TARGET);
    } else {
      departures.plan(lane, pending);
    }
  }

  /** What is on its way, to be held in a checkpoint; what is being tried counts as not tried. */
  List<Pending> open() {
    return departures.open().stream()
        .map(pending -> overtaken.getOrDefault(pending.id(), pending))
        .toList();
  }

  /** The number of errands on their way. */
  int size() {
    return departures.size();
  }

  /** The number of targets that are left alone because they fail. */
  long openCircuits() {
    return lanes.values().stream().filter(Lane::isOpen).count();
  }

  private void takeBack(@Nullable Lane lane, Pending over, @Nullable Ended ended) {
    if (lane != null && ended != null && ended.delivered()) {
      tell(lane, over.after(ended));
    } else if (departures.isOnTheWay(over.id())) {
      overtaken.put(over.id(), over);
    } else if (ended == null) {
      if (lane != null) {
        departures.remove(lane, over.id());
      }
      note(over, lane == null ? "" : lane.channel().target(), Result.CANCELLED);
    }
  }

  private void tell(Lane lane, Pending over) {
    if (over.errand().unsays()) {
      departures.plan(lane, over);
    }
  }

  @Override
  public Letter letter(Pending pending) {
    Action action = pending.action();
    if (pending.errand().isOver()) {
      Ended ended = journal.recall(pending.id());
      return new Letter(action, ended == null ? null : ended.handle());
    }
    return new Letter(action, Strand.of(action).map(journal::first).orElse(null));
  }

  @Override
  public void answered(Lane lane, Pending pending, Instant startedAt, Answer answer) {
    Instant now = clock.instant();
    boolean again = answer.result() == Result.RETRY && !policy.isExhausted(pending.nextTry());
    Result result = again ? Result.RETRY : pending.errand().isOver() ? over(answer) : last(answer);
    journal.write(
        pending.action(),
        Receipts.attempt(
            pending, lane.channel().target(), startedAt, now, new Outgoing(answer, result)));
    if (again) {
      long wait = policy.waitMillis(pending.nextTry(), answer);
      departures.plan(lane, pending.tried(now.toEpochMilli() + wait));
    } else {
      end(pending, result, answer.said().handle());
    }
    Pending over = overtaken.remove(pending.id());
    if (over != null) {
      takeBack(lane, over, journal.recall(over.id()));
    }
  }

  private void end(Pending pending, Result result, @Nullable String handle) {
    boolean delivered = result == Result.DELIVERED;
    int attempts = pending.attempts() + 1;
    journal.remember(pending.id(), new Ended(delivered, attempts, delivered ? handle : null));
    if (delivered && handle != null) {
      Strand.of(pending.action())
          .filter(strand -> journal.first(strand) == null)
          .ifPresent(strand -> journal.begin(strand, handle));
    }
  }

  @Override
  public void expired(Lane lane, Pending pending) {
    Result result = pending.errand().isOver() ? Result.UNRESOLVED : Result.EXPIRED;
    note(pending, lane.channel().target(), result);
  }

  private void note(Pending pending, String target, Result result) {
    journal.write(
        pending.action(), Receipts.note(pending.action(), target, result, clock.instant()));
    journal.remember(pending.id(), Ended.idle(pending.attempts()));
  }

  private static Result last(Answer answer) {
    return answer.result() == Result.DELIVERED ? Result.DELIVERED : Result.FAILED;
  }

  private static Result over(Answer answer) {
    return answer.result() == Result.DELIVERED ? Result.RESOLVED : Result.UNRESOLVED;
  }
}

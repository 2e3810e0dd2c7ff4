package io.floorwalker.deliver;

import io.floorwalker.deliver.Receipts.Outgoing;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Tries each action until it is delivered, has failed, or is too old. Freshness is judged by the
 * wall clock before each attempt. Knows nothing of Flink; everything happens on its loop.
 */
final class Dispatch {

  /** Where it writes what became of an action or an attempt. */
  interface Journal {
    void write(Action action, DeliveryAttempt row);
  }

  private final Map<String, Lane> lanes;
  private final RetryPolicy policy;
  private final Clock clock;
  private final Loop loop;
  private final Journal journal;
  private final Map<String, Pending> open = new LinkedHashMap<>();

  Dispatch(Map<String, Lane> lanes, RetryPolicy policy, Clock clock, Loop loop, Journal journal) {
    this.lanes = Map.copyOf(lanes);
    this.policy = policy;
    this.clock = clock;
    this.loop = loop;
    this.journal = journal;
  }

  /** Takes an action over, new or from a checkpoint. */
  void accept(Pending pending) {
    String channel = pending.action().getChannel();
    Lane lane = channel == null ? null : lanes.get(channel);
    if (lane == null) {
      Action action = pending.action();
      journal.write(action, Receipts.note(action, "", Result.NO_TARGET, clock.instant()));
    } else {
      plan(lane, pending);
    }
  }

  /** What is on its way, to be held in a checkpoint; what is being tried counts as not tried. */
  List<Pending> open() {
    return List.copyOf(open.values());
  }

  /** The number of actions on their way. */
  int size() {
    return open.size();
  }

  /** The number of targets that are left alone because they fail. */
  long openCircuits() {
    return lanes.values().stream().filter(Lane::isOpen).count();
  }

  private void plan(Lane lane, Pending pending) {
    open.put(pending.id(), pending);
    // At its expiry at the latest, so that nobody waits longer to hear of it.
    long wait = Math.min(pending.notBefore(), policy.deadline(pending.errand())) - clock.millis();
    if (wait > 0) {
      loop.after(wait, () -> queue(lane, pending));
    } else {
      queue(lane, pending);
    }
  }

  private void queue(Lane lane, Pending pending) {
    lane.add(pending);
    work(lane);
    if (lane.holds(pending.id())) {
      long left = policy.deadline(pending.errand()) - clock.millis();
      loop.after(Math.max(0, left), () -> expireIfWaiting(lane, pending.id()));
    }
  }

  private void work(Lane lane) {
    for (Pending next = lane.next(clock.millis()); next != null; next = lane.next(clock.millis())) {
      attempt(lane, next);
    }
    lane.sleep(clock.millis())
        .ifPresent(
            millis ->
                loop.after(
                    millis,
                    () -> {
                      lane.wake();
                      work(lane);
                    }));
  }

  private void attempt(Lane lane, Pending pending) {
    Instant now = clock.instant();
    if (now.toEpochMilli() >= policy.deadline(pending.errand())) {
      expire(lane, pending);
      return;
    }
    lane.started(now.toEpochMilli());
    var unused =
        send(lane.channel(), pending, now)
            .thenAccept(answer -> loop.execute(() -> answered(lane, pending, now, answer)));
  }

  private void expireIfWaiting(Lane lane, String id) {
    Pending waiting = lane.remove(id);
    if (waiting != null) {
      expire(lane, waiting);
    }
  }

  private void expire(Lane lane, Pending pending) {
    open.remove(pending.id());
    Action action = pending.action();
    String target = lane.channel().target();
    journal.write(action, Receipts.note(action, target, Result.EXPIRED, clock.instant()));
  }

  private static CompletableFuture<Answer> send(Channel channel, Pending pending, Instant now) {
    return channel
        .send(pending.action(), now)
        .exceptionally(failure -> Answer.none(NoAnswer.because(failure)));
  }

  private void answered(Lane lane, Pending pending, Instant startedAt, Answer answer) {
    Instant now = clock.instant();
    lane.ended(answer, now.toEpochMilli());
    boolean again = answer.result() == Result.RETRY && !policy.isExhausted(pending.attempts() + 1);
    Result result = again || answer.result() != Result.RETRY ? answer.result() : Result.FAILED;
    journal.write(
        pending.action(),
        Receipts.attempt(
            pending, lane.channel().target(), startedAt, now, new Outgoing(answer, result)));
    if (again) {
      long wait = policy.waitMillis(pending.attempts() + 1, answer);
      plan(lane, pending.tried(now.toEpochMilli() + wait));
    } else {
      open.remove(pending.id());
    }
    work(lane);
  }
}

package io.floorwalker.deliver;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Lets errands go when their time has come and their lane is free, or says that it came too late
 * for them. Freshness is judged by the wall clock before each attempt. Everything happens on its
 * loop.
 */
final class Departures {

  /** Who hears what became of an errand; either way it is not here any more. */
  interface Desk {
    Letter letter(Pending pending);

    void answered(Lane lane, Pending pending, Instant startedAt, Answer answer);

    void expired(Lane lane, Pending pending);
  }

  private final RetryPolicy policy;
  private final Clock clock;
  private final Loop loop;
  private final Desk desk;
  private final Map<String, Pending> waiting = new LinkedHashMap<>();
  private final Map<String, Pending> onTheWay = new LinkedHashMap<>();

  Departures(RetryPolicy policy, Clock clock, Loop loop, Desk desk) {
    this.policy = policy;
    this.clock = clock;
    this.loop = loop;
    this.desk = desk;
  }

  /** Takes an errand over that is not here yet. */
  void plan(Lane lane, Pending pending) {
    waiting.put(pending.id(), pending);
    // At its expiry at the latest, so that nobody waits longer to hear of it.
    long wait = Math.min(pending.notBefore(), policy.deadline(pending.errand())) - clock.millis();
    if (wait > 0) {
      loop.after(wait, () -> queue(lane, pending));
    } else {
      queue(lane, pending);
    }
  }

  /** Whether an attempt is being made whose answer is not known. */
  boolean isOnTheWay(String id) {
    return onTheWay.containsKey(id);
  }

  /** Takes an errand out that waits; false where none does. */
  boolean remove(Lane lane, String id) {
    lane.remove(id);
    return waiting.remove(id) != null;
  }

  /** All that is here; what is being tried counts as not tried. */
  List<Pending> open() {
    List<Pending> open = new ArrayList<>(onTheWay.values());
    open.addAll(waiting.values());
    return open;
  }

  int size() {
    return waiting.size() + onTheWay.size();
  }

  private void queue(Lane lane, Pending pending) {
    if (!isWaiting(pending)) {
      return;
    }
    lane.add(pending);
    work(lane);
    if (isWaiting(pending)) {
      long left = policy.deadline(pending.errand()) - clock.millis();
      loop.after(Math.max(0, left), () -> expireIfWaiting(lane, pending));
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
    waiting.remove(pending.id());
    Instant now = clock.instant();
    if (now.toEpochMilli() >= policy.deadline(pending.errand())) {
      desk.expired(lane, pending);
      return;
    }
    onTheWay.put(pending.id(), pending);
    lane.started(now.toEpochMilli());
    var unused =
        send(lane.channel(), desk.letter(pending), now)
            .thenAccept(answer -> loop.execute(() -> answered(lane, pending, now, answer)));
  }

  private static CompletableFuture<Answer> send(Channel channel, Letter letter, Instant now) {
    return channel
        .send(letter, now)
        .exceptionally(failure -> Answer.none(NoAnswer.because(failure)));
  }

  private void answered(Lane lane, Pending pending, Instant startedAt, Answer answer) {
    onTheWay.remove(pending.id());
    lane.ended(answer, clock.millis());
    desk.answered(lane, pending, startedAt, answer);
    work(lane);
  }

  private void expireIfWaiting(Lane lane, Pending pending) {
    if (isWaiting(pending)) {
      remove(lane, pending.id());
      desk.expired(lane, pending);
    }
  }

  // The very one: the errand may be another by now that has the same id.
  @SuppressWarnings("ReferenceEquality")
  private boolean isWaiting(Pending pending) {
    return waiting.get(pending.id()) == pending;
  }
}

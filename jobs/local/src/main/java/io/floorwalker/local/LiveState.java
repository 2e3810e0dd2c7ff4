package io.floorwalker.local;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What the topics have said since the start of the demo. A record that comes again counts once. For
 * one thread.
 */
final class LiveState {

  private static final int REMEMBERED = 200_000;

  private final EventRate rate;
  private final OpenSessions sessions = new OpenSessions();
  private final OpenCarts carts;
  private final Tally signals = new Tally();
  private final Tally detections = new Tally();
  private final Tally channels = new Tally();
  private final Tally gates = new Tally();
  private final Tally outcomes = new Tally();
  private final Latencies delays = new Latencies();
  private final OnPage onPage = new OnPage();
  private final Stories stories;
  private final Recent<Boolean> seen = new Recent<>(REMEMBERED);

  /** A state at the start, with how long an untouched cart stays open. */
  LiveState(Instant start, Duration cartAfter, ZoneId zone) {
    this.rate = new EventRate(start.toEpochMilli());
    this.carts = new OpenCarts(cartAfter);
    this.stories = new Stories(zone);
  }

  /**
   * Takes one record.
   *
   * @param sentAtMillis Kafka's timestamp of the record, wall clock
   * @return the line that tells it, where there is something to tell
   */
  Optional<String> see(SpecificRecordBase entry, long sentAtMillis, Instant now) {
    if (entry instanceof CustomerEvent event) {
      rate.add(now.toEpochMilli());
      sessions.see(event);
      carts.see(event);
      return Optional.empty();
    }
    if (entry instanceof Signal signal && isNew(signal.getSignalId())) {
      signals.add(signal.getKind());
      return Optional.empty();
    }
    if (entry instanceof Detection detection
        && isNew(detection.getDetectionId(), detection.getPhase(), detection.getVersion())) {
      return Optional.of(found(detection, now));
    }
    if (entry instanceof Decision decision && isNew(decision.getDecisionId())) {
      decision.getCandidates().stream()
          .filter(PlainWords::doesSomething)
          .filter(candidate -> candidate.getGate() != null)
          .forEach(candidate -> gates.add(String.valueOf(candidate.getGate())));
      return stories.decided(decision, now);
    }
    if (entry instanceof Action action && isNew(action.getActionId(), action.getVersion())) {
      return Optional.of(acted(action, sentAtMillis, now));
    }
    if (entry instanceof Outcome outcome && isNew(outcome.getOutcomeId())) {
      outcomes.add(PlainWords.spelled(outcome.getKind().name()));
      return stories.cameOf(outcome, onPage.shown(outcome), now);
    }
    return Optional.empty();
  }

  LiveSnapshot.Flow flow(Instant now) {
    return new LiveSnapshot.Flow(
        rate.perSecond(now.toEpochMilli()), rate.total(), sessions.count(), carts.count());
  }

  LiveSnapshot.Found found() {
    return new LiveSnapshot.Found(signals.counts(), detections.counts());
  }

  /** With the figures that no topic tells: what the receiver saw, and rows by table. */
  LiveSnapshot.Done done(Map<String, Long> received, Map<String, Long> rows) {
    Map<String, Long> deliveries =
        new TreeMap<>(Map.of("delivered", 0L, "failed", 0L, "expired", 0L));
    deliveries.putAll(outcomes.counts());
    deliveries.putAll(received);
    return new LiveSnapshot.Done(
        channels.counts(),
        gates.counts(),
        new LiveSnapshot.Delays(delays.summary(), onPage.summary()),
        deliveries,
        rows);
  }

  List<String> happenings() {
    return stories.newest(LiveView.HAPPENINGS);
  }

  private String found(Detection detection, Instant now) {
    detections.add(PlainWords.tallied(detection));
    return stories.found(detection, now);
  }

  private String acted(Action action, long sentAtMillis, Instant now) {
    Optional<Long> delay = delay(action, sentAtMillis);
    if (action.getVersion() == 1) {
      channels.add(action.getChannel() == null ? "no channel" : action.getChannel());
      delay.ifPresent(delays::add);
      onPage.planned(action);
    }
    return stories.acted(action, delay, now);
  }

  // From when it could be done: the last evidence had arrived, and it was time. What is planned
  // ahead has none.
  private static Optional<Long> delay(Action action, long sentAtMillis) {
    Instant evidence = action.getEvidenceReceivedAt();
    long possible =
        Math.max(
            evidence == null ? 0 : evidence.toEpochMilli(), action.getScheduledAt().toEpochMilli());
    return Optional.of(sentAtMillis - possible).filter(delay -> delay >= 0);
  }

  private boolean isNew(Object... identity) {
    return seen.put(List.of(identity).toString(), true) == null;
  }
}

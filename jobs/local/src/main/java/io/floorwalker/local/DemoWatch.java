package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import io.floorwalker.schema.Detection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Follows the topics of the demo: into the state, the truths, and line by line into the view. */
final class DemoWatch {

  /** From the event to what came of it. */
  static final List<String> TOPICS =
      List.of(
          Topics.EVENTS,
          Topics.SIGNALS,
          Topics.DETECTIONS,
          Topics.DECISIONS,
          Topics.ACTIONS,
          Topics.OUTCOMES);

  private static final Duration POLL = Duration.ofMillis(200);

  private final RecordReader reader;
  private final LiveState state;
  private final Truths truths;
  private final DemoView view;
  private final Clock clock;

  DemoWatch(RecordReader reader, LiveState state, Truths truths, DemoView view, Clock clock) {
    this.reader = reader;
    this.state = state;
    this.truths = truths;
    this.view = view;
    this.clock = clock;
  }

  /** Takes what came, waiting for a moment at most. */
  void follow() {
    reader.follow(POLL, this::take);
  }

  Truths truths() {
    return truths;
  }

  Instant now() {
    return clock.instant();
  }

  private void take(SpecificRecordBase entry, long sentAtMillis) {
    if (entry instanceof Detection detection) {
      truths.find(detection);
    }
    state.see(entry, sentAtMillis, clock.instant()).ifPresent(view::happened);
  }
}

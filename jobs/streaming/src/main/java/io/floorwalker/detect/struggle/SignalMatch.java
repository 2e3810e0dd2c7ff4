package io.floorwalker.detect.struggle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A match of any pattern of struggle, read as the events that are its evidence, in order. A silence
 * is none: it only says when and where what is missing was missed.
 */
record SignalMatch(List<SessionEvent> events, @Nullable SessionEvent silence) {

  static SignalMatch of(Map<String, List<SessionEvent>> stages) {
    List<SessionEvent> matched = stages.values().stream().flatMap(List::stream).toList();
    return new SignalMatch(
        matched.stream()
            .filter(event -> !Silence.is(event))
            .sorted(Comparator.comparingLong(SessionEvent::position))
            .toList(),
        matched.stream().filter(Silence::is).findFirst().orElse(null));
  }

  SessionEvent first() {
    return events.get(0);
  }

  /** The last evidence, as it stood when the match was complete. */
  SessionEvent last() {
    SessionEvent last = events.get(events.size() - 1);
    return silence == null ? last : last.unanswered(silence);
  }

  List<String> evidence() {
    return events.stream().map(SessionEvent::eventId).toList();
  }
}

package io.floorwalker.detect.struggle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A match of any pattern of struggle, read as the events that are its evidence, in order. */
record SignalMatch(List<SessionEvent> events) {

  static SignalMatch of(Map<String, List<SessionEvent>> stages) {
    return new SignalMatch(
        stages.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(SessionEvent::position))
            .toList());
  }

  SessionEvent first() {
    return events.get(0);
  }

  SessionEvent last() {
    return events.get(events.size() - 1);
  }

  List<String> evidence() {
    return events.stream().map(SessionEvent::eventId).toList();
  }
}

package io.floorwalker.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Puts the picture of the demo together: what topics, receiver and tables say. */
final class DemoFigures {

  private final LiveState state;
  private final Arrivals arrivals;
  private final Supplier<Map<String, Long>> tables;
  private final Map<String, Long> rowsBefore;
  private final Map<String, Long> rows = new TreeMap<>();
  private final Places places;

  /** Figures since now: what the tables hold at this moment is not counted. */
  DemoFigures(
      LiveState state, Arrivals arrivals, Supplier<Map<String, Long>> tables, Places places) {
    this.state = state;
    this.arrivals = arrivals;
    this.tables = tables;
    this.rowsBefore = tables.get();
    this.places = places;
  }

  /** Asks the catalog, which takes a moment; the picture shows the last answer. */
  void countRows() {
    tables
        .get()
        .forEach(
            (table, count) -> {
              long added = count - rowsBefore.getOrDefault(table, 0L);
              if (added > 0) {
                rows.put(table, added);
              }
            });
  }

  LiveSnapshot snapshot(Instant now) {
    return new LiveSnapshot(
        new LiveSnapshot.Run(
            Duration.between(places.start(), now), places.addresses(), places.shortened()),
        state.flow(now),
        state.found(),
        state.done(arrivals.counts(), new TreeMap<>(rows)),
        state.happenings());
  }

  /** What does not change while the demo runs. */
  record Places(Instant start, String addresses, String shortened) {}
}

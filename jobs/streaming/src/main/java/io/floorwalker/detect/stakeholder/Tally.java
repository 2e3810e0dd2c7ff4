package io.floorwalker.detect.stakeholder;

import io.floorwalker.source.RosterChange;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * The counters of the watch: what was opened by kind, what was closed or taken back, what was left
 * out.
 */
final class Tally {
  private final Map<String, Counter> opened;
  private final Counter closed;
  private final Counter retracted;
  private final Counter late;
  private final Counter lateRows;
  private final Counter outdated;
  private final Counter unknownZones;
  private final Counter repeated;
  private final Counter used;

  Tally(MetricGroup metrics) {
    opened =
        Map.of(
            Silence.STALE, metrics.counter(Silence.STALE),
            Silence.NEVER_ACTIVE, metrics.counter(Silence.NEVER_ACTIVE),
            Finding.RETURNED, metrics.counter(Finding.RETURNED));
    closed = metrics.counter("closed");
    retracted = metrics.counter("retracted");
    late = metrics.counter("late");
    lateRows = metrics.counter("late_rows");
    outdated = metrics.counter("outdated_rows");
    unknownZones = metrics.counter("unknown_time_zones");
    repeated = metrics.counter("repeated");
    used = metrics.counter("used");
  }

  void found(Finding finding) {
    Counter counter =
        switch (finding.phase()) {
          case CLOSED -> closed;
          case RETRACTED -> retracted;
          case OPENED, UNKNOWN -> opened.get(finding.kind());
        };
    if (counter == null) {
      throw new IllegalArgumentException("no counter for " + finding.kind());
    }
    counter.inc();
  }

  void late(Watched input) {
    (input.activity() != null ? late : lateRows).inc();
  }

  void row(RosterChange change, boolean isOutdated) {
    (isOutdated ? outdated : used).inc();
    if (change.row() != null && RosterRow.hasUnknownZone(change.row())) {
      unknownZones.inc();
    }
  }

  /** An activity in its turn. */
  void used() {
    used.inc();
  }

  void repeated() {
    repeated.inc();
  }
}

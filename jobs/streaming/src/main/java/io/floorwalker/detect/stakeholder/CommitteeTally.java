package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The counters of the committees: what was opened by kind, and what was closed. */
final class CommitteeTally {
  private final Map<String, Counter> opened;
  private final Counter closed;

  CommitteeTally(MetricGroup metrics) {
    opened =
        Stream.concat(
                Stream.of(Alarms.SINGLE_THREADED, Alarms.COVERAGE_LOW, Alarms.USAGE_DROP),
                Alarms.DARK.values().stream())
            .collect(Collectors.toMap(kind -> kind, kind -> metrics.counter(kind)));
    closed = metrics.counter("closed");
  }

  void found(Detection detection) {
    Counter counter =
        detection.getPhase() == Phase.CLOSED ? closed : opened.get(detection.getKind());
    if (counter == null) {
      throw new IllegalArgumentException("no counter for " + detection.getKind());
    }
    counter.inc();
  }
}

package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Detection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The counters of the committees: what was opened by kind, and what was closed or taken back. */
final class CommitteeTally {
  private final Map<String, Counter> opened;
  private final Counter closed;
  private final Counter retracted;

  CommitteeTally(MetricGroup metrics) {
    opened =
        Stream.concat(
                Stream.of(Alarms.SINGLE_THREADED, Alarms.COVERAGE_LOW, Alarms.USAGE_DROP),
                Alarms.DARK.values().stream())
            .collect(Collectors.toMap(kind -> kind, kind -> metrics.counter(kind)));
    closed = metrics.counter("closed");
    retracted = metrics.counter("retracted");
  }

  void found(Detection detection) {
    Counter counter =
        switch (detection.getPhase()) {
          case CLOSED -> closed;
          case RETRACTED -> retracted;
          case OPENED, UNKNOWN -> opened.get(detection.getKind());
        };
    if (counter == null) {
      throw new IllegalArgumentException("no counter for " + detection.getKind());
    }
    counter.inc();
  }
}

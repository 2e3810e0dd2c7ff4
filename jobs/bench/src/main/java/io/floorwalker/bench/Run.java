package io.floorwalker.bench;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * One contender once over the stream, from its first event to when all was done.
 *
 * @param nanos on the wall clock
 * @param cpuNanos of this JVM, all threads; the broker has its own
 */
record Run(long events, long nanos, long cpuNanos, Map<String, Tally> found) {

  static Run of(JobExecutionResult result) {
    long started = result.<Long>getAccumulatorResult(StartWatch.STARTED);
    long startedCpu = result.<Long>getAccumulatorResult(StartWatch.STARTED_CPU);
    long stopped = result.<Long>getAccumulatorResult(StopWatch.STOPPED);
    long stoppedCpu = result.<Long>getAccumulatorResult(StopWatch.STOPPED_CPU);
    long events = result.<Long>getAccumulatorResult(StartWatch.EVENTS);
    return new Run(events, stopped - started, stoppedCpu - startedCpu, CountFindings.of(result));
  }

  double eventsPerSecond() {
    return events * 1e9 / nanos;
  }

  double cpuMicrosPerEvent() {
    return cpuNanos / 1e3 / events;
  }

  /** Where this is not what the oracle found, of the kinds that the contender looks for. */
  Optional<String> differs(Contender contender, Map<String, Tally> expected) {
    StringJoiner differences = new StringJoiner(", ");
    contender.kinds().stream()
        .sorted()
        .forEach(
            kind -> {
              Tally there = found.getOrDefault(kind, Tally.NONE);
              Tally wanted = expected.getOrDefault(kind, Tally.NONE);
              if (!there.equals(wanted)) {
                differences.add(
                    "%s: %d found, the oracle says %d"
                        .formatted(kind, there.count(), wanted.count()));
              }
            });
    return differences.length() == 0 ? Optional.empty() : Optional.of(differences.toString());
  }
}

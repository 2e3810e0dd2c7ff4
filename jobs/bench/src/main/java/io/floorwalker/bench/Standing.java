package io.floorwalker.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How one contender did.
 *
 * @param out why it has no number
 * @param share of the events a second of the ceiling, round by round
 * @param times the CPU per event of the ceiling, round by round
 */
record Standing(
    Field.Entry entry,
    Optional<String> out,
    Spread eventsPerSecond,
    Spread cpuMicrosPerEvent,
    Spread share,
    Spread times) {

  static Standing of(
      Field.Entry entry, List<Run> runs, List<Run> ceiling, Map<String, Tally> expected) {
    Optional<String> out =
        runs.stream().flatMap(run -> run.differs(entry.contender(), expected).stream()).findFirst();
    return new Standing(
        entry,
        out,
        Spread.of(runs.stream().map(Run::eventsPerSecond).toList()),
        Spread.of(runs.stream().map(Run::cpuMicrosPerEvent).toList()),
        Spread.of(
            IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).eventsPerSecond() / ceiling.get(i).eventsPerSecond())
                .toList()),
        Spread.of(
            IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).cpuMicrosPerEvent() / ceiling.get(i).cpuMicrosPerEvent())
                .toList()));
  }
}

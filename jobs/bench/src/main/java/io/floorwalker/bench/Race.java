package io.floorwalker.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All contenders in turn, round after round, so that what else the machine does hits all alike. The
 * first round warms up and does not count; each round begins with another contender.
 */
final class Race {
  private final Track track;
  private final Inlet inlet;
  private final PrintWriter progress;
  private final Map<Field.Entry, List<Run>> runs = new HashMap<>();

  Race(Track track, Inlet inlet, PrintWriter progress) {
    this.track = track;
    this.inlet = inlet;
    this.progress = progress;
  }

  /** How each did, in the order of the field. */
  List<Standing> of(Field field, int rounds) throws Exception {
    List<Field.Entry> entries = field.entries();
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < entries.size(); i++) {
        Field.Entry entry = entries.get((i + round) % entries.size());
        Run run = track.run(entry.contender(), inlet);
        tell(round, entry, run);
        if (round > 0) {
          runs.computeIfAbsent(entry, unused -> new ArrayList<>()).add(run);
        }
      }
    }
    List<Run> ceiling = runsOf(entries.get(0));
    return entries.stream()
        .map(entry -> Standing.of(entry, runsOf(entry), ceiling, field.expected()))
        .toList();
  }

  private List<Run> runsOf(Field.Entry entry) {
    return runs.getOrDefault(entry, List.of());
  }

  private void tell(int round, Field.Entry entry, Run run) {
    progress.printf(
        "%s  %-18s  %-32s  %,9.0f events/s  %6.2f us CPU%n",
        round == 0 ? "warm-up" : "round " + round,
        entry.set(),
        entry.contender().title(),
        run.eventsPerSecond(),
        run.cpuMicrosPerEvent());
    progress.flush();
  }
}

package io.floorwalker.simulator;

import java.util.List;

/** A sign of trouble that a plot has put into a visit: its kind, time and event ids. */
record Sign(String kind, long atMs, List<String> evidence) {

  static Sign of(String kind, List<Beat> evidence) {
    return new Sign(
        kind,
        evidence.get(evidence.size() - 1).atMs(),
        evidence.stream().map(Beat::eventId).toList());
  }

  /** The sign that nothing of what should have come did so in the ms after the beat. */
  static Sign ofSilence(String kind, Beat beat, long ms) {
    return new Sign(kind, beat.atMs() + ms, List.of(beat.eventId()));
  }
}

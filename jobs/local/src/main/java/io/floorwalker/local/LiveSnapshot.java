package io.floorwalker.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Everything that the view of the demo shows, at one moment. */
record LiveSnapshot(Run run, Flow flow, Found found, Done done, List<String> happenings) {

  /** How long the demo goes, and where more can be seen. */
  record Run(Duration elapsed, String addresses, String shortened) {}

  /**
   * What comes in.
   *
   * @param sessions with an event in the last {@link OpenSessions#ACTIVE}
   * @param carts with something in them
   */
  record Flow(double eventsPerSecond, long events, int sessions, int carts) {}

  /** How often each kind of signal and of detection was found. */
  record Found(Map<String, Long> signals, Map<String, Long> detections) {}

  /**
   * What was done about it.
   *
   * @param channels actions by channel
   * @param gates treatments that were not carried out, by the first gate that said no
   * @param deliveries outcomes of actions by kind, and what the receiver saw
   * @param rows committed since the start, by Iceberg table
   */
  record Done(
      Map<String, Long> channels,
      Map<String, Long> gates,
      Delays delays,
      Map<String, Long> deliveries,
      Map<String, Long> rows) {}

  /**
   * How long it took, by the wall clock.
   *
   * @param toAction from when it could be done to the action
   * @param toPage from what happened to the offer that a page shows
   */
  record Delays(Latencies.Summary toAction, Latencies.Summary toPage) {}
}

package io.floorwalker.local;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How long the demo goes and which shoppers come.
 *
 * @param lasts wall clock; zero: until somebody stops it
 * @param sessions visits in all; 0: endless
 * @param pace who comes and how fast they think
 * @param ports of the broker and of the web UI
 * @param page whether there is one, and where
 */
record DemoOptions(Duration lasts, int sessions, Pace pace, ChosenPorts ports, PageOptions page) {

  /** Empty: the usual one. */
  record ChosenPorts(OptionalInt broker, OptionalInt web) {}
}

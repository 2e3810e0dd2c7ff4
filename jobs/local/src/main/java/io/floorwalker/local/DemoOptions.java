package io.floorwalker.local;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How long the demo goes and which shoppers come.
 *
 * @param lasts wall clock; zero: until somebody stops it
 * @param sessions visits in all; 0: endless
 * @param pace who comes and how fast they think
 * @param port of the Kafka broker
 * @param webPort of the web UI
 */
record DemoOptions(
    Duration lasts, int sessions, Pace pace, OptionalInt port, OptionalInt webPort) {}

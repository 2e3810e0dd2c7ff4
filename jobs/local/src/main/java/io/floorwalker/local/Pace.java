package io.floorwalker.local;

/** Seed and speed of the shoppers. */
record Pace(long seed, double speed) {}

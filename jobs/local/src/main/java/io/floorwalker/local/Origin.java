package io.floorwalker.local;

/** Where imported events say that they come from, unless a column says it. */
record Origin(String source, String site) {}

package io.floorwalker.simulator;

/** One thing that a script lets its shopper do on a page, in the order of time. */
record Beat(int visit, long atMs, String eventId, String page, Deed deed) {}

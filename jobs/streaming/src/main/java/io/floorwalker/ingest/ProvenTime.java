package io.floorwalker.ingest;

/**
 * A moment before which nothing is on its way any more, to be said in one partition of {@code
 * cx.events}.
 *
 * @param provenAt milliseconds, wall clock of ingest
 */
public record ProvenTime(int partition, long provenAt) {}

package io.floorwalker.ingest;

/**
 * A moment before which nothing is on its way any more, to be said in the partition of this number
 * of every topic that has one.
 *
 * @param provenAt milliseconds, wall clock of ingest
 */
public record ProvenTime(int partition, long provenAt) {}

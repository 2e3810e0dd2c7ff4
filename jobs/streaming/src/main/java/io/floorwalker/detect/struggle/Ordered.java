package io.floorwalker.detect.struggle;

/**
 * A session has ordered.
 *
 * @param at effective time, milliseconds
 */
public record Ordered(String session, String site, long at) {}

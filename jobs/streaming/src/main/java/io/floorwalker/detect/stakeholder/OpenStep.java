package io.floorwalker.detect.stakeholder;

/**
 * A step of the present silence that was said and not closed.
 *
 * @param step from 1
 * @param dueAt milliseconds
 */
public record OpenStep(int step, long dueAt) {}

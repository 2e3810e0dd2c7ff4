package io.floorwalker.detect.abandonment;

/**
 * The wish to buy, from its first activity to an order, an empty cart, or its one detection.
 *
 * @param openedAt time of the first activity, milliseconds
 * @param lastAt time of the last activity, milliseconds
 * @param pending the last activity was a payment that is on its way: no clock runs
 */
public record Intent(Stage stage, long openedAt, long lastAt, boolean pending) {}

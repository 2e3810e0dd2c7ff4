package io.floorwalker.detect.abandonment;

/**
 * The wish to buy, from its first activity to an order, an empty cart, or its one detection.
 *
 * @param openedAt time of the first activity, milliseconds
 * @param lastAt time of the last activity, milliseconds
 */
public record Intent(Stage stage, long openedAt, long lastAt) {}

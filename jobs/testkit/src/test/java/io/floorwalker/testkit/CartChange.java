package io.floorwalker.testkit;

import java.util.List;

/**
 * The cart of a customer behind one activity, or an order. Public, as Flink's serializers want it.
 */
public record CartChange(
    String customer, String eventId, long at, boolean ordered, List<String> lines) {}

package io.floorwalker.source;

import io.floorwalker.schema.CustomerEvent;

/**
 * An event with its position in the topic that it was read from; {@code appendedAt} in
 * milliseconds.
 */
public record Received(CustomerEvent event, int partition, long offset, long appendedAt) {}

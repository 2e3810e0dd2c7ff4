package io.floorwalker.simulator;

import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * One record for {@code cx.raw.canonical} and the moment to send it.
 *
 * @param sendAtMs UTC ms; never before the event occurred, except {@link Fate#FAR_FUTURE}
 * @param key session id, UTF-8
 * @param value Avro single-object bytes of the event, or broken bytes
 * @param fate what happened to the record on its way
 * @param event the event in the value; null when the value is broken
 */
@SuppressWarnings("ArrayRecordComponent") // goes to a producer as it is; nobody compares emissions
public record Emission(
    long sendAtMs, byte[] key, byte[] value, Fate fate, @Nullable CustomerEvent event) {}

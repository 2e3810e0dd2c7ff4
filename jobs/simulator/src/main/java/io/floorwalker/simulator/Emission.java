package io.floorwalker.simulator;

import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * One record and the moment to send it; publish it with that moment as its time, so that a removal
 * from the roster has one.
 *
 * @param topic {@code cx.raw.canonical}, or {@code cx.accounts} for a row of the roster
 * @param sendAtMs UTC ms; never before the event occurred, except {@link Fate#FAR_FUTURE}
 * @param key UTF-8: session id, else user id; of a row {@code account|contact}
 * @param value Avro single-object bytes of the event or of the row, or broken bytes; null removes a
 *     contact from the roster
 * @param fate what happened to the record on its way
 * @param event the event in the value; null when the value is broken or of the roster
 */
@SuppressWarnings("ArrayRecordComponent") // goes to a producer as it is; nobody compares emissions
public record Emission(
    String topic,
    long sendAtMs,
    byte[] key,
    byte @Nullable [] value,
    Fate fate,
    @Nullable CustomerEvent event) {}

package io.floorwalker.detect;

import io.floorwalker.contract.Topics;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.time.Instant;

/** Writes down an event that came behind the watermark. */
public final class LateEvents {

  private LateEvents() {}

  /** The record of an event that was late for this job by the watermark, milliseconds. */
  public static LateEvent of(Received received, long watermark, String job) {
    CustomerEvent event = received.event();
    long behind = watermark - event.getOccurredAt().toEpochMilli();
    return LateEvent.newBuilder()
        .setTopic(Topics.EVENTS)
        .setPartition(received.partition())
        .setOffset(received.offset())
        .setReceivedAt(Instant.ofEpochMilli(received.appendedAt()))
        .setJob(job)
        .setClass$("late")
        .setReason("%d ms behind the watermark".formatted(behind))
        .setRecordKey(event.getSessionId() == null ? event.getCustomerKey() : event.getSessionId())
        .setBehindMs(behind)
        .setEvent(event)
        .build();
  }
}

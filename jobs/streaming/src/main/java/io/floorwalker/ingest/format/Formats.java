package io.floorwalker.ingest.format;

import io.floorwalker.contract.Topics;
import io.floorwalker.source.AvroFormat;
import io.floorwalker.source.EventFormat;

/** What each raw topic is written in. */
public final class Formats {

  private Formats() {}

  /** The format of a raw topic. */
  public static EventFormat of(String rawTopic) {
    return switch (rawTopic) {
      case Topics.RAW_CANONICAL -> new AvroFormat();
      case Topics.RAW_SEGMENT -> new SegmentFormat();
      case Topics.RAW_GA4 -> new Ga4Format();
      case Topics.RAW_SNOWPLOW -> new SnowplowFormat();
      default -> throw new IllegalArgumentException("no format for " + rawTopic);
    };
  }

  /** That of the published data set of Otto's shop, which is only imported. */
  public static EventFormat otto() {
    return new OttoFormat();
  }
}

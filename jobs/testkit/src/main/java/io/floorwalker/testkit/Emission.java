package io.floorwalker.testkit;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamElement;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** A record or a watermark that left an operator; a record of a side output has a tag. */
record Emission(@Nullable OutputTag<?> tag, StreamElement element) {

  static Emission watermark(Watermark watermark) {
    return new Emission(null, watermark);
  }

  boolean isWatermark() {
    return element.isWatermark();
  }

  Watermark asWatermark() {
    return element.asWatermark();
  }

  StreamRecord<Object> asRecord() {
    return element.asRecord();
  }
}

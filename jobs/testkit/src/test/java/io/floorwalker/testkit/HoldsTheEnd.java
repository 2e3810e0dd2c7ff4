package io.floorwalker.testkit;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * An operator of its own that lets no final watermark through, and says when its input has ended.
 */
final class HoldsTheEnd extends AbstractStreamOperator<String>
    implements OneInputStreamOperator<String, String>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(StreamRecord<String> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    if (!watermark.equals(Watermark.MAX_WATERMARK)) {
      super.processWatermark(watermark);
    }
  }

  @Override
  public void endInput() {
    output.collect(new StreamRecord<>("ended"));
  }
}

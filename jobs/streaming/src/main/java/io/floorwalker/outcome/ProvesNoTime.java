package io.floorwalker.outcome;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes on what says nothing about time, so that what is behind it waits for its other inputs
 * alone. Where one of them is ahead, a record may come behind the watermark.
 */
final class ProvesNoTime<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 1L;

  /** As late as time can be without having ended. */
  private static final Watermark NEVER_WAITED_FOR = new Watermark(Long.MAX_VALUE - 1);

  private ProvesNoTime() {}

  static <T> DataStream<T> attach(DataStream<T> records, String uid) {
    return records
        .transform("proves no time", records.getType(), new ProvesNoTime<>())
        .uid(uid)
        .setParallelism(records.getParallelism());
  }

  @Override
  public void open() throws Exception {
    super.open();
    output.emitWatermark(NEVER_WAITED_FOR);
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) {
    // What stands before it has no event time; its end is not the end of time either.
  }
}

package io.floorwalker.source;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The one place that decides what a source's final watermark means. When a source ends, Flink
 * declares that all of time has passed; a live job that is drained would then find every open cart
 * abandoned.
 */
public final class EndOfTime<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 1L;

  /** What becomes of everything that would come due after the last event. */
  public enum Policy {
    /** It fires: the history is finished. */
    FIRE,
    /** It is held back: the history goes on elsewhere. */
    HOLD
  }

  private final Policy policy;

  EndOfTime(Policy policy) {
    this.policy = policy;
  }

  /** Attaches behind a source. */
  static <T> SingleOutputStreamOperator<T> attach(DataStream<T> source, Policy policy, String uid) {
    return source
        .transform("end of time", source.getType(), new EndOfTime<>(policy))
        .uid(uid)
        .setParallelism(source.getParallelism());
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp() && policy == Policy.HOLD) {
      return;
    }
    super.processWatermark(mark);
  }
}

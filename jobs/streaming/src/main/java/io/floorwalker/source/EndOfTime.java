package io.floorwalker.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what a source's final watermark means, and that time does not begin
 * anew. When a source ends, Flink declares that all of time has passed; a live job that is drained
 * would then find every open cart abandoned. When a job is restored, Flink knows no time at all; an
 * event that was late would then pass as one in time, behind what was said without it.
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
  private transient long reached = Long.MIN_VALUE;
  private transient boolean untold;
  private transient @Nullable ListState<Long> kept;

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
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    kept =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("reached", Types.LONG));
    // All that is behind the source has been told the lowest, if every subtask has told any.
    reached =
        StreamSupport.stream(kept.get().spliterator(), false)
            .min(Comparator.naturalOrder())
            .orElse(Long.MIN_VALUE);
    untold = reached > Long.MIN_VALUE;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (kept != null) {
      kept.update(List.of(reached));
    }
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    tell();
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    tell();
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp() && policy == Policy.HOLD) {
      return;
    }
    if (mark.getTimestamp() > reached) {
      reached = mark.getTimestamp();
      super.processWatermark(mark);
    }
  }

  /** Before anything else: how far time had come before the restore. */
  private void tell() {
    if (untold) {
      untold = false;
      output.emitWatermark(new Watermark(reached));
    }
  }
}

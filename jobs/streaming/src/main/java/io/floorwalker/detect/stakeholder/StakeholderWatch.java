package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.LateEvents;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.StakeholderActivity;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Watches every contact in event time. Inputs wait until the watermark has passed them; a late
 * activity goes to the side, a late row of the roster applies at once: it says what holds now.
 */
public final class StakeholderWatch extends KeyedProcessFunction<String, Watched, Detection>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late events") {};
  public static final OutputTag<StakeholderActivity> ACTIVITY =
      new OutputTag<>("stakeholder activity") {};

  private final String job;
  private final Patience patience;
  private final Start start;
  private transient @Nullable InputBuffer buffer;
  private transient @Nullable ContactMemory memory;
  private transient @Nullable StakeholderRecords records;
  private transient @Nullable Tally tally;

  StakeholderWatch(String job, Patience patience, Start start) {
    this.job = job;
    this.patience = patience;
    this.start = start;
  }

  /** Attaches the watch; the job's name stands in its records. */
  static SingleOutputStreamOperator<Detection> attach(
      KeyedStream<Watched, String> contacts, String job, Patience patience, Start start) {
    return contacts
        .process(new StakeholderWatch(job, patience, start))
        .name("stakeholder watch")
        .uid("stakeholder-watch-v1");
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    start.restore(context.getOperatorStateStore());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    start.save();
  }

  @Override
  public void open(OpenContext context) {
    buffer = InputBuffer.open(getRuntimeContext());
    memory = ContactMemory.open(getRuntimeContext(), buffer, patience);
    records = new StakeholderRecords(job, patience, start.plus(patience.first()));
    tally = new Tally(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Watched input, Context context, Collector<Detection> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    if (input.at() > watermark) {
      if (!opened(buffer).add(input, context.timerService())) {
        opened(tally).repeated();
      }
      return;
    }
    opened(tally).late(input);
    Received activity = input.activity();
    if (activity != null) {
      context.output(LATE, LateEvents.of(activity, watermark, job));
    } else {
      Turn turn = on(Turn.to(recall(input)), input);
      emit(turn.then(contact -> contact.due(watermark, patience)), context, out);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    opened(memory).onTimer(timestamp);
    Contact known = opened(memory).recall();
    @Nullable Turn turn =
        known == null ? null : Turn.to(known).then(c -> c.due(timestamp, patience));
    for (Watched input : opened(buffer).take(timestamp)) {
      turn = on(turn == null ? Turn.to(Contact.unknown(input.contact())) : turn, input);
    }
    if (turn != null) {
      emit(turn, context, out);
    }
  }

  private Contact recall(Watched input) throws Exception {
    Contact known = opened(memory).recall();
    return known == null ? Contact.unknown(input.contact()) : known;
  }

  private Turn on(Turn turn, Watched input) {
    if (input.change() != null && turn.contact().isOutdated(input.change())) {
      opened(tally).outdated();
    }
    return turn.then(contact -> input.on(contact, patience));
  }

  private void emit(Turn turn, Context context, Collector<Detection> out) throws Exception {
    for (Finding finding : turn.findings()) {
      opened(tally).found(finding);
      out.collect(opened(records).detection(finding));
    }
    for (Turn.Report report : turn.reports()) {
      context.output(ACTIVITY, opened(records).activity(report));
    }
    opened(memory).keep(turn.contact(), context.timerService());
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

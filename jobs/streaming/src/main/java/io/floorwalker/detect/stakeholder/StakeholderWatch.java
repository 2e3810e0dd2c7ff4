package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.LateEvents;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.StakeholderActivity;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
public final class StakeholderWatch extends KeyedProcessFunction<String, Watched, Notice>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late events") {};
  public static final OutputTag<StakeholderActivity> ACTIVITY =
      new OutputTag<>("stakeholder activity") {};
  static final OutputTag<Member> MEMBERS = new OutputTag<>("members") {};

  private final Stamp stamp;
  private final Patience patience;
  private final Start start;
  private transient @Nullable InputBuffer buffer;
  private transient @Nullable ContactMemory memory;
  private transient @Nullable StakeholderRecords records;
  private transient @Nullable Tally tally;

  StakeholderWatch(Stamp stamp, Patience patience, Start start) {
    this.stamp = stamp;
    this.patience = patience;
    this.start = start;
  }

  /** Attaches the watch; the stamp stands in its records. */
  static SingleOutputStreamOperator<Notice> attach(
      KeyedStream<Watched, String> contacts, Stamp stamp, Patience patience, Start start) {
    return contacts
        .process(new StakeholderWatch(stamp, patience, start))
        .returns(TypeInformation.of(Notice.class))
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
    records = new StakeholderRecords(stamp, patience, start.at());
    tally = new Tally(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Watched input, Context context, Collector<Notice> out)
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
      context.output(LATE, LateEvents.of(activity, watermark, stamp.job()));
    } else {
      Contact known = recall(input);
      Turn turn = on(Turn.to(known), input).then(contact -> contact.due(watermark, patience));
      emit(new MemberNews(known, turn, patience), watermark, context, out);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Notice> out)
      throws Exception {
    opened(memory).onTimer(timestamp);
    List<Watched> inputs = opened(buffer).take(timestamp);
    Contact known = opened(memory).recall();
    if (known == null && inputs.isEmpty()) {
      return;
    }
    Contact before = known == null ? Contact.unknown(inputs.get(0).contact()) : known;
    Turn turn = before.due(timestamp, patience);
    for (Watched input : inputs) {
      turn = on(turn, input);
    }
    emit(new MemberNews(before, turn, patience), timestamp, context, out);
  }

  private Contact recall(Watched input) throws Exception {
    Contact known = opened(memory).recall();
    return known == null ? Contact.unknown(input.contact()) : known;
  }

  private Turn on(Turn turn, Watched input) {
    RosterChange change = input.change();
    if (change == null) {
      opened(tally).used();
    } else {
      opened(tally).row(change, turn.contact().isOutdated(change));
    }
    return turn.then(contact -> input.on(contact, patience));
  }

  private void emit(MemberNews news, long at, Context context, Collector<Notice> out)
      throws Exception {
    Turn turn = news.turn();
    for (Finding finding : turn.findings()) {
      opened(tally).found(finding);
      out.collect(opened(records).notice(finding));
    }
    news.at(at, opened(records)).ifPresent(member -> context.output(MEMBERS, member));
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

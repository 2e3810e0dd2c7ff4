package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.detect.LateEvents;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.StakeholderActivity;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Watches every contact in event time. Inputs wait until the watermark has passed them. A late row
 * of the roster applies at once: it says what holds now. A late activity goes to the side, and
 * takes back what it would have prevented.
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
  private final Duration horizon;
  private transient @Nullable InputBuffer buffer;
  private transient @Nullable Hindsight hindsight;
  private transient @Nullable ContactMemory memory;
  private transient @Nullable StakeholderRecords records;
  private transient @Nullable Tally tally;

  StakeholderWatch(Stamp stamp, Patience patience, Start start, Duration horizon) {
    this.stamp = stamp;
    this.patience = patience;
    this.start = start;
    this.horizon = horizon;
  }

  /** Attaches the watch; the stamp stands in its records. */
  static SingleOutputStreamOperator<Notice> attach(
      KeyedStream<Watched, String> contacts, Stamp stamp, Start start, Settings settings) {
    Duration horizon = settings.duration(Keys.CORRECTION_HORIZON);
    return contacts
        .process(new StakeholderWatch(stamp, Patience.from(settings), start, horizon))
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
    hindsight = Hindsight.open(getRuntimeContext(), buffer, patience, horizon);
    memory = ContactMemory.open(getRuntimeContext(), hindsight, patience);
    records = new StakeholderRecords(stamp, patience, start.at());
    tally = new Tally(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Watched input, Context context, Collector<Notice> out)
      throws Exception {
    if (input.at() <= context.timerService().currentWatermark()) {
      hearLate(input, context, out);
    } else if (!opened(buffer).add(input, context.timerService())) {
      opened(tally).repeated();
    }
  }

  private void hearLate(Watched input, Context context, Collector<Notice> out) throws Exception {
    long watermark = context.timerService().currentWatermark();
    @Nullable Contact recalled = opened(memory).recall();
    Contact known = recalled == null ? Contact.unknown(input.contact()) : recalled;
    Received activity = input.activity();
    if (activity == null) {
      opened(tally).late(input);
      opened(hindsight).appliesLate(input, known, context.timerService());
      Turn turn = on(Turn.to(known), input).then(contact -> contact.due(watermark, patience));
      emit(new MemberNews(known, turn, patience), watermark, context, out);
      return;
    }
    if (opened(hindsight).reaches(input, watermark)) {
      Optional<Correction> correction = opened(hindsight).put(input, known, context.timerService());
      if (correction.isEmpty()) {
        opened(tally).repeated();
        return;
      }
      Turn turn = correction.get().news(known, patience);
      emit(new MemberNews(known, turn, patience), watermark, context, out);
    }
    opened(tally).late(input);
    context.output(LATE, LateEvents.of(activity, watermark, stamp.job()));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Notice> out)
      throws Exception {
    opened(memory).onTimer(timestamp);
    Contact known = opened(memory).recall();
    opened(hindsight).onTimer(timestamp, known, context.timerService());
    List<Watched> inputs = opened(hindsight).take(timestamp);
    if (known == null && inputs.isEmpty()) {
      return;
    }
    Contact before = known == null ? Contact.unknown(inputs.get(0).contact()) : known;
    Turn turn = before.due(timestamp, patience);
    for (Watched input : inputs) {
      turn = on(turn, input);
    }
    if (!inputs.isEmpty() || !turn.contact().equals(before)) {
      opened(hindsight).changed(before, timestamp, context.timerService());
    }
    emit(new MemberNews(before, turn, patience), timestamp, context, out);
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
      out.collect(opened(records).notice(finding, opened(hindsight).version(finding)));
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

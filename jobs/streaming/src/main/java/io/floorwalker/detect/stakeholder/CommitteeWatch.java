package io.floorwalker.detect.stakeholder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Watches the contacts of every account together, in event time. News waits until the watermark has
 * passed it; what comes late counts from the moment at which the account stands.
 */
final class CommitteeWatch extends KeyedProcessFunction<String, Member, Notice>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final Stamp stamp;
  private final CommitteeRules rules;
  private final Start start;
  private transient @Nullable ValueState<Roll> rolls;
  private transient @Nullable MapState<Long, List<Member>> waiting;
  private transient @Nullable CommitteeRecords records;
  private transient @Nullable CommitteeTally tally;

  private CommitteeWatch(Stamp stamp, CommitteeRules rules, Start start) {
    this.stamp = stamp;
    this.rules = rules;
    this.start = start;
  }

  /** Attaches the watch; the job's name stands in its records. */
  static SingleOutputStreamOperator<Notice> attach(
      KeyedStream<Member, String> accounts, Stamp stamp, CommitteeRules rules, Start start) {
    return accounts
        .process(new CommitteeWatch(stamp, rules, start))
        .returns(TypeInformation.of(Notice.class))
        .name("committee watch")
        .uid("committee-watch-v1");
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
    rolls =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("roll", TypeInformation.of(Roll.class)));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(TypeInformation.of(Member.class))));
    records = new CommitteeRecords(stamp, start.at());
    tally = new CommitteeTally(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Member member, Context context, Collector<Notice> out)
      throws Exception {
    if (member.at() <= context.timerService().currentWatermark()) {
      Committee committee = committee(context.getCurrentKey());
      committee.passTo(member.at());
      committee.hear(List.of(member));
      keep(committee, context, out);
      return;
    }
    List<Member> moment = opened(waiting).get(member.at());
    List<Member> members = moment == null ? new ArrayList<>(1) : moment;
    members.add(member);
    opened(waiting).put(member.at(), members);
    context.timerService().registerEventTimeTimer(member.at());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Notice> out)
      throws Exception {
    Committee committee = committee(context.getCurrentKey());
    committee.passTo(timestamp);
    List<Member> moment = opened(waiting).get(timestamp);
    if (moment != null) {
      opened(waiting).remove(timestamp);
      moment.sort(Comparator.comparing(Member::contact)); // of one contact: as it came
      committee.hear(moment);
    }
    keep(committee, context, out);
  }

  private Committee committee(String account) throws Exception {
    Roll roll = opened(rolls).value();
    return new Committee(account, roll == null ? Roll.EMPTY : roll, rules, opened(records));
  }

  private void keep(Committee committee, Context context, Collector<Notice> out) throws Exception {
    for (Notice notice : committee.takeSaid()) {
      opened(tally).found(notice.found());
      out.collect(notice);
    }
    Roll roll = committee.roll();
    if (roll.isEmpty()) {
      opened(rolls).clear();
      return;
    }
    opened(rolls).update(roll);
    long due = committee.nextDue();
    if (due != Contact.NEVER) {
      context.timerService().registerEventTimeTimer(due);
    }
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

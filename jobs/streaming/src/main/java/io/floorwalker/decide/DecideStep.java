package io.floorwalker.decide;

import io.floorwalker.decisions.CustomerContext;
import io.floorwalker.decisions.Exposure;
import io.floorwalker.decisions.Verdict;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
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
 * Decides about each detection once, in the order in which they come, with what is known about the
 * person at that moment. Actions go to the side, and again where nobody has to carry them out any
 * more; whom it exposed to a treatment, or held out, goes to another. What was written since the
 * checkpoint, or ever where the state is empty, is adopted as it stands, instead of being decided
 * anew.
 */
public final class DecideStep extends KeyedProcessFunction<String, Heard, Decision>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<Action> ACTIONS = new OutputTag<>("actions") {};
  public static final OutputTag<Exposure> EXPOSURES = new OutputTag<>("exposures") {};

  private final Deciding deciding;
  private transient @Nullable ListState<Long> checkpoint;
  private transient @Nullable PersonMemory memory;
  private transient @Nullable DecisionCounters counters;
  private transient @Nullable Adoption adoption;
  private transient @Nullable Long restoredFrom;

  private DecideStep(Deciding deciding) {
    this.deciding = deciding;
  }

  public static SingleOutputStreamOperator<Decision> attach(
      KeyedStream<Heard, String> heard, Deciding deciding) {
    return heard.process(new DecideStep(deciding)).name("decide").uid("decide-v1");
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    checkpoint =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("checkpoint-clock", Types.LONG));
    restoredFrom = null;
    for (long clock : checkpoint.get()) {
      restoredFrom = restoredFrom == null ? clock : Math.min(restoredFrom, clock);
    }
    // Empty state, not an empty topic: the job was killed before its first checkpoint or is started
    // afresh. A replay begins anew on purpose.
    boolean again = getRuntimeContext().getTaskInfo().getAttemptNumber() > 0;
    if (!context.isRestored() && (again || !deciding.replay())) {
      restoredFrom = Adoption.BEFORE_THE_CHECKPOINT.toMillis();
    }
  }

  @Override
  public void open(OpenContext context) {
    memory = PersonMemory.open(getRuntimeContext());
    counters = new DecisionCounters(getRuntimeContext().getMetricGroup());
    adoption =
        restoredFrom == null
            ? Adoption.none()
            : Adoption.since(restoredFrom, deciding.own(), getRuntimeContext().getTaskInfo());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    opened(checkpoint).update(List.of(context.getCheckpointTimestamp()));
  }

  @Override
  public void processElement(Heard heard, Context context, Collector<Decision> out)
      throws Exception {
    PersonMemory person = opened(memory);
    Detection detection = heard.detection();
    if (detection == null) {
      person.hear(heard);
    } else if (person.hasDecided(detection)) {
      opened(counters).count("already_decided");
      withdraw(person.withdraw(detection).stream().toList(), context);
    } else {
      CustomerContext known = person.recall(deciding.defaults(), deciding.replay());
      Verdict verdict = verdict(detection, known);
      if (!verdict.actions().isEmpty()) {
        withdraw(person.supersede(detection), context);
      }
      person.decided(detection, verdict);
      opened(counters).decided(verdict.decision());
      out.collect(verdict.decision());
      verdict.actions().forEach(action -> context.output(ACTIONS, action));
      Exposure.of(detection, verdict).ifPresent(exposed -> context.output(EXPOSURES, exposed));
    }
  }

  private void withdraw(List<Action> over, Context context) {
    for (Action action : over) {
      opened(counters).count("withdrawn_" + action.getReason());
      context.output(ACTIONS, action);
    }
  }

  private Verdict verdict(Detection detection, CustomerContext known) {
    Optional<OwnDecision> own = opened(adoption).take(detection, deciding.replay());
    if (own.isEmpty()) {
      return deciding.decider().decide(detection, known);
    }
    opened(counters).count("adopted");
    return deciding.decider().adopt(detection, known, own.get().decision(), own.get().actions());
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

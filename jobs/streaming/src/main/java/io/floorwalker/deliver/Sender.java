package io.floorwalker.deliver;

import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Runs a dispatch on the task's own thread. Every action that is on its way is in the checkpoint
 * with the number of its attempts, and is tried again after a restore under the same id: at least
 * once. Attempts that were made after the checkpoint are made again under the same number; the rows
 * of the first time are not in the table, because they were committed with no checkpoint.
 *
 * <p>Not Flink's async operator, because that forgets how often it has tried, and because actions
 * that wait for one target would fill its one queue and stop all others.
 */
final class Sender extends AbstractStreamOperator<DeliveryAttempt>
    implements OneInputStreamOperator<Errand, DeliveryAttempt>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** The one key, so that what is through is in keyed state, which forgets by itself. */
  static final String KEY = "all";

  static final OutputTag<Outcome> RECEIPTS = new OutputTag<>("receipts") {};

  private final DeliverySettings settings;
  private final Clock clock;
  private final int capacity;
  private final transient MailboxExecutor mailbox;
  private final transient List<Pending> restored = new ArrayList<>();
  private transient @Nullable ListState<Pending> state;
  private transient @Nullable Remembered remembered;
  private transient @Nullable Dispatch dispatch;
  private transient @Nullable Channels channels;

  /**
   * With {@code capacity} actions on their way no more are taken over until one is through; what
   * waits is on the heap.
   */
  Sender(
      StreamOperatorParameters<DeliveryAttempt> parameters,
      DeliverySettings settings,
      Clock clock,
      int capacity) {
    super(parameters);
    this.settings = settings;
    this.clock = clock;
    this.capacity = capacity;
    this.mailbox = parameters.getMailboxExecutor();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    ListState<Pending> pending =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("pending", TypeInformation.of(Pending.class)));
    pending.get().forEach(restored::add);
    state = pending;
    remembered = Remembered.in(context.getKeyedStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    setCurrentKey(KEY); // What comes from a checkpoint or a target comes without one.
    Channels targets = settings.channels();
    channels = targets;
    Dispatch opened =
        new Dispatch(
            targets.lanes(),
            new RetryPolicy(settings.retries(), new SplittableRandom()),
            clock,
            new TaskLoop(mailbox, getProcessingTimeService()),
            new SenderJournal(output, getMetricGroup(), opened(remembered)));
    getMetricGroup().gauge("pending", opened::size);
    getMetricGroup().gauge("open_circuits", opened::openCircuits);
    dispatch = opened;
    restored.forEach(opened::accept);
    restored.clear();
  }

  @Override
  public void processElement(StreamRecord<Errand> element) throws Exception {
    Dispatch running = opened(dispatch);
    while (running.size() >= capacity) {
      mailbox.yield();
    }
    running.accept(Pending.of(element.getValue()));
  }

  @Override
  public void endInput() throws Exception {
    while (opened(dispatch).size() > 0) {
      mailbox.yield();
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    opened(state).update(opened(dispatch).open());
  }

  @Override
  public void close() throws Exception {
    if (channels != null) {
      channels.close();
    }
    super.close();
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

package io.floorwalker.detect.reopen;

import io.floorwalker.detect.LateEvents;
import io.floorwalker.detect.SortBuffer;
import io.floorwalker.detect.Waiting;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.util.Comparator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Says of each change of an item to whom it may matter: to those who left it not too long ago. It
 * does not know who has come back since. Everything waits for the watermark; at one moment an item
 * is left first and changes then.
 */
public final class ItemWatch extends KeyedProcessFunction<String, ItemNews, ItemTurn> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late item changes") {};

  private final ReopenRules rules;
  private final String job;
  private transient @Nullable SortBuffer changes;
  private transient @Nullable Waiting<LeftItem> leaving;
  private transient @Nullable LeftItems left;
  private transient @Nullable ValueState<Item> known;
  private transient Counter used = new SimpleCounter();
  private transient Counter late = new SimpleCounter();
  private transient Counter repeated = new SimpleCounter();
  private transient Counter cut = new SimpleCounter();

  ItemWatch(ReopenRules rules, String job) {
    this.rules = rules;
    this.job = job;
  }

  static SingleOutputStreamOperator<ItemTurn> attach(
      KeyedStream<ItemNews, String> items, ReopenRules rules, String job) {
    return items.process(new ItemWatch(rules, job)).name("item watch").uid("item-watch-v1");
  }

  @Override
  public void open(OpenContext context) {
    changes = SortBuffer.open(getRuntimeContext(), "changes");
    leaving =
        Waiting.open(getRuntimeContext(), LeftItem.class, Comparator.comparing(LeftItem::key));
    left = LeftItems.open(getRuntimeContext(), rules.customers());
    known =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("item", TypeInformation.of(Item.class)));
    used = getRuntimeContext().getMetricGroup().counter("item_changes");
    late = getRuntimeContext().getMetricGroup().counter("late_item_changes");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated_item_changes");
    cut = getRuntimeContext().getMetricGroup().counter("left_items_cut");
  }

  @Override
  public void processElement(ItemNews news, Context context, Collector<ItemTurn> out)
      throws Exception {
    if (news.change() != null) {
      hear(news.change(), context);
    }
    // What only a correction says was left, the customer may have come back to long ago.
    if (news.left() != null && news.left().from() > context.timerService().currentWatermark()) {
      opened(leaving).add(news.left().from(), news.left(), context.timerService());
    }
  }

  private void hear(Received change, Context context) throws Exception {
    long watermark = context.timerService().currentWatermark();
    if (change.event().getOccurredAt().toEpochMilli() <= watermark) {
      late.inc();
      context.output(LATE, LateEvents.of(change, watermark, job));
    } else if (!opened(changes).add(change.event(), context.timerService())) {
      repeated.inc();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ItemTurn> out)
      throws Exception {
    for (LeftItem item : opened(leaving).take(timestamp)) {
      if (!opened(left).add(item, context.timerService())) {
        cut.inc();
      }
    }
    for (CustomerEvent event : opened(changes).take(timestamp)) {
      used.inc();
      change(event, out);
      context.timerService().registerEventTimeTimer(forgottenAt(timestamp));
    }
    opened(left).onTimer(timestamp);
    @Nullable Item item = opened(known).value();
    if (item != null && timestamp >= forgottenAt(item.changedAt())) {
      opened(known).clear();
    }
  }

  private void change(CustomerEvent event, Collector<ItemTurn> out) throws Exception {
    long at = event.getOccurredAt().toEpochMilli();
    ItemChange change = ItemChange.of(recall(at), event);
    for (LeftItem item : opened(left).at(at)) {
      change
          .turn(item, rules.lowStock())
          .ifPresent(turn -> out.collect(ItemTurn.of(item, turn, event)));
      if (item.price() == null && change.priceBefore() != null) {
        opened(left).put(item.at(change.priceBefore()));
      }
    }
    opened(known).update(change.after());
  }

  private Item recall(long at) throws Exception {
    @Nullable Item item = opened(known).value();
    boolean isKnown = item != null && at < item.changedAt() + rules.kept().toMillis();
    return isKnown ? item : Item.UNKNOWN;
  }

  private long forgottenAt(long changedAt) {
    return LeftItems.endOfHour(changedAt + rules.kept().toMillis());
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

package io.floorwalker.detect.struggle;

import io.floorwalker.config.Tuned;
import io.floorwalker.schema.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the signs of a session, in their order, and opens an episode where they weigh enough.
 * Where the patterns run side by side none knows of the others, and what they found waits until the
 * watermark has passed it; signs that come in order wait for nothing.
 */
public final class StruggleScore extends KeyedProcessFunction<String, Sign, Episode> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<Signal> SIGNALS = new OutputTag<>("signals") {};

  private final Tuned<Struggle.Rules> rules;
  private final StruggleRecords records;
  private final boolean inOrder;
  private transient @Nullable MapState<Long, List<Sign>> waiting;
  private transient @Nullable Remembered<Struggle> struggles;
  private transient Map<SignalKind, Counter> signs = new EnumMap<>(SignalKind.class);
  private transient Counter opened = new SimpleCounter();

  StruggleScore(Tuned<Struggle.Rules> rules, StruggleRecords records, boolean inOrder) {
    this.rules = rules;
    this.records = records;
    this.inOrder = inOrder;
  }

  /**
   * Attaches the score; the signals leave by the side output {@link #SIGNALS}.
   *
   * @param inOrder the signs of a session come in the order in which they are scored
   */
  static SingleOutputStreamOperator<Episode> attach(
      KeyedStream<Sign, String> signs,
      Tuned<Struggle.Rules> rules,
      StruggleRecords records,
      boolean inOrder) {
    return signs
        .process(new StruggleScore(rules, records, inOrder))
        .name("struggle score")
        .uid("struggle-score-v1");
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(TypeInformation.of(Sign.class))));
    struggles = Remembered.open(getRuntimeContext(), "struggle", Struggle.class);
    signs = new EnumMap<>(SignalKind.class);
    for (SignalKind kind : SignalKind.values()) {
      signs.put(kind, getRuntimeContext().getMetricGroup().counter(kind.word()));
    }
    opened = getRuntimeContext().getMetricGroup().counter(StruggleRecords.KIND);
  }

  @Override
  public void processElement(Sign match, Context context, Collector<Episode> out) throws Exception {
    if (inOrder) {
      score(match.at(), List.of(match), context, out);
      return;
    }
    MapState<Long, List<Sign>> moments = ready(waiting);
    List<Sign> moment = moments.get(match.at());
    List<Sign> matches = moment == null ? new ArrayList<>(1) : moment;
    matches.add(match);
    moments.put(match.at(), matches);
    context.timerService().registerEventTimeTimer(match.at());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Episode> out)
      throws Exception {
    List<Sign> matches = ready(waiting).get(timestamp);
    if (matches != null) {
      ready(waiting).remove(timestamp);
      score(timestamp, matches, context, out);
    }
    ready(struggles).onTimer(timestamp, context.timerService());
  }

  private void score(long at, List<Sign> matches, Context context, Collector<Episode> out)
      throws Exception {
    Remembered<Struggle> memory = ready(struggles);
    Struggle known = memory.recall(at);
    Struggle after = score(known == null ? Struggle.NONE : known, matches, context, out);
    memory.keep(after, at, context.timerService());
  }

  private Struggle score(
      Struggle before, List<Sign> matches, Context context, Collector<Episode> out) {
    Struggle struggle = before;
    for (Sign sign : before.signsAmong(matches)) {
      count(sign.kind());
      context.output(SIGNALS, records.signal(sign));
      struggle = struggle.with(sign);
      Score episode = struggle.opensAt(sign, rules.at(sign.last().origin().site()));
      if (episode != null) {
        opened.inc();
        out.collect(Episode.of(sign, records.detection(sign, episode)));
        struggle = struggle.afterEpisodeAt(sign);
      }
    }
    return struggle;
  }

  private void count(SignalKind kind) {
    ready(signs.get(kind)).inc();
  }

  private static <T> T ready(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}

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
 * What the patterns found waits until the watermark has passed it: they run side by side, and none
 * knows of the others.
 */
public final class StruggleScore extends KeyedProcessFunction<String, Sign, Episode> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<Signal> SIGNALS = new OutputTag<>("signals") {};

  private final Tuned<Struggle.Rules> rules;
  private final StruggleRecords records;
  private transient @Nullable MapState<Long, List<Sign>> waiting;
  private transient @Nullable Remembered<Struggle> struggles;
  private transient Map<SignalKind, Counter> signs = new EnumMap<>(SignalKind.class);
  private transient Counter opened = new SimpleCounter();

  StruggleScore(Tuned<Struggle.Rules> rules, StruggleRecords records) {
    this.rules = rules;
    this.records = records;
  }

  /** Attaches the score; the signals leave by the side output {@link #SIGNALS}. */
  static SingleOutputStreamOperator<Episode> attach(
      KeyedStream<Sign, String> signs, Tuned<Struggle.Rules> rules, StruggleRecords records) {
    return signs
        .process(new StruggleScore(rules, records))
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
    Remembered<Struggle> memory = ready(struggles);
    List<Sign> matches = ready(waiting).get(timestamp);
    if (matches != null) {
      ready(waiting).remove(timestamp);
      Struggle known = memory.recall(timestamp);
      Struggle after = score(known == null ? Struggle.NONE : known, matches, context, out);
      memory.keep(after, timestamp, context.timerService());
    }
    memory.onTimer(timestamp, context.timerService());
  }

  private Struggle score(
      Struggle before, List<Sign> matches, OnTimerContext context, Collector<Episode> out) {
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

package io.floorwalker.detect.cep;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Runs several patterns on a keyed stream whose events come in order. What an event completes is
 * said with it, what a silence completes when the watermark has passed its end. One value of state
 * and at most one timer in use for a key, however many patterns there are; a key without begun
 * matches leaves nothing.
 */
final class PatternStep<K, T, R> extends KeyedProcessFunction<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final List<CompiledRule<T, R>> rules;
  private final EventTime<T> time;
  private final TypeSerializer<T> events;
  private transient @Nullable ValueState<PartialMatches<T>> begun;
  private transient @Nullable Matcher<T> matcher;
  private transient Map<String, PatternProcessFunction<T, R>> functions = Map.of();

  PatternStep(List<CompiledRule<T, R>> rules, EventTime<T> time, TypeSerializer<T> events) {
    this.rules = List.copyOf(rules);
    this.time = time;
    this.events = events;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    List<String> names = rules.stream().map(CompiledRule::name).toList();
    begun =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "begun-matches", new PartialMatchesSerializer<>(events, names)));
    Map<String, Automaton<T>> automata = new HashMap<>();
    functions = new HashMap<>();
    for (CompiledRule<T, R> rule : rules) {
      automata.put(rule.name(), rule.automaton());
      functions.put(rule.name(), rule.found());
      for (IterativeCondition<T> condition : rule.automaton().conditions()) {
        open(condition, context);
      }
    }
    for (PatternProcessFunction<T, R> function : told()) {
      open(function, context);
    }
    matcher = new Matcher<>(automata);
  }

  @Override
  public void processElement(T event, Context context, Collector<R> out) throws Exception {
    PartialMatches<T> known = opened(begun).value();
    Matcher<T> now = opened(matcher);
    long at = time.of(event);
    now.start(known == null ? List.of() : known.runs());
    now.passTo(at);
    for (CompiledRule<T, R> rule : rules) {
      if (rule.hears().hears(event)) {
        now.hear(rule.name(), event, at);
      }
    }
    say(now.found(), context, out);
    keep(now, known == null ? PartialMatches.NEVER : known.armedAt(), context.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<R> out) throws Exception {
    PartialMatches<T> known = opened(begun).value();
    if (known == null || known.armedAt() != timestamp) {
      return;
    }
    Matcher<T> now = opened(matcher);
    now.start(known.runs());
    now.passTo(timestamp);
    say(now.found(), context, out);
    keep(now, PartialMatches.NEVER, context.timerService());
  }

  @Override
  public void close() throws Exception {
    for (PatternProcessFunction<T, R> function : told()) {
      function.close();
    }
  }

  /** Each function once: rules may share one, and with it its counters. */
  private Set<PatternProcessFunction<T, R>> told() {
    Set<PatternProcessFunction<T, R>> once = Collections.newSetFromMap(new IdentityHashMap<>());
    rules.forEach(rule -> once.add(rule.found()));
    return once;
  }

  /** The timer is armed lazily: it may fire too early, then it is set anew. */
  private void keep(Matcher<T> now, long armedAt, TimerService timers) throws Exception {
    long due = now.nextDue();
    long armed = armedAt;
    if (due < armed) {
      timers.registerEventTimeTimer(due);
      armed = due;
    }
    if (!now.isChanged() && armed == armedAt) {
      return; // most events mean nothing to any rule
    }
    if (now.runs().isEmpty()) {
      opened(begun).clear();
    } else {
      opened(begun).update(new PartialMatches<>(now.runs(), armed));
    }
  }

  private void say(List<Match<T>> found, Context context, Collector<R> out) throws Exception {
    for (Match<T> match : found) {
      Objects.requireNonNull(functions.get(match.rule()))
          .processMatch(match.stages(), new Said(match.at(), context), out);
    }
  }

  private void open(Object function, OpenContext context) throws Exception {
    if (function instanceof RichFunction rich) {
      rich.setRuntimeContext(getRuntimeContext());
      rich.open(context);
    }
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }

  /** What a function may ask when it is told of a match. */
  private final class Said implements PatternProcessFunction.Context, InEventTime {
    private final long at;
    private final Context context;

    Said(long at, Context context) {
      this.at = at;
      this.context = context;
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
      context.output(tag, value);
    }

    @Override
    public long timestamp() {
      return at;
    }
  }
}

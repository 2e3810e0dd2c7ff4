package io.floorwalker.detect.cep;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patterns that run on one keyed stream.
 *
 * <pre>{@code
 * DataStream<Sign> signs =
 *     new Patterns<>("signals", rules, SessionEvent::at, TypeInformation.of(Sign.class))
 *         .over(events, Engine.from(settings));
 * }</pre>
 *
 * @param name of them together, in the job graph
 * @param time the event time of an event; the events of a key come in its order
 * @param results what the rules' functions make
 */
public record Patterns<T, R>(
    String name, List<PatternRule<T, R>> rules, EventTime<T> time, TypeInformation<R> results) {
  private static final Logger LOG = LoggerFactory.getLogger(Patterns.class);

  /**
   * Attaches them to a stream whose events come in order, each before the watermark passes it.
   * {@link Engine#FAST} runs in one operator what it can compile, and leaves the rest to Flink's.
   */
  public <K> DataStream<R> over(KeyedStream<T, K> events, Engine engine) {
    List<CompiledRule<T, R>> compiled = new ArrayList<>();
    List<DataStream<R>> found = new ArrayList<>();
    for (PatternRule<T, R> rule : rules) {
      try {
        if (engine == Engine.FAST) {
          compiled.add(CompiledRule.of(rule));
          continue;
        }
      } catch (NotCompiled refused) {
        LOG.info("\"{}\" runs on Flink's own operator: {}.", rule.name(), refused.getMessage());
      }
      found.add(alone(events, rule));
    }
    if (!compiled.isEmpty()) {
      found.add(0, together(events, compiled));
    }
    return union(found);
  }

  /**
   * Whether they run in one operator, which says what an event completes before it hears the next,
   * in the order of the rules.
   */
  public boolean runTogether(Engine engine) {
    return engine == Engine.FAST && rules.stream().allMatch(Patterns::isCompiled);
  }

  private static <T, R> boolean isCompiled(PatternRule<T, R> rule) {
    try {
      CompiledRule.of(rule);
      return true;
    } catch (NotCompiled refused) {
      return false;
    }
  }

  private <K> DataStream<R> together(KeyedStream<T, K> events, List<CompiledRule<T, R>> compiled) {
    TypeSerializer<T> serializer =
        events.getType().createSerializer(events.getExecutionConfig().getSerializerConfig());
    return events
        .process(new PatternStep<>(compiled, time, serializer), results)
        .name(name)
        .uid(uid(name));
  }

  private <K> DataStream<R> alone(KeyedStream<T, K> events, PatternRule<T, R> rule) {
    DataStream<T> heard =
        events
            .filter(rule.hears()::hears)
            .name("heard by " + rule.name())
            .uid("heard-by-" + uid(rule.name()));
    // The key is the same, so no second shuffle.
    KeyedStream<T, K> sameKey =
        DataStreamUtils.reinterpretAsKeyedStream(
            heard, events.getKeySelector(), events.getKeyType());
    return CEP.pattern(sameKey, rule.pattern())
        .inEventTime()
        .process(rule.found(), results)
        .name(rule.name())
        .uid(uid(rule.name()));
  }

  @SuppressWarnings("unchecked") // An array of streams of one type, made here.
  private static <R> DataStream<R> union(List<DataStream<R>> streams) {
    DataStream<R> first = streams.get(0);
    return streams.size() == 1
        ? first
        : first.union(streams.subList(1, streams.size()).toArray(DataStream[]::new));
  }

  private static String uid(String name) {
    return name.replace(' ', '-') + "-v1";
  }
}

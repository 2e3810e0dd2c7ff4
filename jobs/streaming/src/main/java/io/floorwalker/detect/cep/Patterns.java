package io.floorwalker.detect.cep;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * The patterns that run on one keyed stream.
 *
 * <pre>{@code
 * DataStream<Sign> signs = new Patterns<>("signs", rules, SessionEvent::at, TypeInformation.of(Sign.class))
 *     .over(events, Engine.from(settings));
 * }</pre>
 *
 * @param name of them together, in the job graph
 * @param time the event time of an event; events of a key come in its order
 * @param results what the rules' functions make
 */
public record Patterns<T, R>(
    String name, List<PatternRule<T, R>> rules, EventTime<T> time, TypeInformation<R> results) {

  /**
   * Attaches them to a stream whose events come in order, each before the watermark passes it.
   *
   * @throws IllegalArgumentException names the pattern that the engine cannot run, and why
   */
  public <K> DataStream<R> over(KeyedStream<T, K> events, Engine engine) {
    return switch (engine) {
      case FLINK_CEP -> side(events);
      case FAST -> together(events);
    };
  }

  private <K> DataStream<R> together(KeyedStream<T, K> events) {
    return events
        .process(
            new PatternStep<>(
                rules.stream().map(CompiledRule::of).toList(),
                time,
                events
                    .getType()
                    .createSerializer(events.getExecutionConfig().getSerializerConfig())),
            results)
        .name(name)
        .uid(uid(name));
  }

  private <K> DataStream<R> side(KeyedStream<T, K> events) {
    List<DataStream<R>> found = rules.stream().map(rule -> alone(events, rule)).toList();
    return found.size() == 1 ? found.get(0) : union(found);
  }

  private <K> DataStream<R> alone(KeyedStream<T, K> events, PatternRule<T, R> rule) {
    DataStream<T> heard =
        events
            .filter(rule.hears()::hears)
            .name("heard by " + rule.name())
            .uid("heard-by-" + uid(rule.name()));
    // The key is the same, so no second shuffle.
    KeyedStream<T, K> sameKey =
        DataStreamUtils.reinterpretAsKeyedStream(heard, events.getKeySelector(), events.getKeyType());
    return CEP.pattern(sameKey, rule.pattern())
        .inEventTime()
        .process(rule.found(), results)
        .name(rule.name())
        .uid(uid(rule.name()));
  }

  @SuppressWarnings("unchecked") // An array of streams of one type, made here.
  private static <R> DataStream<R> union(List<DataStream<R>> streams) {
    return streams.get(0).union(streams.subList(1, streams.size()).toArray(DataStream[]::new));
  }

  private static String uid(String name) {
    return name.replace(' ', '-') + "-v1";
  }
}

package io.floorwalker.bench;

import io.floorwalker.contract.Ids;
import io.floorwalker.detect.CanonicalOrder;
import io.floorwalker.schema.CustomerEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** As the manual of Flink CEP has it: one operator a pattern, behind a keyBy, in event time. */
final class NaiveCep implements Contender {

  /** Of events of one moment; a reference to the comparator itself could not be serialized. */
  private static final EventComparator<CustomerEvent> ORDER =
      (one, other) -> CanonicalOrder.WITHIN_A_MOMENT.compare(one, other);

  @Override
  public String title() {
    return "Flink CEP, an operator a pattern";
  }

  @Override
  public Set<String> kinds() {
    return NaivePatterns.byKind().keySet();
  }

  @Override
  public DataStream<Finding> attach(StreamExecutionEnvironment env, Inlet inlet) {
    KeyedStream<CustomerEvent, String> sessions =
        inlet
            .plain(env)
            .filter(NaiveCep::isOfAShopper)
            .name("of a shopper")
            .uid("of-a-shopper")
            .keyBy(CustomerEvent::getSessionId);
    List<DataStream<Finding>> found =
        NaivePatterns.byKind().entrySet().stream()
            .map(one -> attach(sessions, one.getKey(), one.getValue()))
            .toList();
    return found.stream().reduce(DataStream::union).orElseThrow();
  }

  private static DataStream<Finding> attach(
      KeyedStream<CustomerEvent, String> sessions, String kind, Pattern<CustomerEvent, ?> pattern) {
    return CEP.pattern(sessions, typed(pattern), ORDER)
        .inEventTime()
        .process(new LastEvent(kind, pattern.getName()))
        .name(kind)
        .uid(kind);
  }

  @SuppressWarnings("unchecked") // All its conditions are of this type.
  private static Pattern<CustomerEvent, CustomerEvent> typed(Pattern<CustomerEvent, ?> pattern) {
    return (Pattern<CustomerEvent, CustomerEvent>) pattern;
  }

  private static boolean isOfAShopper(CustomerEvent event) {
    return event.getSessionId() != null && !event.getIsBot();
  }

  /** A match by its last event. */
  private static final class LastEvent extends PatternProcessFunction<CustomerEvent, Finding> {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String last;

    LastEvent(String kind, String last) {
      this.kind = kind;
      this.last = last;
    }

    @Override
    public void processMatch(
        Map<String, List<CustomerEvent>> match, Context context, Collector<Finding> out) {
      List<CustomerEvent> events = match.getOrDefault(last, List.of());
      out.collect(new Finding(kind, Ids.signal(kind, events.get(0).getEventId())));
    }
  }
}

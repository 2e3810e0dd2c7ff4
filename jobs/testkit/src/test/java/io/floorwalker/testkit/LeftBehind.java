package io.floorwalker.testkit;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The example of these tests: a cart nobody comes back to for 30 minutes.
 *
 * <pre>{@code
 * events --keyBy--> CartStep --keyBy--> CEP --> detections
 *                      \--> late
 * }</pre>
 */
final class LeftBehind {
  static final OutputTag<CustomerEvent> LATE =
      new OutputTag<>("late", TypeInformation.of(CustomerEvent.class));
  static final Duration WITHIN = Duration.ofMinutes(30);
  static final String ADDED = "added";

  private LeftBehind() {}

  static SingleOutputStreamOperator<Detection> attach(DataStream<CustomerEvent> events) {
    DataStream<CartChange> changes =
        events
            .keyBy(CustomerEvent::getCustomerKey, Types.STRING)
            .process(new CartStep())
            .returns(TypeInformation.of(CartChange.class))
            .name("cart step")
            .uid("cart-step-v1");
    return CEP.pattern(changes.keyBy(CartChange::customer, Types.STRING), pattern())
        .inEventTime()
        .process(new ToDetection(), TypeInformation.of(Detection.class))
        .name("left behind")
        .uid("left-behind-v1");
  }

  private static Pattern<CartChange, CartChange> pattern() {
    return Pattern.<CartChange>begin(ADDED, AfterMatchSkipStrategy.skipPastLastEvent())
        .where(SimpleCondition.of(change -> !change.ordered()))
        .notFollowedBy("anything")
        .where(SimpleCondition.of(change -> true))
        .within(WITHIN);
  }

  /** The times come from the evidence, never from the watermark. */
  private static final class ToDetection extends PatternProcessFunction<CartChange, Detection> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processMatch(
        Map<String, List<CartChange>> match, Context context, Collector<Detection> out) {
      CartChange last = match.getOrDefault(ADDED, List.of()).get(0);
      Instant evidence = Instant.ofEpochMilli(last.at());
      out.collect(
          Detection.newBuilder()
              .setDetectionId("d-" + last.eventId())
              .setKind("cart_abandoned")
              .setKey(last.customer())
              .setDetectedAt(evidence.plus(WITHIN))
              .setDeadlineAt(evidence.plus(WITHIN))
              .setFirstEvidenceAt(evidence)
              .setLastEvidenceAt(evidence)
              .setEvidence(List.of(last.eventId()))
              .setLines(last.lines())
              .setStage("cart")
              .setCause("unknown")
              .setSessionId("s-1")
              .setValue(new BigDecimal("79.0000"))
              .setCurrency("EUR")
              .setRule("left-behind")
              .setRuleVersion("1")
              .setJob("test")
              .build());
    }
  }
}

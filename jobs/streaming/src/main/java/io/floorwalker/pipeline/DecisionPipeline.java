package io.floorwalker.pipeline;

import io.floorwalker.decide.DecideStep;
import io.floorwalker.decide.Deciding;
import io.floorwalker.decide.Heard;
import io.floorwalker.outcome.Outcomes;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.source.ContractSource;
import io.floorwalker.source.EventSource;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * From detections to decisions and actions, and to what came of them.
 *
 * <pre>{@code
 * cx.detections ─> split ─┐                            ┌─ decisions ─> cx.decisions
 * cx.consent ────> split ─┼─> heard ─> by person ─> decide
 * cx.accounts ───> split ─┤                            ├─ actions ───> cx.actions
 * cx.outcomes ───> split ─┤                            └─ exposures ─┐
 *                         └─ dead letters ─> cx.dead_letters         │
 * cx.detections ─ what is over ────────────────────────> by unit ────┴─> outcomes ─> cx.outcomes
 * cx.events ───── what people did ─────────────────────────┘
 * }</pre>
 *
 * To decide there is no event time: what is known is what has arrived, in the order of the
 * partitions. The windows of outcomes end in event time, which the events alone prove.
 */
public final class DecisionPipeline {
  public static final String JOB = "decide";

  private DecisionPipeline() {}

  /** The topics that a decision depends on, and those that say what came of it. */
  public record Sources(
      ContractSource<Detection> detections,
      ContractSource<Heard> consents,
      ContractSource<Heard> accounts,
      ContractSource<Outcome> outcomes,
      EventSource events) {}

  /** Where the pipeline's streams go. */
  public record Outputs(
      Consumer<DataStream<Decision>> decisions,
      Consumer<DataStream<Action>> actions,
      Consumer<DataStream<Outcome>> outcomes,
      Consumer<DataStream<DeadLetter>> deadLetters) {}

  public static void build(Sources sources, Deciding deciding, Outputs outputs) {
    KeyedStream<Heard, String> byPerson =
        sources
            .detections()
            .records()
            .map(Heard::of)
            .returns(TypeInformation.of(Heard.class))
            .name("heard detections")
            .uid("heard-detections-v1")
            .union(sources.consents().records(), sources.accounts().records(), receipts(sources))
            .keyBy(Heard::key);
    SingleOutputStreamOperator<Decision> decisions = DecideStep.attach(byPerson, deciding);
    outputs.decisions().accept(decisions);
    outputs.actions().accept(decisions.getSideOutput(DecideStep.ACTIONS));
    outputs
        .outcomes()
        .accept(
            Outcomes.attach(
                decisions.getSideOutput(DecideStep.EXPOSURES),
                sources.detections().records(),
                sources.events().events()));
    outputs
        .deadLetters()
        .accept(
            sources
                .detections()
                .deadLetters()
                .union(
                    sources.consents().deadLetters(),
                    sources.accounts().deadLetters(),
                    sources.outcomes().deadLetters(),
                    sources.events().deadLetters()));
  }

  private static DataStream<Heard> receipts(Sources sources) {
    return sources
        .outcomes()
        .records()
        .flatMap(
            (Outcome outcome, Collector<Heard> out) ->
                Heard.receipt(outcome).ifPresent(out::collect))
        .returns(TypeInformation.of(Heard.class))
        .name("heard receipts")
        .uid("heard-receipts-v1");
  }
}

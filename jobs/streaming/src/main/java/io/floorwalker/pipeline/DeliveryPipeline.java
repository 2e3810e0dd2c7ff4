package io.floorwalker.pipeline;

import io.floorwalker.decisions.ConsentDefaults;
import io.floorwalker.deliver.ConsentWord;
import io.floorwalker.deliver.Courier;
import io.floorwalker.deliver.DeliverySettings;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import io.floorwalker.source.ContractSource;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From planned actions to people.
 *
 * <pre>{@code
 * cx.actions ─> planned, once ─┐                                    ┌─ attempts ─> Iceberg deliveries
 *     │                        ├─> consent watch ─> storm stop ─> send
 * cx.consent ──────────────────┘                        │           └─ receipts ─> cx.outcomes
 *     │                                                 └─ held ─> Iceberg deliveries
 *     └─ dead letters ─> cx.dead_letters
 * }</pre>
 */
public final class DeliveryPipeline {
  public static final String JOB = Courier.JOB;

  private DeliveryPipeline() {}

  /** Where the pipeline's streams go. */
  public record Outputs(
      Consumer<DataStream<DeliveryAttempt>> attempts,
      Consumer<DataStream<Outcome>> receipts,
      Consumer<DataStream<DeadLetter>> deadLetters) {}

  /**
   * What to send, and what people say to being reached; the defaults are what silence counts as.
   */
  public record Sources(
      ContractSource<Action> actions,
      ContractSource<ConsentWord> consents,
      ConsentDefaults defaults) {}

  public static void build(
      Sources sources, DeliverySettings settings, Clock clock, Outputs outputs) {
    Courier.Delivered delivered =
        Courier.attach(
            new Courier.Incoming(
                sources.actions().records(), sources.consents().records(), sources.defaults()),
            settings,
            clock);
    outputs.attempts().accept(delivered.attempts());
    outputs.receipts().accept(delivered.receipts());
    outputs
        .deadLetters()
        .accept(sources.actions().deadLetters().union(sources.consents().deadLetters()));
  }
}

package io.floorwalker.pipeline;

import io.floorwalker.orders.OrderEvents;
import io.floorwalker.orders.OrderHistory;
import io.floorwalker.orders.OrderVersion;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Product;
import io.floorwalker.schema.Profile;
import io.floorwalker.schema.Rule;
import io.floorwalker.source.Change;
import io.floorwalker.source.ContractSource;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.Received;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From the topics to the tables.
 *
 * <pre>{@code
 * cx.events ───────> split ─┬─ events ─┬────────────────────> Iceberg events
 *                           │          └─> order history ─┬─> Iceberg orders
 *                           │                        late │
 * cx.late_events ──> split ─│─ records ───────────────────┴─> Iceberg late_events
 * cx.decisions ────> split ─│─ records ─────────────────────> Iceberg decisions
 * cx.actions ──────> split ─│─ records ─────────────────────> Iceberg actions
 * cx.outcomes ─────> split ─│─ records ─────────────────────> Iceberg outcomes
 * cx.accounts, ... > split ─│─ changes ─────────────────────> Iceberg accounts, ...
 *                           └─ dead letters of all ─┐
 * cx.dead_letters ─> split ─── records ─────────────┴───────> Iceberg dead_letters
 * }</pre>
 */
public final class LakePipeline {
  public static final String JOB = "lake";

  private LakePipeline() {}

  /** The topics that the lake reads. */
  public record Sources(
      EventSource events,
      DecisionTopics decisions,
      CompactedTopics compacted,
      ContractSource<LateEvent> lateEvents,
      ContractSource<DeadLetter> deadLetters) {}

  /** What was decided, done and reached. */
  public record DecisionTopics(
      ContractSource<Decision> decisions,
      ContractSource<Action> actions,
      ContractSource<Outcome> outcomes) {}

  /** The topics that keep the last record of each key. */
  public record CompactedTopics(
      ContractSource<Change<Account>> accounts,
      ContractSource<Change<Product>> products,
      ContractSource<Change<Consent>> consents,
      ContractSource<Change<Profile>> profiles,
      ContractSource<Change<Rule>> rules) {}

  /** Where the pipeline's streams go. */
  public record Outputs(EventOutputs events, DecisionOutputs decisions, HistoryOutputs histories) {}

  /** Where it goes what came in. */
  public record EventOutputs(
      Consumer<DataStream<CustomerEvent>> events,
      Consumer<DataStream<OrderVersion>> orders,
      Consumer<DataStream<LateEvent>> lateEvents,
      Consumer<DataStream<DeadLetter>> deadLetters) {}

  /** Where it goes what was decided, done and reached. */
  public record DecisionOutputs(
      Consumer<DataStream<Decision>> decisions,
      Consumer<DataStream<Action>> actions,
      Consumer<DataStream<Outcome>> outcomes) {}

  /** Where it goes what changed. */
  public record HistoryOutputs(
      Consumer<DataStream<Change<Account>>> accounts,
      Consumer<DataStream<Change<Product>>> products,
      Consumer<DataStream<Change<Consent>>> consents,
      Consumer<DataStream<Change<Profile>>> profiles,
      Consumer<DataStream<Change<Rule>>> rules) {}

  public static void build(Sources sources, Outputs outputs) {
    events(sources, outputs.events());
    decisions(sources.decisions(), outputs.decisions());
    histories(sources.compacted(), outputs.histories());
    outputs.events().deadLetters().accept(deadLetters(sources));
  }

  private static void events(Sources sources, EventOutputs outputs) {
    DataStream<Received> received = sources.events().events();
    outputs
        .events()
        .accept(
            received
                .map(Received::event)
                .returns(TypeInformation.of(CustomerEvent.class))
                .name("customer events")
                .uid("customer-events-v1"));
    SingleOutputStreamOperator<OrderVersion> orders =
        OrderHistory.attach(
            OrderEvents.attach(received).keyBy(OrderEvents.ORDER_ID, Types.STRING), JOB);
    outputs.orders().accept(orders);
    outputs
        .lateEvents()
        .accept(sources.lateEvents().records().union(orders.getSideOutput(OrderHistory.LATE)));
  }

  private static void decisions(DecisionTopics topics, DecisionOutputs outputs) {
    outputs.decisions().accept(topics.decisions().records());
    outputs.actions().accept(topics.actions().records());
    outputs.outcomes().accept(topics.outcomes().records());
  }

  private static void histories(CompactedTopics topics, HistoryOutputs outputs) {
    outputs.accounts().accept(topics.accounts().records());
    outputs.products().accept(topics.products().records());
    outputs.consents().accept(topics.consents().records());
    outputs.profiles().accept(topics.profiles().records());
    outputs.rules().accept(topics.rules().records());
  }

  /** What is said to be broken, and what this job itself could not read. */
  private static DataStream<DeadLetter> deadLetters(Sources sources) {
    DecisionTopics decisions = sources.decisions();
    CompactedTopics compacted = sources.compacted();
    return sources
        .deadLetters()
        .records()
        .union(
            sources.deadLetters().deadLetters(),
            sources.lateEvents().deadLetters(),
            sources.events().deadLetters(),
            decisions.decisions().deadLetters(),
            decisions.actions().deadLetters(),
            decisions.outcomes().deadLetters(),
            compacted.accounts().deadLetters(),
            compacted.products().deadLetters(),
            compacted.consents().deadLetters(),
            compacted.profiles().deadLetters(),
            compacted.rules().deadLetters());
  }
}

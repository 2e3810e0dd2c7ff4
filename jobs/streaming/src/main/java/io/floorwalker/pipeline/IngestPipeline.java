package io.floorwalker.pipeline;

import io.floorwalker.ingest.IdentityLinks;
import io.floorwalker.ingest.ProvenTime;
import io.floorwalker.ingest.TickGate;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.Received;
import io.floorwalker.source.Tick;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The door of the shop.
 *
 * <pre>{@code
 * cx.raw.canonical ─> read, check ─> split ─┬─ events ───────> identity links ─> cx.events
 *        ^                                  ├─ dead letters ─> cx.dead_letters
 *        └── ticks <── heartbeat            └─ ticks ─> gate ─┬─> ticks of cx.events
 *                                                             └─> ticks of cx.accounts
 * }</pre>
 */
public final class IngestPipeline {

  private IngestPipeline() {}

  /** Where the pipeline's streams go. */
  public record Outputs(
      Consumer<DataStream<CustomerEvent>> events, Consumer<DataStream<DeadLetter>> deadLetters) {}

  public static void build(EventSource raw, Outputs outputs) {
    DataStream<CustomerEvent> events =
        raw.events()
            .map(Received::event)
            .returns(TypeInformation.of(CustomerEvent.class))
            .name("customer events")
            .uid("customer-events-v1");
    outputs.events().accept(IdentityLinks.attach(events));
    outputs.deadLetters().accept(raw.deadLetters());
  }

  /**
   * The part of a live run that proves silence through the log: beats go into the raw topic, and
   * when they have come back on every partition, proven time goes on to the readers of the events
   * and of the roster.
   */
  public static void proveSilence(
      DataStream<Integer> beats, DataStream<Tick> cameBack, Proof proof, ProofOutputs outputs) {
    outputs.rawTicks().accept(beats);
    DataStream<ProvenTime> proven =
        TickGate.attach(cameBack, proof.heartbeat(), proof.rawPartitions(), proof.readPartitions());
    outputs.eventTicks().accept(proven);
    outputs.accountTicks().accept(proven);
  }

  /**
   * How often time is proven, and on how many partitions.
   *
   * @param readPartitions the most partitions that a topic has whose readers are told
   */
  public record Proof(Duration heartbeat, int rawPartitions, int readPartitions) {}

  /** Where beats and proven time go. */
  public record ProofOutputs(
      Consumer<DataStream<Integer>> rawTicks,
      Consumer<DataStream<ProvenTime>> eventTicks,
      Consumer<DataStream<ProvenTime>> accountTicks) {}
}

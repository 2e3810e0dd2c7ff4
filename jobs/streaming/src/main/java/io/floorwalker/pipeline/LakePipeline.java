package io.floorwalker.pipeline;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.ContractSource;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.Received;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From the topics to the tables.
 *
 * <pre>{@code
 * cx.events ───────> split ─┬─ events ───────> first only ─> Iceberg events
 *                           └─ dead letters ─┐
 * cx.late_events ──> split ─┬─ dead letters ─┤
 *                           └────────────────┼> first only ─> Iceberg late_events
 * cx.dead_letters ─> split ──────────────────┴> first only ─> Iceberg dead_letters
 * }</pre>
 */
public final class LakePipeline {
  public static final String JOB = "lake";

  private LakePipeline() {}

  /** The topics that the lake reads. */
  public record Sources(
      EventSource events,
      ContractSource<LateEvent> lateEvents,
      ContractSource<DeadLetter> deadLetters) {}

  /** Where the pipeline's streams go. */
  public record Outputs(
      Consumer<DataStream<CustomerEvent>> events,
      Consumer<DataStream<LateEvent>> lateEvents,
      Consumer<DataStream<DeadLetter>> deadLetters) {}

  public static void build(Sources sources, Outputs outputs) {
    outputs
        .events()
        .accept(
            sources
                .events()
                .events()
                .map(Received::event)
                .returns(TypeInformation.of(CustomerEvent.class))
                .name("customer events")
                .uid("customer-events-v1"));
    outputs.lateEvents().accept(sources.lateEvents().records());
    outputs
        .deadLetters()
        .accept(
            sources
                .deadLetters()
                .records()
                .union(
                    sources.deadLetters().deadLetters(),
                    sources.lateEvents().deadLetters(),
                    sources.events().deadLetters()));
  }
}

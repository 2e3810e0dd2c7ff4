package io.floorwalker.pipeline;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.incident.IncidentDetector;
import io.floorwalker.detect.struggle.StruggleDetector;
import io.floorwalker.detect.struggle.TakenBack;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Signal;
import io.floorwalker.source.EventSource;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From events to shoppers in trouble, and to whether many are.
 *
 * <pre>{@code
 * cx.events ─> shows struggle ─> by session ─> session step ─┬─> rage click (CEP) ──────┐
 *     │                                        │             ├─> field loop (CEP) ──────┤
 *     │                                        │             ├─> payment declined (CEP) ┤
 *     │                                        │             └─> ... one for each sign ─┴─> struggle score
 *     └─ dead letters ─> cx.dead_letters       └─ late ─> cx.late_events
 *
 * session step ───── steps reached ─┐
 * struggle score ─┬─ struggles ─────┴─> by site ─> incident watch ─┐
 * session step ─────── late orders ────────────────────────────────┴─> taken back ─┬─> cx.detections
 *                 │                                                                └─> Iceberg detections
 *                 └─ signals ─┬─> cx.signals
 *                             └─> Iceberg signals
 * }</pre>
 */
public final class CheckoutStrugglePipeline {
  public static final String JOB = "checkout-struggle";

  private CheckoutStrugglePipeline() {}

  /** Where the pipeline's streams go. */
  public record Outputs(
      Consumer<DataStream<Signal>> signals,
      Consumer<DataStream<Detection>> detections,
      Consumer<DataStream<LateEvent>> lateEvents,
      Consumer<DataStream<DeadLetter>> deadLetters) {}

  public static void build(EventSource source, Settings settings, Outputs outputs) {
    StruggleDetector.Found found = StruggleDetector.attach(source.events(), settings, JOB);
    outputs.signals().accept(found.signals());
    DataStream<Detection> detections =
        IncidentDetector.isOn(settings)
            ? IncidentDetector.attach(found.progress(), found.episodes(), settings, JOB)
            : found.detections();
    outputs.detections().accept(TakenBack.attach(detections, found.lateOrders(), settings));
    outputs.lateEvents().accept(found.lateEvents());
    outputs.deadLetters().accept(source.deadLetters());
  }
}

package io.floorwalker.pipeline;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.abandonment.CartDetector;
import io.floorwalker.detect.reopen.ReopenDetector;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.EventSource;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From events to abandoned browses, searches, carts, checkouts and payments; each stage of the
 * ladder is a pattern.
 *
 * <pre>{@code
 * cx.events ─> touches a cart ─> by cart ─> cart step ─> abandoned (5 x CEP) ─> why ─┬─> cx.detections
 *     │                                        │  └────── came to light ────────┘    └─> Iceberg detections
 *     └─ dead letters ─> cx.dead_letters       └─ late ─> cx.late_events
 *
 * why ─────── items left ──┐
 * cx.events ─ item changes ┴─> by item ─> item watch ─┐
 * why ─────── what was left ──────────────────────────┤
 * cart step ─ who came back ──────────────────────────┴─> by customer ─> reopened ─> as above
 * }</pre>
 */
public final class CartAbandonmentPipeline {
  public static final String JOB = "cart-abandonment";

  private CartAbandonmentPipeline() {}

  /** Where the pipeline's streams go. */
  public record Outputs(
      Consumer<DataStream<Detection>> detections,
      Consumer<DataStream<LateEvent>> lateEvents,
      Consumer<DataStream<DeadLetter>> deadLetters) {}

  public static void build(EventSource source, Settings settings, Outputs outputs) {
    CartDetector.Found found = CartDetector.attach(source.events(), settings, JOB);
    ReopenDetector.Found withReopened =
        ReopenDetector.attach(source.events(), found, settings, JOB);
    outputs.detections().accept(withReopened.detections());
    outputs.lateEvents().accept(withReopened.lateEvents());
    outputs.deadLetters().accept(source.deadLetters());
  }
}

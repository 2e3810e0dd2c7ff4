package io.floorwalker.pipeline;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.stakeholder.StakeholderDetector;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.StakeholderActivity;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.RosterSource;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * From events and roster to silent contacts, and to accounts in trouble.
 *
 * <pre>{@code
 * cx.events ───> activity of contacts ──┐
 *                                       ├─> by contact ─> stakeholder watch ─┬─> Iceberg stakeholder_activity
 * cx.accounts ─> changes of the roster ─┤                                    ├─ late ─> cx.late_events
 *                                       │         ┌──────────────────────────┤
 *                                       │         └─> by account ─> committee watch ─┐
 *                                       │                                    ├───────┴─> by gate key ─> bulk load step ─┬─> cx.detections
 *                                       └─> by minute ─> bulk loads ─────────┘                                          └─> Iceberg detections
 * dead letters (of both topics) ─> cx.dead_letters
 * }</pre>
 *
 * Time is that of the slower topic: where ingest sends ticks into one of them only, it stands
 * still.
 */
public final class StakeholderWatchPipeline {
  public static final String JOB = "stakeholder-watch";

  private StakeholderWatchPipeline() {}

  /** The topics that the pipeline reads. */
  public record Sources(EventSource events, RosterSource roster) {}

  /** Where the pipeline's streams go. */
  public record Outputs(
      Consumer<DataStream<Detection>> detections,
      Consumer<DataStream<StakeholderActivity>> activity,
      Consumer<DataStream<LateEvent>> lateEvents,
      Consumer<DataStream<DeadLetter>> deadLetters) {}

  /**
   * Builds the graph.
   *
   * @param startedAt wall clock of the job's start; null in a bounded run
   */
  public static void build(
      Sources sources, Settings settings, @Nullable Instant startedAt, Outputs outputs) {
    StakeholderDetector.Found found =
        StakeholderDetector.attach(
            sources.events().events(), sources.roster().changes(), settings, JOB, startedAt);
    outputs.detections().accept(found.detections());
    outputs.activity().accept(found.activity());
    outputs.lateEvents().accept(found.lateEvents());
    outputs
        .deadLetters()
        .accept(sources.events().deadLetters().union(sources.roster().deadLetters()));
  }
}

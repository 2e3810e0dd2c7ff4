package io.floorwalker.lake;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Signal;
import io.floorwalker.schema.StakeholderActivity;
import java.time.Clock;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;

/**
 * Writes what a job found or did to its tables; rows become visible with the checkpoint that holds
 * them, exactly once.
 */
public final class IcebergOutputs {
  private final Settings settings;
  private final Clock clock;
  private final TableWriter writer;

  /** The outputs of one job; the clock fills {@code written_at}. */
  public IcebergOutputs(Settings settings, String job, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.writer = new TableWriter(settings, job);
  }

  /**
   * The detections that are not in their table yet: those of a run that starts from empty state
   * over a history that was read before. They go to no output a second time.
   */
  public DataStream<Detection> notWritten(DataStream<Detection> detections) {
    return writer.skipsWritten()
        ? WrittenKeys.attach(detections, settings, Tables.DETECTIONS, IcebergOutputs::rowKey)
        : detections;
  }

  public void detections(DataStream<Detection> detections) {
    DataStream<RowData> rows =
        writer.rows(detections, Rows.sameNames(Tables.DETECTIONS, clock), Tables.DETECTIONS);
    writer.append(rows, Tables.DETECTIONS);
  }

  /** Like {@link #notWritten(DataStream)}, for signals. */
  public DataStream<Signal> signalsNotWritten(DataStream<Signal> signals) {
    return writer.skipsWritten()
        ? WrittenKeys.attach(signals, settings, Tables.SIGNALS, Signal::getSignalId)
        : signals;
  }

  public void signals(DataStream<Signal> signals) {
    writer.append(
        writer.rows(signals, Rows.sameNames(Tables.SIGNALS, clock), Tables.SIGNALS),
        Tables.SIGNALS);
  }

  public void stakeholderActivity(DataStream<StakeholderActivity> changes) {
    DataStream<RowData> rows =
        writer.rows(
            changes,
            Rows.sameNames(Tables.STAKEHOLDER_ACTIVITY, clock),
            Tables.STAKEHOLDER_ACTIVITY);
    writer.append(
        writer.notWritten(rows, Tables.STAKEHOLDER_ACTIVITY), Tables.STAKEHOLDER_ACTIVITY);
  }

  /**
   * The actions that nothing final was written about yet, where a run starts from empty state: what
   * was sent is not sent again.
   */
  public DataStream<Action> notDelivered(DataStream<Action> actions) {
    return writer.skipsWritten() ? DeliveredActions.attach(actions, settings) : actions;
  }

  public void deliveries(DataStream<DeliveryAttempt> attempts) {
    writer.append(
        writer.rows(attempts, Rows.sameNames(Tables.DELIVERIES, clock), Tables.DELIVERIES),
        Tables.DELIVERIES);
  }

  private static String rowKey(Detection detection) {
    return RowKey.of(
        detection.getDetectionId(), RowValues.word(detection.getPhase()), detection.getVersion());
  }
}

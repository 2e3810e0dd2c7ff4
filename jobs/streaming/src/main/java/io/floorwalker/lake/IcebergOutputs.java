package io.floorwalker.lake;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Signal;
import io.floorwalker.schema.StakeholderActivity;
import java.time.Clock;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.flink.util.FlinkCompatibilityUtil;

/**
 * Writes records to their tables; rows become visible with the checkpoint that holds them, exactly
 * once.
 */
public final class IcebergOutputs {
  private final Settings settings;
  private final String job;
  private final Clock clock;

  /** The outputs of one job; the clock fills {@code written_at}. */
  public IcebergOutputs(Settings settings, String job, Clock clock) {
    this.settings = settings;
    this.job = job;
    this.clock = clock;
  }

  /**
   * The detections that are not in their table yet: those of a run that starts from empty state
   * over a history that was read before. They go to no output a second time.
   */
  public DataStream<Detection> notWritten(DataStream<Detection> detections) {
    return skipWritten()
        ? WrittenKeys.attach(detections, settings, Tables.DETECTIONS, IcebergOutputs::rowKey)
        : detections;
  }

  public void detections(DataStream<Detection> detections) {
    DataStream<RowData> rows =
        rows(detections, Rows.sameNames(Tables.DETECTIONS, clock), Tables.DETECTIONS);
    append(rows, Tables.DETECTIONS);
  }

  /** Like {@link #notWritten(DataStream)}, for signals. */
  public DataStream<Signal> signalsNotWritten(DataStream<Signal> signals) {
    return skipWritten()
        ? WrittenKeys.attach(signals, settings, Tables.SIGNALS, Signal::getSignalId)
        : signals;
  }

  public void signals(DataStream<Signal> signals) {
    append(rows(signals, Rows.sameNames(Tables.SIGNALS, clock), Tables.SIGNALS), Tables.SIGNALS);
  }

  public void stakeholderActivity(DataStream<StakeholderActivity> changes) {
    DataStream<RowData> rows =
        rows(
            changes,
            Rows.sameNames(Tables.STAKEHOLDER_ACTIVITY, clock),
            Tables.STAKEHOLDER_ACTIVITY);
    append(
        skipWritten()
            ? WrittenKeys.attach(
                rows,
                settings,
                Tables.STAKEHOLDER_ACTIVITY,
                new RowKey(Tables.STAKEHOLDER_ACTIVITY))
            : rows,
        Tables.STAKEHOLDER_ACTIVITY);
  }

  /**
   * The actions that nothing final was written about yet, where a run starts from empty state: what
   * was sent is not sent again.
   */
  public DataStream<Action> notDelivered(DataStream<Action> actions) {
    return skipWritten() ? DeliveredActions.attach(actions, settings) : actions;
  }

  public void deliveries(DataStream<DeliveryAttempt> attempts) {
    append(
        rows(attempts, Rows.sameNames(Tables.DELIVERIES, clock), Tables.DELIVERIES),
        Tables.DELIVERIES);
  }

  public void events(DataStream<CustomerEvent> events) {
    appendFirst(
        rows(events, Rows.of(Tables.EVENTS, new EventColumns(), clock), Tables.EVENTS),
        Tables.EVENTS);
  }

  public void lateEvents(DataStream<LateEvent> late) {
    appendFirst(
        rows(late, Rows.of(Tables.LATE_EVENTS, new LateColumns(), clock), Tables.LATE_EVENTS),
        Tables.LATE_EVENTS);
  }

  public void deadLetters(DataStream<DeadLetter> letters) {
    appendFirst(
        rows(letters, Rows.sameNames(Tables.DEAD_LETTERS, clock), Tables.DEAD_LETTERS),
        Tables.DEAD_LETTERS);
  }

  private <T> DataStream<RowData> rows(
      DataStream<T> records, MapFunction<T, RowData> mapping, TableDefinition table) {
    return records
        .map(mapping)
        .returns(rowType(table))
        .name("rows of " + table.name())
        .uid("rows-" + table.name() + "-v1");
  }

  private void appendFirst(DataStream<RowData> rows, TableDefinition table) {
    DataStream<RowData> fresh =
        skipWritten() ? WrittenKeys.attach(rows, settings, table, new RowKey(table)) : rows;
    DataStream<RowData> first =
        fresh
            .keyBy(new RowKey(table))
            .process(new FirstOnly())
            .returns(rowType(table))
            .name("first only: " + table.name())
            .uid("first-only-" + table.name() + "-v1");
    append(first, table);
  }

  private void append(DataStream<RowData> rows, TableDefinition table) {
    TableLoader loader = Lake.table(settings, table);
    IcebergSink.forRowData(rows)
        .tableLoader(loader)
        .uidSuffix(job + "-" + table.name() + "-v1")
        .distributionMode(DistributionMode.NONE) // one writer: nothing to distribute
        .writeParallelism(1)
        .append();
  }

  private boolean skipWritten() {
    return settings.flag(Keys.RUN_SKIP_WRITTEN);
  }

  private static String rowKey(Detection detection) {
    return RowKey.of(
        detection.getDetectionId(), RowValues.word(detection.getPhase()), detection.getVersion());
  }

  private static TypeInformation<RowData> rowType(TableDefinition table) {
    return FlinkCompatibilityUtil.toTypeInfo(FlinkSchemaUtil.convert(table.schema()));
  }
}

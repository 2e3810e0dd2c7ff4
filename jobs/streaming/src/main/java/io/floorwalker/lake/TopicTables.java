package io.floorwalker.lake;

import io.floorwalker.config.Settings;
import io.floorwalker.orders.OrderVersion;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.source.Change;
import java.time.Clock;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;

/**
 * Writes topics to their tables: the first record of a key is the row, repeats change nothing.
 * Topics hold records at least once; the tables hold each once.
 */
public final class TopicTables {
  private final TableWriter writer;
  private final Clock clock;

  /** The tables that the job of this name writes; the clock fills {@code written_at}. */
  public TopicTables(Settings settings, String job, Clock clock) {
    this.writer = new TableWriter(settings, job);
    this.clock = clock;
  }

  public void events(DataStream<CustomerEvent> events) {
    first(events, Rows.of(Tables.EVENTS, new EventColumns(), clock), Tables.EVENTS);
  }

  public void orders(DataStream<OrderVersion> orders) {
    first(orders, Rows.of(Tables.ORDERS, new OrderColumns(), clock), Tables.ORDERS);
  }

  public void lateEvents(DataStream<LateEvent> late) {
    first(late, Rows.of(Tables.LATE_EVENTS, new LateColumns(), clock), Tables.LATE_EVENTS);
  }

  public void deadLetters(DataStream<DeadLetter> letters) {
    first(letters, Rows.sameNames(Tables.DEAD_LETTERS, clock), Tables.DEAD_LETTERS);
  }

  /**
   * The first record of an id is the decision, with all that it weighed; candidates of a second one
   * are not mixed in.
   */
  public void decisions(DataStream<Decision> decisions) {
    DataStream<Decision> first =
        decisions
            .keyBy(Decision::getDecisionId, Types.STRING)
            .process(new FirstOnly<>(FirstOnly.A_WEEK))
            .returns(TypeInformation.of(Decision.class))
            .name("first only: decisions")
            .uid("first-only-decisions-v1");
    DataStream<RowData> rows =
        writer.rows(
            WeighedCandidate.attach(first),
            Rows.of(Tables.DECISIONS, new CandidateColumns(), clock),
            Tables.DECISIONS);
    writer.append(writer.notWritten(rows, Tables.DECISIONS), Tables.DECISIONS);
  }

  public void actions(DataStream<Action> actions) {
    first(actions, Rows.sameNames(Tables.ACTIONS, clock), Tables.ACTIONS, FirstOnly.A_WEEK);
  }

  public void outcomes(DataStream<Outcome> outcomes) {
    first(outcomes, Rows.sameNames(Tables.OUTCOMES, clock), Tables.OUTCOMES, FirstOnly.A_WEEK);
  }

  /** Every state that a compacted topic has gone through, such as {@link Tables#ACCOUNTS}. */
  public <T extends SpecificRecordBase> void history(
      DataStream<Change<T>> changes, TableDefinition table) {
    first(changes, Rows.of(table, new HistoryColumns<T>(), clock), table);
  }

  private <T> void first(DataStream<T> records, Rows<T> mapping, TableDefinition table) {
    first(records, mapping, table, FirstOnly.A_DAY);
  }

  private <T> void first(
      DataStream<T> records, Rows<T> mapping, TableDefinition table, Duration remembered) {
    DataStream<RowData> first =
        writer
            .notWritten(writer.rows(records, mapping, table), table)
            .keyBy(new RowKey(table))
            .process(new FirstOnly<>(remembered))
            .returns(TableWriter.rowType(table))
            .name("first only: " + table.name())
            .uid("first-only-" + table.name() + "-v1");
    writer.append(first, table);
  }
}

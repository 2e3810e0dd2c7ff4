package io.floorwalker.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.orders.OrderVersion;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Product;
import io.floorwalker.schema.Profile;
import io.floorwalker.schema.Rule;
import io.floorwalker.source.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.runtime.typeutils.InternalSerializers;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that are topics: a full record fills every column, with a value of its type. */
class TopicRowsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(
            Tables.DECISIONS,
            Rows.of(Tables.DECISIONS, new CandidateColumns(), CLOCK)
                .map(WeighedCandidate.of(TestingRecords.full(Decision.class)).get(0))),
        Arguments.of(
            Tables.ACTIONS,
            Rows.sameNames(Tables.ACTIONS, CLOCK).map(TestingRecords.full(Action.class))),
        Arguments.of(
            Tables.OUTCOMES,
            Rows.sameNames(Tables.OUTCOMES, CLOCK).map(TestingRecords.full(Outcome.class))),
        Arguments.of(Tables.ORDERS, orderRow()),
        Arguments.of(Tables.ACCOUNTS, history(Tables.ACCOUNTS, Account.class)),
        Arguments.of(Tables.PRODUCTS, history(Tables.PRODUCTS, Product.class)),
        Arguments.of(Tables.CONSENTS, history(Tables.CONSENTS, Consent.class)),
        Arguments.of(Tables.PROFILES, history(Tables.PROFILES, Profile.class)),
        Arguments.of(Tables.RULES, history(Tables.RULES, Rule.class)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aFullRecordFillsEveryColumn(TableDefinition table, GenericRowData row) {
    List<String> empty = new ArrayList<>();
    for (int column = 0; column < row.getArity(); column++) {
      if (row.isNullAt(column)) {
        empty.add(table.schema().columns().get(column).name());
      }
    }
    assertThat(empty).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyValueIsOfTheTypeOfItsColumn(TableDefinition table, GenericRowData row) {
    RowType type = FlinkSchemaUtil.convert(table.schema());
    assertThat((RowData) InternalSerializers.<RowData>create(type).copy(row)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnAndTableHasAComment(TableDefinition table, GenericRowData row) {
    assertThat(table.comment()).isNotBlank();
    assertThat(table.schema().columns()).extracting(NestedField::doc).doesNotContainNull();
    assertThat(table.schema().columns())
        .extracting(NestedField::name)
        .endsWith("job", "written_at");
  }

  static Stream<Arguments> histories() {
    return Stream.of(
        Arguments.of(Tables.ACCOUNTS, Account.class),
        Arguments.of(Tables.PRODUCTS, Product.class),
        Arguments.of(Tables.CONSENTS, Consent.class),
        Arguments.of(Tables.PROFILES, Profile.class),
        Arguments.of(Tables.RULES, Rule.class));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void aHistoryHasEveryFieldOfItsRecord(TableDefinition table, Class<?> type) {
    List<String> columns = new ArrayList<>();
    for (Schema.Field field : SpecificData.get().getSchema(type).getFields()) {
      columns.add(
          switch (field.name()) {
            case "changed_at" -> "valid_from";
            case "valid_from" -> "takes_effect_at";
            default -> field.name();
          });
    }
    assertThat(table.schema().columns())
        .extracting(NestedField::name)
        .contains("key", "deleted")
        .containsAll(columns);
  }

  @Test
  void aRemovalKeepsTheKeyAndTheTimeOfItsRecord() {
    Change<Account> removal = new Change<>("acme|ann", null, 1_772_445_600_123L);
    RowData row = Rows.of(Tables.ACCOUNTS, new HistoryColumns<Account>(), CLOCK).map(removal);
    assertThat(row.getString(position(Tables.ACCOUNTS, "key")))
        .isEqualTo(StringData.fromString("acme|ann"));
    assertThat(row.getBoolean(position(Tables.ACCOUNTS, "deleted"))).isTrue();
    assertThat(row.isNullAt(position(Tables.ACCOUNTS, "account_id"))).isTrue();
    assertThat(new RowKey(Tables.ACCOUNTS).getKey(row))
        .isEqualTo("acme|ann|2026-03-02T10:00:00.123Z");
  }

  @Test
  void aRuleHoldsFromItsChangeAndTakesEffectWhenItSays() {
    Instant later = TestingRecords.AT.plusSeconds(3600);
    Rule rule = TestingRecords.full(Rule.class);
    rule.setValidFrom(later);
    GenericRowData row =
        (GenericRowData)
            Rows.of(Tables.RULES, new HistoryColumns<Rule>(), CLOCK)
                .map(new Change<>("shop|help", rule, 1));
    assertThat(row.getField(position(Tables.RULES, "valid_from")))
        .isEqualTo(TimestampData.fromInstant(TestingRecords.AT));
    assertThat(row.getField(position(Tables.RULES, "takes_effect_at")))
        .isEqualTo(TimestampData.fromInstant(later));
  }

  @Test
  void featuresAreNumbersByName() {
    RowData row =
        Rows.of(Tables.DECISIONS, new CandidateColumns(), CLOCK)
            .map(WeighedCandidate.of(TestingRecords.full(Decision.class)).get(0));
    assertThat(row.getMap(position(Tables.DECISIONS, "features")).valueArray().getDouble(0))
        .isEqualTo(0.25);
  }

  @Test
  void aDecisionThatWeighedNothingStillIsARow() {
    Decision decision = TestingRecords.full(Decision.class);
    decision.setCandidates(List.of());
    assertThat(WeighedCandidate.of(decision))
        .singleElement()
        .extracting(weighed -> weighed.candidate().getTreatment())
        .isEqualTo("");
  }

  @Test
  void anOrderSaysItsLinesAndItsStatus() {
    GenericRowData row = orderRow();
    assertThat(row.getField(position(Tables.ORDERS, "status")))
        .isEqualTo(StringData.fromString("refunded"));
    assertThat(row.getArray(position(Tables.ORDERS, "lines")).getString(0))
        .isEqualTo(StringData.fromString("product_id x7"));
    assertThat(new RowKey(Tables.ORDERS).getKey(row)).isEqualTo("order_id|2");
  }

  private static GenericRowData orderRow() {
    CustomerEvent event = TestingRecords.full(CustomerEvent.class);
    event.setType("order_refunded");
    return (GenericRowData)
        Rows.of(Tables.ORDERS, new OrderColumns(), CLOCK).map(new OrderVersion(2, 1L, event));
  }

  private static <T extends SpecificRecordBase> RowData history(
      TableDefinition table, Class<T> type) {
    return Rows.of(table, new HistoryColumns<T>(), CLOCK)
        .map(new Change<>("the key", TestingRecords.full(type), 1));
  }

  private static int position(TableDefinition table, String column) {
    return table.schema().columns().indexOf(table.schema().findField(column));
  }
}

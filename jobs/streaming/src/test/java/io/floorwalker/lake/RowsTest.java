package io.floorwalker.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.source.DeadLetters;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123Z");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);

  @Test
  void anEventIsFlattened() {
    GenericRowData row = row(Rows.of(Tables.EVENTS, new EventColumns(), CLOCK), event());
    assertThat(text(Tables.EVENTS, row, "event_id")).isEqualTo("e-1");
    assertThat(text(Tables.EVENTS, row, "device_class")).isEqualTo("mobile");
    assertThat(text(Tables.EVENTS, row, "product_id")).isEqualTo("shoes");
    assertThat(text(Tables.EVENTS, row, "price")).isEqualTo("79.0000");
    assertThat(text(Tables.EVENTS, row, "quantity")).isEqualTo("2");
    assertThat(text(Tables.EVENTS, row, "currency")).isEqualTo("EUR");
    assertThat(text(Tables.EVENTS, row, "order_id")).isNull();
    assertThat(text(Tables.EVENTS, row, "job")).isEqualTo("lake");
    assertThat(value(Tables.EVENTS, row, "occurred_at")).isEqualTo(TimestampData.fromInstant(AT));
    assertThat(value(Tables.EVENTS, row, "written_at"))
        .isEqualTo(TimestampData.fromInstant(CLOCK.instant()));
    assertThat(value(Tables.EVENTS, row, "ext")).isNotNull();
  }

  @Test
  void everyColumnOfEventsHasAPlace() {
    for (NestedField column : Tables.EVENTS.schema().columns()) {
      if (!column.name().equals("written_at")) {
        assertThat(EventColumns.places(column.name()))
            .as(column.name())
            .allMatch(EventColumns::exists);
      }
    }
  }

  @Test
  void aLateEventIsItsPositionSizeAndHash() {
    LateEvent late =
        LateEvent.newBuilder()
            .setTopic("cx.events")
            .setPartition(3)
            .setOffset(42)
            .setJob("cart-abandonment")
            .setReceivedAt(AT)
            .setClass$("late")
            .setReason("5 ms behind the watermark")
            .setRecordKey("s-1")
            .setBehindMs(5)
            .setEvent(event())
            .build();
    byte[] bytes = Wire.of(CustomerEvent.class).encode(event());

    GenericRowData row = row(Rows.of(Tables.LATE_EVENTS, new LateColumns(), CLOCK), late);

    assertThat(text(Tables.LATE_EVENTS, row, "offset")).isEqualTo("42");
    assertThat(text(Tables.LATE_EVENTS, row, "class")).isEqualTo("late");
    assertThat(text(Tables.LATE_EVENTS, row, "record_key")).isEqualTo("s-1");
    assertThat(value(Tables.LATE_EVENTS, row, "size")).isEqualTo((long) bytes.length);
    assertThat(text(Tables.LATE_EVENTS, row, "sha256")).isEqualTo(DeadLetters.sha256(bytes));
    assertThat(text(Tables.LATE_EVENTS, row, "job")).isEqualTo("cart-abandonment");
    assertThat(new RowKey(Tables.LATE_EVENTS).getKey(row))
        .isEqualTo("cx.events|3|42|cart-abandonment");
  }

  @Test
  void aDeadLetterIsFoundByItsPosition() {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setTopic("cx.raw.canonical")
            .setPartition(0)
            .setOffset(7)
            .setReceivedAt(AT)
            .setClass$("time")
            .setReason("too far ahead")
            .setSize(10)
            .setSha256("ab")
            .setJob("ingest")
            .build();
    GenericRowData row = row(Rows.sameNames(Tables.DEAD_LETTERS, CLOCK), letter);
    assertThat(new RowKey(Tables.DEAD_LETTERS).getKey(row)).isEqualTo("cx.raw.canonical|0|7");
    assertThat(text(Tables.DEAD_LETTERS, row, "class")).isEqualTo("time");
    assertThat(text(Tables.DEAD_LETTERS, row, "record_key")).isNull();
  }

  @Test
  void aDetectionKeepsItsPhaseAsAWordAndItsLines() {
    Detection detection =
        Detection.newBuilder()
            .setDetectionId("d-1")
            .setKind("cart_abandoned")
            .setPhase(Phase.RETRACTED)
            .setDetectedAt(AT)
            .setKey("c-1")
            .setLines(List.of("shoes x1", "socks x2"))
            .setFirstEvidenceAt(AT)
            .setLastEvidenceAt(AT)
            .setRule("cart_abandoned")
            .setRuleVersion("1")
            .setJob("cart-abandonment")
            .build();
    GenericRowData row = row(Rows.sameNames(Tables.DETECTIONS, CLOCK), detection);
    assertThat(text(Tables.DETECTIONS, row, "phase")).isEqualTo("retracted");
    assertThat(new RowKey(Tables.DETECTIONS).getKey(row)).isEqualTo("d-1|retracted|1");
    assertThat(row.getArray(position(Tables.DETECTIONS, "lines")).getString(1))
        .isEqualTo(StringData.fromString("socks x2"));
  }

  private static CustomerEvent event() {
    return CustomerEvent.newBuilder()
        .setEventId("e-1")
        .setType("product_added")
        .setOccurredAt(AT)
        .setContext(Context.newBuilder().setDeviceClass("mobile").build())
        .setProduct(
            ProductLine.newBuilder()
                .setProductId("shoes")
                .setQuantity(2)
                .setPrice(new BigDecimal("79.0000"))
                .setCurrency("EUR")
                .build())
        .setExt(Map.of("campaign", "spring"))
        .build();
  }

  private static <T> GenericRowData row(Rows<T> rows, T element) {
    return (GenericRowData) rows.map(element);
  }

  private static @Nullable String text(TableDefinition table, GenericRowData row, String column) {
    Object value = value(table, row, column);
    return value == null ? null : value.toString();
  }

  private static @Nullable Object value(TableDefinition table, GenericRowData row, String column) {
    return row.getField(position(table, column));
  }

  private static int position(TableDefinition table, String column) {
    return table.schema().columns().indexOf(table.schema().findField(column));
  }
}

package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.contract.Ids;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportBatchTest {
  private static final String COLUMNS =
      "occurred_at=time,type=what,session_id=visit,product.product_id=sku,product.price=price";
  private static final String TYPES =
      "add=product_added,buy=order_placed,order=order_placed,*=page_viewed";

  @TempDir private Path folder;

  @Test
  void columnsBecomeFieldsOfTheEventAndOfItsFamily() throws Exception {
    CustomerEvent event = only("time,what,visit,sku,price", "1613086233000,add,s-1,shoes,79.5");

    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2021-02-11T23:30:33Z"));
    assertThat(event.getType()).isEqualTo("product_added");
    assertThat(event.getSessionId()).isEqualTo("s-1");
    assertThat(event.getProduct().getProductId()).isEqualTo("shoes");
    assertThat(event.getProduct().getPrice()).isEqualByComparingTo("79.5");
    assertThat(event.getSource()).isEqualTo("csv");
    assertThat(event.getCustomerKey()).isNull();
  }

  @Test
  void aColumnNamedLikeAFieldMapsByItself() throws Exception {
    CustomerEvent event = only("time,what,user_id,product.currency,is_bot", "1,add,u-1,EUR,true");

    assertThat(event.getUserId()).isEqualTo("u-1");
    assertThat(event.getProduct().getCurrency()).isEqualTo("EUR");
    assertThat(event.getIsBot()).isTrue();
  }

  @Test
  void aColumnUsedForAnotherFieldDoesNotMapByItself() throws Exception {
    CustomerEvent event =
        only(
            mapping("occurred_at=time,type=what,anonymous_id=user_id", TYPES, "ms"),
            "time,what,user_id",
            "1,view,u-1");

    assertThat(event.getAnonymousId()).isEqualTo("u-1");
    assertThat(event.getUserId()).isNull();
  }

  @Test
  void aConstantStandsInQuotesAndMayHoldACommaAndAQuote() throws Exception {
    CustomerEvent event =
        only(
            mapping("occurred_at=time,type='page_viewed',site='it''s, here'", "", "ms"),
            "time",
            "1");

    assertThat(event.getType()).isEqualTo("page_viewed");
    assertThat(event.getSite()).isEqualTo("it's, here");
  }

  @Test
  void unmappedColumnsGoToExtAndEmptyCellsNowhere() throws Exception {
    CustomerEvent event = only("time,what,colour,size", "1,view,red,");

    assertThat(event.getExt()).containsOnly(Map.entry("colour", "red"));
  }

  @Test
  void aFieldThatTheTypeDoesNotCarryGoesToExt() throws Exception {
    CustomerEvent event = only("time,what,visit,sku,price", "1,buy,s-1,shoes,79.5");

    assertThat(event.getProduct()).isNull();
    assertThat(event.getExt()).containsEntry("sku", "shoes").containsEntry("price", "79.5");
  }

  @Test
  void quotedCommasQuotesAndLineBreaksBelongToTheValueAndToTheId() throws Exception {
    CustomerEvent event = only("time,what,page", "1,view,\"a, \"\"b\"\"\nc\"");

    assertThat(event.getExt()).containsEntry("page", "a, \"b\"\nc");
    assertThat(event.getEventId()).isEqualTo(Ids.imported("csv", 1, "1,view,\"a, \"\"b\"\"\nc\""));
  }

  @Test
  void anEventKeepsItsIdWhereTheFileHasOne() throws Exception {
    assertThat(only("event_id,time,what", "e-1,1,view").getEventId()).isEqualTo("e-1");
  }

  @Test
  void gzipIsToldByItsFirstBytes() throws Exception {
    Path file = folder.resolve("events.data");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("time,what\n1,view\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(batch(mapping("occurred_at=time,type=what", TYPES, "ms"), file).events()).hasSize(1);
  }

  @Test
  void windowsFilesWithAByteOrderMarkAreReadAlike() throws Exception {
    assertThat(only("\uFEFFtime,what\r", "1,view\r").getType()).isEqualTo("page_viewed");
  }

  @Test
  void everyTimeUnitGivesMilliseconds() throws Exception {
    Instant expected = Instant.parse("2021-02-11T23:30:33.123Z");
    for (List<String> each :
        List.of(
            List.of("ms", "1613086233123"),
            List.of("s", "1613086233.123"),
            List.of("us", "1613086233123999"),
            List.of("iso", "2021-02-11T23:30:33.123Z"),
            List.of("iso", "2021-02-12T00:30:33.123+01:00"),
            List.of("iso", "2021-02-12 00:30:33.123+0100"),
            List.of("iso", "2021-02-11 23:30:33.123456"),
            List.of("iso", "2021-02-11 23:30:33.123 Z"))) {
      CsvMapping mapping = mapping("occurred_at=time,type=what", TYPES, each.get(0));

      assertThat(only(mapping, "time,what", each.get(1) + ",view").getOccurredAt())
          .as("%s", each)
          .isEqualTo(expected);
    }
  }

  @Test
  void rowsOfOneTimeKeepTheOrderOfTheFile() throws Exception {
    ImportBatch batch =
        batch(
            mapping("occurred_at=time,type=what,event_id=id", TYPES, "ms"),
            write("id,time,what", "late,7,view", "b,5,add", "a,5,buy", "first,3,view"));

    assertThat(ids(batch)).containsExactly("late", "b", "a", "first");
    batch.sortByTime();
    assertThat(ids(batch)).containsExactly("first", "b", "a", "late");
    assertThat(batch.first()).contains(Instant.ofEpochMilli(3));
    assertThat(batch.last()).contains(Instant.ofEpochMilli(7));
  }

  @Test
  void rowsAreNumberedThroughAllFiles() throws Exception {
    CsvMapping mapping = mapping("occurred_at=time,type=what", TYPES, "ms");
    ImportBatch batch = new ImportBatch();
    for (String name : List.of("one.csv", "two.csv")) {
      Path file = Files.writeString(folder.resolve(name), "time,what\n1,view\n");
      batch.add(file, new CsvFormat(mapping, new Origin("csv", ""), List.of()), rows -> {});
    }

    assertThat(ids(batch))
        .containsExactly(Ids.imported("csv", 1, "1,view"), Ids.imported("csv", 2, "1,view"));
  }

  @Test
  void badRowsAreCountedAndTheFirstFiveAreExplained() throws Exception {
    ImportBatch batch =
        batch(
            mapping(COLUMNS + ",session_seq=seq", TYPES, "ms"),
            write(
                "time,what,visit,sku,price,seq",
                "1,add,s,shoes,79,1",
                ",add,s,shoes,79,2",
                "soon,add,s,shoes,79,3",
                "1,,s,shoes,79,4",
                "1,add,s,shoes",
                "1,add,s,shoes,cheap,5",
                "1,add,s,shoes,1e99,6",
                "1,add,s,shoes,79,1.5"));

    assertThat(batch.rowsRead()).isEqualTo(8);
    assertThat(batch.rejected()).isEqualTo(7);
    assertThat(batch.events()).hasSize(1);
    assertThat(batch.complaints())
        .containsExactly(
            "row 2 (events.csv line 3): has no time (occurred_at)",
            "row 3 (events.csv line 4): occurred_at \"soon\" is not a number of ms",
            "row 4 (events.csv line 5): has no type",
            "row 5 (events.csv line 6): has 4 columns, the header has 6",
            "row 6 (events.csv line 7): product.price \"cheap\" is not a number with at most 14"
                + " digits before the point");
  }

  @Test
  void absurdNumbersAreBadRowsAndCostNothing() throws Exception {
    ImportBatch batch =
        batch(
            mapping(COLUMNS + ",session_seq=seq", TYPES, "s"),
            write(
                "time,what,visit,sku,price,seq",
                "1e999999999,add,s,shoes,79,1",
                "1e-999999999,add,s,shoes,79,1",
                "1,add,s,shoes,1e-999999999,1",
                "1,add,s,shoes,1e999999999,1",
                "1,add,s,shoes,123456789012345,1",
                "1,add,s,shoes,99999999999999.99995,1",
                "1,add,s,shoes,79,99999999999999999999",
                "1,add,s,shoes,99999999999999.99994,1"));

    assertThat(batch.rejected()).isEqualTo(7);
    assertThat(decode(batch.events().get(0)).getProduct().getPrice())
        .isEqualByComparingTo("99999999999999.9999");
  }

  @Test
  void typesThatNoRuleKnowsAreToldAndKept() throws Exception {
    ImportBatch batch =
        batch(
            mapping("occurred_at=time,type=what", "", "ms"),
            write("time,what", "1,add_to_cart", "2,page_viewed"));

    assertThat(batch.unknownTypes()).containsExactly("add_to_cart");
    assertThat(batch.events()).hasSize(2);
  }

  @Test
  void theKeyIsTheSessionElseWhoeverTheEventIsAbout() throws Exception {
    ImportBatch batch =
        batch(
            mapping("occurred_at=time,type=what", TYPES, "ms"),
            write(
                "time,what,session_id,anonymous_id,user_id,account_id,contact_id",
                "1,view,s,a,u,,",
                "1,view,,a,u,,",
                "1,view,,,u,,",
                "1,view,,,,acme,jo",
                "1,view,,,,,"));

    assertThat(batch.events())
        .extracting(RawEvent::key)
        .containsExactly("s", "a", "u", "acme|jo", null);
    assertThat(batch.sessions()).isEqualTo(1);
  }

  @Test
  void sessionsAreNumberedFromOneInTheOrderOfPublishing() throws Exception {
    ImportBatch batch =
        batch(
            mapping("occurred_at=time,type=what,session_id=visit", TYPES, "ms"),
            write("time,what,visit", "3,buy,a", "1,add,a", "2,add,b", "2,view,"));
    batch.sortByTime();

    Stream<RawEvent> numbered = new SessionNumbers().number(batch.events().stream());

    assertThat(numbered.map(ImportBatchTest::decode).map(CustomerEvent::getSessionSeq))
        .containsExactly(1L, 1L, null, 2L);
  }

  @Test
  void whatIsNoUtf8OrNoCsvIsRefusedWithTheLine() throws Exception {
    CsvMapping mapping = mapping("occurred_at=time,type=what", TYPES, "ms");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "time,what\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> batch(mapping, latin))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("latin.csv")
        .hasMessageContaining("is not UTF-8; convert it");
    assertThatThrownBy(() -> batch(mapping, folder.resolve("none.csv")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> batch(mapping, Files.writeString(folder.resolve("empty.csv"), "")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> batch(mapping, write("time,time", "1,1")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("column time stands twice");
  }

  private CustomerEvent only(String header, String row) throws IOException {
    boolean visits = header.contains("visit");
    return only(mapping(visits ? COLUMNS : "occurred_at=time,type=what", TYPES, "ms"), header, row);
  }

  private CustomerEvent only(CsvMapping mapping, String header, String row) throws IOException {
    ImportBatch batch = batch(mapping, write(header, row));
    assertThat(batch.complaints()).isEmpty();
    assertThat(batch.events()).hasSize(1);
    return decode(batch.events().get(0));
  }

  private Path write(String... lines) throws IOException {
    return Files.writeString(folder.resolve("events.csv"), String.join("\n", lines) + "\n");
  }

  private static ImportBatch batch(CsvMapping mapping, Path file) {
    ImportBatch batch = new ImportBatch();
    batch.add(file, new CsvFormat(mapping, new Origin("csv", ""), List.of()), rows -> {});
    return batch;
  }

  private static CsvMapping mapping(String columns, String types, String timeUnit) {
    return CsvMapping.parse(columns, types, TimeFormat.named(timeUnit));
  }

  private static List<String> ids(ImportBatch batch) {
    List<String> ids = new ArrayList<>();
    batch.events().forEach(raw -> ids.add(decode(raw).getEventId()));
    return ids;
  }

  private static CustomerEvent decode(RawEvent raw) {
    try {
      return Wire.of(CustomerEvent.class).decode(raw.value());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}

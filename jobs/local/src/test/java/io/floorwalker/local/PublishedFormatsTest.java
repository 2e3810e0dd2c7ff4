package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats that bring their own mapping; lines as the data sets have them. */
final class PublishedFormatsTest {
  @TempDir private Path folder;

  @Test
  void rees46() throws Exception {
    ImportBatch batch =
        read(
            "rees46",
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session",
            "2019-10-01 00:00:00"
                + " UTC,cart,44600062,2103807459595387724,,shiseido,35.79,541312140,72d76fde",
            "2019-10-01 00:00:01"
                + " UTC,purchase,44600062,2103807459595387724,,shiseido,35.79,541312140,72d76fde");
    CustomerEvent add = decoded(batch).get(0);
    assertThat(add.getOccurredAt()).isEqualTo(Instant.parse("2019-10-01T00:00:00Z"));
    assertThat(add.getType()).isEqualTo("product_added");
    assertThat(add.getSource()).isEqualTo("rees46");
    assertThat(add.getSessionId()).isEqualTo("72d76fde");
    assertThat(add.getProduct().getPrice()).isEqualByComparingTo("35.79");
    assertThat(add.getExt()).containsEntry("brand", "shiseido");
    assertThat(decoded(batch).get(1).getType()).isEqualTo("order_placed");
  }

  @Test
  void retailrocket() throws Exception {
    ImportBatch batch =
        read(
            "retailrocket",
            "timestamp,visitorid,event,itemid,transactionid",
            "1433221332117,257597,view,355908,",
            "1433222276276,599528,transaction,356475,4000");
    assertThat(decoded(batch))
        .extracting(CustomerEvent::getType)
        .containsExactly("product_viewed", "order_placed");
    assertThat(decoded(batch).get(1).getOrder().getOrderId()).isEqualTo("4000");
    assertThat(decoded(batch).get(0).getAnonymousId()).isEqualTo("257597");
  }

  @Test
  void taobaoHasNoHeader() throws Exception {
    ImportBatch batch =
        read("taobao", "1,2268318,2520377,pv,1511544070", "1,2333346,2520771,fav,1511561733");
    assertThat(batch.rowsRead()).isEqualTo(2);
    assertThat(decoded(batch))
        .extracting(CustomerEvent::getType)
        .containsExactly("product_viewed", "wishlist_added");
    assertThat(decoded(batch).get(0).getOccurredAt())
        .isEqualTo(Instant.parse("2017-11-24T17:21:10Z"));
  }

  @Test
  void twentySessionsOfOtto() throws Exception {
    Path file = Path.of(System.getProperty("floorwalker.testdata", ""), "otto-20", "train.jsonl");
    assumeThat(file)
        .as("test data is missing; set -Dfloorwalker.testdata=FOLDER that holds otto-20")
        .exists();
    ImportBatch batch = read("otto", file);
    assertThat(batch.rowsRead()).isEqualTo(20);
    assertThat(batch.rejected()).isZero();
    assertThat(batch.events()).hasSize(862);
    assertThat(batch.sessions()).isEqualTo(20);
    assertThat(decoded(batch))
        .extracting(CustomerEvent::getEventId)
        .as("each has an id of its own")
        .doesNotHaveDuplicates();
  }

  @Test
  void aLineThatIsNoRecordIsRejectedWithItsReasonAndOneWithoutTimeToo() throws Exception {
    ImportBatch batch =
        read(
            "segment",
            "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-02T10:00:00Z\"}",
            "",
            "{\"type\":\"page\",\"userId\":\"u\"}",
            "[]");
    assertThat(batch.rowsRead()).isEqualTo(3);
    assertThat(batch.events()).hasSize(1);
    assertThat(batch.complaints())
        .containsExactly(
            "row 2 (rows line 3): has no time",
            "row 3 (rows line 4): the record is no JSON object");
  }

  private ImportBatch read(String format, String... lines) throws IOException {
    return read(format, Files.write(folder.resolve("rows"), List.of(lines)));
  }

  private static ImportBatch read(String format, Path file) {
    ImportBatch batch = new ImportBatch();
    batch.add(file, PublishedFormats.named(format, "").orElseThrow(), rows -> {});
    return batch;
  }

  private static List<CustomerEvent> decoded(ImportBatch batch) throws Exception {
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
    List<CustomerEvent> events = new ArrayList<>();
    for (RawEvent raw : batch.events()) {
      events.add(wire.decode(raw.value()));
    }
    return events;
  }
}

package io.floorwalker.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers that others can count in the published data, keyed by session, at T = 30 min. */
class PublishedFunnelsTest {

  private static final int TIME = 0;
  private static final int SESSION = 2;
  private static final int TYPE = 4;

  private final AbandonmentOracle oracle =
      AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.SESSION));

  @ParameterizedTest
  @CsvSource({"greenery, 106", "retentioneering-ecom, 881", "otto-20, 19"})
  void theOracleCountsWhatTheReadmeOfTheDataSays(String dataSet, int abandoned) throws IOException {
    List<CustomerEvent> events = new ArrayList<>(read(dataSet, PublishedFunnelsTest::cartType));

    List<ExpectedDetection> expected = oracle.detections(events);
    assertThat(expected)
        .hasSize(abandoned)
        .extracting(ExpectedDetection::kind)
        .containsOnly("cart_abandoned");

    Collections.shuffle(events, new Random(1));
    assertThat(oracle.detections(events)).isEqualTo(expected);
  }

  /** Counted with the same reading of the file by a script that knows nothing of this class. */
  @Test
  void theLadderCountsEachIntentAtItsHighestStage() throws IOException {
    List<CustomerEvent> events = read("retentioneering-ecom", PublishedFunnelsTest::ladderType);

    assertThat(
            oracle.detections(events).stream()
                .collect(groupingBy(ExpectedDetection::kind, counting())))
        .isEqualTo(
            Map.of("cart_abandoned", 439L, "checkout_abandoned", 213L, "payment_abandoned", 417L));
  }

  private static List<CustomerEvent> read(String dataSet, UnaryOperator<String> types)
      throws IOException {
    Path file =
        Path.of(System.getProperty("floorwalker.testdata", ""), dataSet, "normalized.csv.gz");
    assumeThat(file)
        .as("test data is missing; set -Dfloorwalker.testdata=FOLDER that holds %s", dataSet)
        .exists();
    List<CustomerEvent> events = new ArrayList<>();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      rows.readLine(); // the header
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        events.add(event(dataSet, events.size() + 1, row, types));
      }
    }
    return events;
  }

  /** The normalised files quote nothing, so a comma is always a border. */
  private static CustomerEvent event(
      String dataSet, int rowNumber, String row, UnaryOperator<String> types) {
    String[] cells = row.split(",", -1);
    return CustomerEvent.newBuilder()
        .setEventId(Ids.imported(dataSet, rowNumber, row))
        .setOccurredAt(Instant.ofEpochMilli(Long.parseLong(cells[TIME])))
        .setSessionId(cells[SESSION])
        .setType(types.apply(cells[TYPE]))
        .build();
  }

  private static String ladderType(String raw) {
    return switch (raw) {
      case "checkout_shipping" -> EventTypes.CHECKOUT_STARTED;
      case "checkout_payment_view" -> EventTypes.PAYMENT_STARTED;
      case "payment_error" -> EventTypes.PAYMENT_DECLINED;
      default -> cartType(raw);
    };
  }

  private static String cartType(String raw) {
    return switch (raw) {
      case "add_to_cart" -> EventTypes.PRODUCT_ADDED;
      case "purchase" -> EventTypes.ORDER_PLACED;
      default -> EventTypes.PAGE_VIEWED;
    };
  }
}

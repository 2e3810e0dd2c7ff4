package io.floorwalker.oracle;

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
import java.util.Random;
import java.util.zip.GZIPInputStream;
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
    List<CustomerEvent> events = new ArrayList<>(read(dataSet));

    assertThat(oracle.detections(events)).hasSize(abandoned);
    assertThat(oracle.deferredStages(events)).isZero();

    List<ExpectedDetection> expected = oracle.detections(events);
    Collections.shuffle(events, new Random(1));
    assertThat(oracle.detections(events)).isEqualTo(expected);
  }

  private static List<CustomerEvent> read(String dataSet) throws IOException {
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
        events.add(event(dataSet, events.size() + 1, row));
      }
    }
    return events;
  }

  /** The normalised files quote nothing, so a comma is always a border. */
  private static CustomerEvent event(String dataSet, int rowNumber, String row) {
    String[] cells = row.split(",", -1);
    return CustomerEvent.newBuilder()
        .setEventId(Ids.imported(dataSet, rowNumber, row))
        .setOccurredAt(Instant.ofEpochMilli(Long.parseLong(cells[TIME])))
        .setSessionId(cells[SESSION])
        .setType(type(cells[TYPE]))
        .build();
  }

  private static String type(String raw) {
    return switch (raw) {
      case "add_to_cart" -> EventTypes.PRODUCT_ADDED;
      case "purchase" -> EventTypes.ORDER_PLACED;
      default -> EventTypes.PAGE_VIEWED;
    };
  }
}

package io.floorwalker.detect.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.AroundTheEdges;
import io.floorwalker.detect.DetectorRun;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.oracle.AbandonmentOracle;
import io.floorwalker.oracle.ExpectedDetection;
import io.floorwalker.oracle.KeyBy;
import io.floorwalker.oracle.OracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Whatever the order of arrival, the watermarks, restores and re-scales, and whether the sites are
 * as patient as each other: the detections are the oracle's.
 */
class CartAbandonmentPropertyTest {
  private static final int CUSTOMERS = 25;

  private static final OracleSettings COMMON = OracleSettings.builtIn(KeyBy.CUSTOMER);
  private static final OracleSettings SOONER =
      new OracleSettings(
          KeyBy.CUSTOMER,
          COMMON.browseAfter().minusMillis(1),
          COMMON.searchAfter().minusMillis(1),
          COMMON.browseProducts(),
          COMMON.searchedWithin(),
          COMMON.cartAfter().minusMillis(1),
          COMMON.checkoutAfter().minusMillis(1),
          COMMON.paymentAfter().minusMillis(1),
          COMMON.cartKept());

  /** Sites that share their customers, and not their patience. */
  private static final Map<String, OracleSettings> APART =
      Map.of("slow", site(4, 90, 45), "quick", site(2, 15, 5));

  private static final Settings SETTINGS_APART =
      Settings.builtIn()
          .with(
              Map.ofEntries(
                  Map.entry("sites.slow.abandonment.browse.products", "4"),
                  Map.entry("sites.slow.abandonment.browse.after", "90m"),
                  Map.entry("sites.slow.abandonment.search.after", "90m"),
                  Map.entry("sites.slow.abandonment.search.within", "45m"),
                  Map.entry("sites.slow.abandonment.cart.after", "90m"),
                  Map.entry("sites.slow.abandonment.checkout.after", "90m"),
                  Map.entry("sites.slow.abandonment.payment.after", "45m"),
                  Map.entry("sites.quick.abandonment.browse.products", "2"),
                  Map.entry("sites.quick.abandonment.browse.after", "15m"),
                  Map.entry("sites.quick.abandonment.search.after", "15m"),
                  Map.entry("sites.quick.abandonment.search.within", "5m"),
                  Map.entry("sites.quick.abandonment.cart.after", "15m"),
                  Map.entry("sites.quick.abandonment.checkout.after", "15m"),
                  Map.entry("sites.quick.abandonment.payment.after", "5m")));

  @Property
  void whatIsFoundIsWhatTheOracleSays(
      @ForAll long seed, @ForAll boolean apart, @ForAll Engine engine) {
    List<CustomerEvent> arrivals = new RandomHistory(seed).ofCustomers(CUSTOMERS);

    List<ExpectedDetection> expected =
        AbandonmentOracle.of(COMMON, apart ? APART : Map.of()).detections(arrivals);

    Settings settings =
        (apart ? SETTINGS_APART : Settings.builtIn()).with(Map.of("detect.engine", engine.word()));
    assertThat(
            run(arrivals, settings, new Random(seed)).stream()
                .map(CartAbandonmentPropertyTest::expectation)
                .map(String::valueOf)
                .sorted()
                .toList())
        .isEqualTo(expected.stream().map(String::valueOf).sorted().toList());
  }

  @Property
  void theHistoriesLieAroundTheEdges(@ForAll long seed) {
    List<CustomerEvent> history = new RandomHistory(seed).ofCustomers(1);
    new AroundTheEdges<CustomerEvent>(
            events -> ids(COMMON, events), event -> later(event, history.size()))
        .count(history, ids(SOONER, history));
  }

  private static Set<String> ids(OracleSettings settings, List<CustomerEvent> events) {
    return AbandonmentOracle.of(settings).detections(events).stream()
        .map(ExpectedDetection::detectionId)
        .collect(Collectors.toSet());
  }

  private static CustomerEvent later(CustomerEvent event, int number) {
    return CustomerEvent.newBuilder(event)
        .setEventId("again-" + number)
        .setOccurredAt(event.getOccurredAt().plusMillis(1))
        .build();
  }

  @Example
  void theRandomHistoriesHaveEveryKindAndEveryCause() {
    List<ExpectedDetection> expected = new ArrayList<>();
    for (long seed = 0; seed < 40; seed++) {
      List<CustomerEvent> arrivals = new RandomHistory(seed).ofCustomers(CUSTOMERS);
      expected.addAll(AbandonmentOracle.of(COMMON).detections(arrivals));
    }

    assertThat(expected)
        .extracting(ExpectedDetection::stage)
        .contains("browse", "search", "payment");
    for (Cause cause : Cause.values()) {
      assertThat(expected)
          .as(cause.word())
          .filteredOn(one -> !one.kind().equals("browse_abandoned"))
          .extracting(ExpectedDetection::cause)
          .contains(cause.word());
    }
  }

  private static OracleSettings site(int products, int minutes, int shorter) {
    Duration after = Duration.ofMinutes(minutes);
    Duration within = Duration.ofMinutes(shorter);
    return new OracleSettings(
        KeyBy.CUSTOMER, after, after, products, within, after, after, within, COMMON.cartKept());
  }

  private static List<Detection> run(
      List<CustomerEvent> arrivals, Settings settings, Random random) {
    List<Detection> found = new ArrayList<>();
    new DetectorRun(
            events -> detect(events, settings),
            harness -> {
              assertThat(harness.sideOutput(CartStep.LATE))
                  .as("nothing comes late within the bound")
                  .isEmpty();
              found.addAll(harness.output());
            },
            harness -> {})
        .asItCame(arrivals, random, new DetectorRun.Pace(RandomHistory.DISORDER, 40, 2));
    return found;
  }

  private static ExpectedDetection expectation(Detection found) {
    assertThat(found.getDeadlineAt()).isEqualTo(found.getDetectedAt());
    ExpectedDetection expectation =
        new ExpectedDetection(
            found.getKind(),
            found.getKey(),
            found.getDetectedAt().toEpochMilli(),
            found.getFirstEvidenceAt().toEpochMilli(),
            found.getLastEvidenceAt().toEpochMilli(),
            found.getEvidence().get(found.getEvidence().size() - 1),
            List.copyOf(found.getLines()),
            found.getValue(),
            found.getCurrency(),
            found.getStage(),
            found.getCause(),
            List.copyOf(found.getEvidence()));
    assertThat(found.getDetectionId()).isEqualTo(expectation.detectionId());
    return expectation;
  }

  private static DataStream<Detection> detect(DataStream<Received> events, Settings settings) {
    return CartDetector.attach(events, settings, "test-job").detections();
  }
}

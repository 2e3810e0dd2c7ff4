package io.floorwalker.detect.reopen;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.AroundTheEdges;
import io.floorwalker.detect.DetectorRun;
import io.floorwalker.detect.abandonment.CartDetector;
import io.floorwalker.oracle.AbandonmentOracle;
import io.floorwalker.oracle.ExpectedReopening;
import io.floorwalker.oracle.KeyBy;
import io.floorwalker.oracle.OracleSettings;
import io.floorwalker.oracle.ReopenOracle;
import io.floorwalker.oracle.ReopenOracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Whatever the order of arrival, the watermarks, restores and re-scales: what reopens intents is
 * what the oracle says, and of every change it is known what became of it.
 */
class ReopenPropertyTest {
  private static final int CUSTOMERS = 12;
  private static final Duration T = Duration.ofMinutes(30);

  @Property(tries = 50) // half a second each: the whole detector is opened anew
  void whatIsFoundIsWhatTheOracleSays(@ForAll long seed) {
    List<CustomerEvent> arrivals = new RandomShop(seed).ofCustomers(CUSTOMERS);
    Random random = new Random(seed);
    List<Detection> found = new ArrayList<>();
    AtomicLong changes = new AtomicLong();

    new DetectorRun(
            ReopenPropertyTest::detect,
            harness -> {
              assertThat(harness.sideOutput(ItemWatch.LATE)).isEmpty();
              found.addAll(harness.output());
              changes.addAndGet(
                  harness.counter("item_changes") + harness.counter("repeated_item_changes"));
            },
            harness -> {
              assertThat(harness.keyedStateEntries()).as("entries at the end").isZero();
              assertThat(harness.eventTimeTimers()).as("timers at the end").isZero();
            })
        .asItCame(arrivals, random, new DetectorRun.Pace(RandomShop.DISORDER, 20, 2));

    assertThat(
            found.stream()
                .filter(one -> one.getKind().equals(ExpectedReopening.KIND))
                .map(ReopenPropertyTest::expectation)
                .map(String::valueOf)
                .sorted()
                .toList())
        .isEqualTo(expected(T, arrivals).stream().map(String::valueOf).sorted().toList());
    assertThat(changes).hasValue(arrivals.stream().filter(ItemChange::is).count());
  }

  @Property
  void theHistoriesLieAroundTheEdges(@ForAll long seed) {
    List<CustomerEvent> history = new RandomShop(seed).ofCustomers(2);
    new AroundTheEdges<CustomerEvent>(
            events -> ids(expected(T, events)), event -> later(event, history.size()))
        .count(history, ids(expected(T.minusMillis(1), history)));
  }

  @Example
  void theRandomHistoriesHaveEveryCause() {
    List<String> causes = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      expected(T, new RandomShop(seed).ofCustomers(CUSTOMERS))
          .forEach(one -> causes.add(one.cause()));
    }
    assertThat(causes).contains("price_drop", "back_in_stock", "low_stock");
  }

  private static List<ExpectedReopening> expected(
      Duration patience, Collection<CustomerEvent> events) {
    OracleSettings settings =
        OracleSettings.carts(
            KeyBy.CUSTOMER, patience, patience, Duration.ofMinutes(15), Duration.ofDays(7));
    return ReopenOracle.of(AbandonmentOracle.of(settings), ReopenOracleSettings.builtIn())
        .detections(events);
  }

  private static Set<String> ids(List<ExpectedReopening> expected) {
    return expected.stream().map(ExpectedReopening::detectionId).collect(Collectors.toSet());
  }

  private static CustomerEvent later(CustomerEvent event, int number) {
    return CustomerEvent.newBuilder(event)
        .setEventId("again-" + number)
        .setOccurredAt(event.getOccurredAt().plusMillis(1))
        .build();
  }

  private static ExpectedReopening expectation(Detection found) {
    ExpectedReopening expectation =
        new ExpectedReopening(
            found.getKey(),
            found.getDetectedAt().toEpochMilli(),
            found.getCause(),
            List.copyOf(found.getLines()),
            List.copyOf(found.getEvidence()));
    assertThat(found.getDetectionId()).isEqualTo(expectation.detectionId());
    return expectation;
  }

  private static DataStream<Detection> detect(DataStream<Received> events) {
    Settings settings = Settings.builtIn();
    return ReopenDetector.attach(
            events, CartDetector.attach(events, settings, "test"), settings, "test")
        .detections();
  }
}

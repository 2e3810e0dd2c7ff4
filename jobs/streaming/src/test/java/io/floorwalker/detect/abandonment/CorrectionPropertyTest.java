package io.floorwalker.detect.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.DetectorRun;
import io.floorwalker.oracle.AbandonmentOracle;
import io.floorwalker.oracle.KeyBy;
import io.floorwalker.oracle.OracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * However late events come, within the horizon: what was opened less what was taken back is what
 * the oracle says over all of them, and every next version says the opposite of the one before.
 */
class CorrectionPropertyTest {
  private static final int CUSTOMERS = 25;
  private static final long LATEST = 6 * 3_600_000L;

  @Property(tries = 25)
  void whatStandsIsWhatTheOracleSaysOverAll(@ForAll long seed) {
    Random random = new Random(seed);
    List<CustomerEvent> arrivals = late(new RandomHistory(seed).ofCustomers(CUSTOMERS), random);

    assertThat(standing(run(arrivals, random)))
        .containsExactlyInAnyOrderElementsOf(
            AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.CUSTOMER))
                .detections(arrivals)
                .stream()
                .map(one -> text(one.kind(), one.key(), one.detectedAt(), one.detectionId()))
                .toList());
  }

  /** The ids that were opened and not taken back since. */
  private static List<String> standing(List<Detection> said) {
    Map<String, Detection> newest = new HashMap<>();
    for (Detection detection : said) {
      Detection before = newest.put(detection.getDetectionId(), detection);
      assertThat(detection.getVersion()).isEqualTo(before == null ? 1 : before.getVersion() + 1);
      assertThat(detection.getPhase())
          .isEqualTo(detection.getVersion() % 2 == 1 ? Phase.OPENED : Phase.RETRACTED);
    }
    return newest.values().stream()
        .filter(detection -> detection.getPhase() == Phase.OPENED)
        .map(
            one ->
                text(
                    one.getKind(),
                    one.getKey(),
                    one.getDetectedAt().toEpochMilli(),
                    one.getDetectionId()))
        .toList();
  }

  private static String text(String kind, String key, long detectedAt, String id) {
    return "%s of %s at %d: %s".formatted(kind, key, detectedAt, id);
  }

  private static List<Detection> run(List<CustomerEvent> arrivals, Random random) {
    List<Detection> said = new ArrayList<>();
    new DetectorRun(
            CorrectionPropertyTest::detect,
            harness -> said.addAll(harness.output()),
            harness -> assertThat(harness.keyedStateEntries()).as("entries at the end").isZero())
        .asItCame(arrivals, random, new DetectorRun.Pace(RandomHistory.DISORDER, 40, 2));
    return said;
  }

  /** One in five comes up to six hours late. Visitors do not: a late cart is not carried over. */
  private static List<CustomerEvent> late(List<CustomerEvent> arrivals, Random random) {
    record Arrival(long at, CustomerEvent event) {}
    return arrivals.stream()
        .map(
            event -> {
              boolean late =
                  event.getUserId() != null
                      && !event.getType().equals(EventTypes.IDENTITY_LINKED)
                      && random.nextInt(5) == 0;
              long delay = random.nextLong(late ? LATEST : RandomHistory.DISORDER);
              return new Arrival(event.getOccurredAt().toEpochMilli() + delay, event);
            })
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::event)
        .toList();
  }

  private static DataStream<Detection> detect(DataStream<Received> events) {
    return CartDetector.attach(events, Settings.builtIn(), "test-job").detections();
  }
}

package io.floorwalker.detect.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.DetectorRun;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.oracle.AbandonmentOracle;
import io.floorwalker.oracle.ExpectedDetection;
import io.floorwalker.oracle.KeyBy;
import io.floorwalker.oracle.OracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Whatever the order of arrival, the watermarks, restores and re-scales: the detections are the
 * oracle's.
 */
class CartAbandonmentPropertyTest {
  private static final int CUSTOMERS = 25;

  @Property
  void whatIsFoundIsWhatTheOracleSays(@ForAll long seed, @ForAll Engine engine) {
    List<CustomerEvent> arrivals = new RandomHistory(seed).ofCustomers(CUSTOMERS);

    List<ExpectedDetection> expected =
        AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.CUSTOMER)).detections(arrivals);

    assertThat(
            run(arrivals, new Random(seed), engine).stream()
                .map(CartAbandonmentPropertyTest::expectation)
                .map(String::valueOf)
                .sorted()
                .toList())
        .isEqualTo(expected.stream().map(String::valueOf).sorted().toList());
  }

  @Example
  void theRandomHistoriesHaveEveryKindAndEveryCause() {
    List<ExpectedDetection> expected = new ArrayList<>();
    for (long seed = 0; seed < 40; seed++) {
      List<CustomerEvent> arrivals = new RandomHistory(seed).ofCustomers(CUSTOMERS);
      expected.addAll(
          AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.CUSTOMER)).detections(arrivals));
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

  private static List<Detection> run(List<CustomerEvent> arrivals, Random random, Engine engine) {
    List<Detection> found = new ArrayList<>();
    new DetectorRun(
            events -> detect(events, engine),
            harness -> {
              assertThat(harness.sideOutput(CartStep.LATE))
                  .as("nothing comes late within the bound")
                  .isEmpty();
              found.addAll(harness.output());
            },
            harness -> {})
        .asItCame(arrivals, random, new DetectorRun.Pace(RandomHistory.DISORDER, 40, 250));
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

  private static DataStream<Detection> detect(DataStream<Received> events, Engine engine) {
    Settings settings = Settings.builtIn().with(Map.of("detect.engine", engine.word()));
    return CartDetector.attach(events, settings, "test-job").detections();
  }
}

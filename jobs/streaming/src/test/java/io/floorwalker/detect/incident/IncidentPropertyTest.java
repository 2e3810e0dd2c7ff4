package io.floorwalker.detect.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Wire;
import io.floorwalker.detect.DetectorRun;
import io.floorwalker.detect.struggle.SessionStep;
import io.floorwalker.oracle.ExpectedIncident;
import io.floorwalker.oracle.ExpectedRecovery;
import io.floorwalker.oracle.ExpectedStruggle;
import io.floorwalker.oracle.IncidentOracle;
import io.floorwalker.oracle.IncidentOracleSettings;
import io.floorwalker.oracle.StruggleOracle;
import io.floorwalker.oracle.StruggleOracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.PipelineHarness;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order of arrival, the watermarks, restores and re-scales: incidents open and close,
 * and take in the struggles, byte for byte as in a run in perfect order, and as the oracle says.
 * Live a struggle is told at once, and its last version is the one that counts.
 */
class IncidentPropertyTest {
  private static final int SESSIONS = 150;
  private static final Wire<Detection> DETECTION = Wire.of(Detection.class);

  /** Low enough that a hundred shoppers make outages on every roll-up, and end them. */
  private static final Settings SETTINGS =
      Settings.builtIn()
          .with(
              Map.of(
                  "struggle.incident.sessions", "3",
                  "struggle.incident.ratio", "1.3",
                  "struggle.incident.tail", "0.1",
                  "struggle.incident.closes-after", "2m",
                  "struggle.incident.prior", "0.25"));

  private static final Settings REPLAY = SETTINGS.with(Map.of("mode", "replay"));

  private static final IncidentOracle ORACLE =
      IncidentOracle.of(
          StruggleOracle.of(StruggleOracleSettings.builtIn()),
          new IncidentOracleSettings(3, 1.3, 0.1, 2, 0.25));

  @Property(tries = 30) // two seconds each: fourteen patterns, twice
  void whatIsFoundDoesNotDependOnHowItCame(@ForAll long seed, @ForAll boolean live) {
    List<CustomerEvent> arrivals = new RandomOutages(seed).ofSessions(SESSIONS);

    Run perfect = new Run(REPLAY);
    perfect.inPerfectOrder(arrivals);
    Run real = new Run(live ? SETTINGS : REPLAY);
    real.asItCame(arrivals, new Random(seed));

    assertThat(real.bytes).isEqualTo(perfect.bytes);
    assertThat(real.incidents()).isEqualTo(ORACLE.incidents(arrivals));
    assertThat(real.marks()).isEqualTo(ORACLE.incidentOfStruggle(arrivals));
    assertThat(real.recoveries()).isEqualTo(ORACLE.recoveries(arrivals));
  }

  @Test
  void theHistoriesHaveOutagesOfEveryDimensionAndStrugglesInThem() {
    Map<String, Integer> dimensions = new TreeMap<>();
    int marked = 0;
    int recovered = 0;
    int keptQuiet = 0;
    for (long seed = 1; seed <= 80; seed++) {
      Run run = new Run(REPLAY);
      run.inPerfectOrder(new RandomOutages(seed).ofSessions(SESSIONS));
      run.incidents().forEach(one -> dimensions.merge(one.key().split("\\|")[1], 1, Integer::sum));
      marked += run.marks().size();
      recovered += run.recoveries().size();
      keptQuiet += run.marks().size() - run.recoveries().size();
    }
    assertThat(recovered).isGreaterThan(50);
    assertThat(keptQuiet).as("who ordered, and who struggles twice").isGreaterThan(10);
    assertThat(dimensions.keySet()).containsExactly("code", "device", "field", "release", "step");
    assertThat(dimensions.values()).as("%s", dimensions).allMatch(count -> count >= 2);
    assertThat(marked).isGreaterThan(100);
  }

  /** One run, and what it found: of a struggle the last version, whatever its number. */
  private static final class Run {
    final Map<String, String> bytes = new TreeMap<>();
    private final Map<String, Detection> found = new TreeMap<>();
    private final Set<String> versions = new HashSet<>();
    private final DetectorRun run;

    Run(Settings settings) {
      run =
          new DetectorRun(
              events -> OutageTimeline.detect(events, settings),
              this::collect,
              Run::hasKeptNothing);
    }

    void inPerfectOrder(List<CustomerEvent> arrivals) {
      run.inPerfectOrder(arrivals);
    }

    void asItCame(List<CustomerEvent> arrivals, Random random) {
      run.asItCame(arrivals, random, new DetectorRun.Pace(RandomOutages.DISORDER, 60, 2));
    }

    private static void hasKeptNothing(PipelineHarness<Received, Detection> harness) {
      assertThat(harness.keyedStateEntries()).as("state after four weeks of silence").isZero();
      assertThat(harness.eventTimeTimers()).isZero();
    }

    List<ExpectedIncident> incidents() {
      Map<String, Long> closed = new TreeMap<>();
      for (Detection row : found.values()) {
        if (row.getPhase() == Phase.CLOSED) {
          closed.put(row.getDetectionId(), row.getDetectedAt().toEpochMilli());
        }
      }
      return found.values().stream()
          .filter(row -> row.getKind().equals(ExpectedIncident.KIND))
          .filter(row -> row.getPhase() == Phase.OPENED)
          .map(row -> expectation(row, closed.getOrDefault(row.getDetectionId(), Long.MAX_VALUE)))
          .sorted(
              Comparator.comparingLong(ExpectedIncident::openedAt)
                  .thenComparing(ExpectedIncident::key))
          .toList();
    }

    Map<String, String> marks() {
      Map<String, String> marks = new TreeMap<>();
      for (Detection row : found.values()) {
        if (row.getKind().equals(ExpectedStruggle.KIND) && row.getIncidentId() != null) {
          marks.put(row.getDetectionId(), row.getIncidentId());
        }
      }
      return marks;
    }

    List<ExpectedRecovery> recoveries() {
      return found.values().stream()
          .filter(row -> row.getKind().equals(ExpectedRecovery.KIND))
          .map(IncidentPropertyTest::recovery)
          .sorted(
              Comparator.comparingLong(ExpectedRecovery::at)
                  .thenComparing(ExpectedRecovery::detectionId))
          .toList();
    }

    private void collect(PipelineHarness<Received, Detection> harness) {
      assertThat(harness.sideOutput(SessionStep.LATE)).isEmpty();
      for (Detection row : harness.output()) {
        assertThat(versions.add(row.getDetectionId() + " " + row.getVersion()))
            .as("found twice: %s", row)
            .isTrue();
        Detection known =
            !row.getKind().equals(ExpectedStruggle.KIND)
                ? row
                : Detection.newBuilder(row).setVersion(1).build();
        String id = known.getDetectionId() + " " + known.getVersion();
        found.put(id, known);
        bytes.put(id, HexFormat.of().formatHex(DETECTION.encode(known)));
      }
    }
  }

  private static ExpectedRecovery recovery(Detection row) {
    List<String> evidence = row.getEvidence();
    ExpectedRecovery recovery =
        new ExpectedRecovery(
            row.getKey(),
            row.getDetectedAt().toEpochMilli(),
            row.getStep(),
            row.getIncidentId(),
            evidence.get(evidence.size() - 1));
    assertThat(row.getDetectionId()).isEqualTo(recovery.detectionId());
    return recovery;
  }

  private static ExpectedIncident expectation(Detection row, long closedAt) {
    ExpectedIncident incident =
        new ExpectedIncident(
            row.getKey(),
            row.getStep(),
            row.getDetectedAt().toEpochMilli(),
            closedAt,
            row.getFirstEvidenceAt().toEpochMilli(),
            row.getLastEvidenceAt().toEpochMilli(),
            row.getScore(),
            row.getEvidence(),
            row.getEvidence().get(row.getEvidence().size() - 1));
    assertThat(row.getDetectionId()).isEqualTo(incident.detectionId());
    return incident;
  }
}

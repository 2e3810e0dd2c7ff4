package io.floorwalker.detect.struggle;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Ids;
import io.floorwalker.contract.Wire;
import io.floorwalker.detect.DetectorRun;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.oracle.ExpectedSignal;
import io.floorwalker.oracle.ExpectedStruggle;
import io.floorwalker.oracle.StruggleOracle;
import io.floorwalker.oracle.StruggleOracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Signal;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.PipelineHarness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order of arrival, the watermarks, restores and re-scales: every session's signals
 * and detections are, byte for byte and in their order, those of a run in perfect order, and what
 * the oracle says.
 */
class StrugglePropertyTest {
  private static final int SESSIONS = 8;
  private static final Wire<Signal> SIGNAL = Wire.of(Signal.class);
  private static final Wire<Detection> DETECTION = Wire.of(Detection.class);

  @Property
  void whatIsFoundDoesNotDependOnHowItCameNorOnTheEngine(@ForAll long seed, @ForAll Engine engine) {
    List<CustomerEvent> arrivals = new RandomSessions(seed).ofSessions(SESSIONS);

    Run perfect = new Run(Engine.FAST);
    perfect.inPerfectOrder(arrivals);
    Run real = new Run(engine);
    real.asItCame(arrivals, new Random(seed));

    assertThat(real.found).isEqualTo(perfect.found);
    StruggleOracle oracle = StruggleOracle.of(StruggleOracleSettings.builtIn());
    assertThat(real.signals).containsExactlyInAnyOrderElementsOf(oracle.signals(arrivals));
    assertThat(real.struggles).containsExactlyInAnyOrderElementsOf(oracle.detections(arrivals));
  }

  @Test
  void theHistoriesHaveSignsOfEveryKindAndStruggles() {
    Run run = new Run(Engine.FAST);
    run.asItCame(new RandomSessions(1).ofSessions(600), new Random(1));

    assertThat(run.signs.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SignalKind.values()).map(SignalKind::word).toList());
    assertThat(run.signs.values()).as("%s", run.signs).allMatch(count -> count >= 10);
    assertThat(run.detections).isGreaterThan(50);
  }

  /** One run, and what it found: bytes by session, in their order. */
  private static final class Run {
    final Map<String, List<String>> found = new TreeMap<>();
    final Map<String, Integer> signs = new TreeMap<>();
    final List<ExpectedSignal> signals = new ArrayList<>();
    final List<ExpectedStruggle> struggles = new ArrayList<>();
    int detections;

    private final DetectorRun run;

    Run(Engine engine) {
      run =
          new DetectorRun(
              events -> StrugglePropertyTest.detect(events, engine),
              this::collect,
              Run::hasKeptNothing);
    }

    void inPerfectOrder(List<CustomerEvent> arrivals) {
      run.inPerfectOrder(arrivals);
    }

    void asItCame(List<CustomerEvent> arrivals, Random random) {
      run.asItCame(arrivals, random, new DetectorRun.Pace(RandomSessions.DISORDER, 40, 100));
    }

    private static void hasKeptNothing(PipelineHarness<Received, Detection> harness) {
      assertThat(harness.keyedStateEntries()).as("state after two hours of silence").isZero();
    }

    private void collect(PipelineHarness<Received, Detection> harness) {
      assertThat(harness.sideOutput(SessionStep.LATE))
          .as("nothing comes late within the bound")
          .isEmpty();
      for (Signal signal : harness.sideOutput(StruggleScore.SIGNALS)) {
        signals.add(expectation(signal));
        signs.merge(signal.getKind(), 1, Integer::sum);
        add("signals of " + signal.getSessionId(), SIGNAL.encode(signal));
      }
      for (Detection detection : harness.output()) {
        detections++;
        struggles.add(expectation(detection));
        add("detections of " + detection.getSessionId(), DETECTION.encode(detection));
      }
    }

    private void add(String key, byte[] bytes) {
      found.computeIfAbsent(key, ignored -> new ArrayList<>()).add(HexFormat.of().formatHex(bytes));
    }
  }

  private static ExpectedSignal expectation(Signal signal) {
    ExpectedSignal expectation =
        new ExpectedSignal(
            signal.getKind(),
            signal.getSessionId(),
            signal.getOccurredAt().toEpochMilli(),
            signal.getStep(),
            signal.getEvidence());
    assertThat(signal.getSignalId()).isEqualTo(expectation.signalId());
    return expectation;
  }

  private static ExpectedStruggle expectation(Detection found) {
    Map<String, String> deciding = new TreeMap<>();
    found
        .getEvidence()
        .forEach(id -> deciding.put(Ids.detection(found.getKind(), found.getStep(), id), id));
    return new ExpectedStruggle(
        found.getKey(),
        found.getDetectedAt().toEpochMilli(),
        found.getFirstEvidenceAt().toEpochMilli(),
        found.getLastEvidenceAt().toEpochMilli(),
        found.getStep(),
        found.getStage(),
        found.getCause(),
        Math.round(found.getScore() * 1000),
        found.getSignalIds(),
        found.getEvidence(),
        String.valueOf(deciding.get(found.getDetectionId())));
  }

  private static DataStream<Detection> detect(DataStream<Received> events, Engine engine) {
    Settings settings = Settings.builtIn().with(Map.of("detect.engine", engine.word()));
    return StruggleDetector.attach(events, settings, "test-job").detections();
  }
}

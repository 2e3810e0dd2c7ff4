package io.floorwalker.detect.struggle;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Ids;
import io.floorwalker.contract.Wire;
import io.floorwalker.detect.AroundTheEdges;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /** Another site with a patience of its own. */
  private static final StruggleOracleSettings OTHER =
      new StruggleOracleSettings(
          2_000,
          Duration.ofMinutes(2),
          Duration.ofMinutes(20),
          new StruggleOracleSettings.Signals(
              Duration.ofMillis(2_000),
              Duration.ofSeconds(60),
              Duration.ofSeconds(40),
              new StruggleOracleSettings.Slow(3_999, 499),
              List.of("help")),
          Duration.ofMillis(RandomSessions.DISORDER));

  private static final Settings SETTINGS_APART =
      Settings.builtIn()
          .with(
              Map.of(
                  "sites.other.struggle.threshold", "2000",
                  "sites.other.struggle.rearm.after", "2m",
                  "sites.other.struggle.chat.quiet", "20m",
                  "sites.other.struggle.dead-click.after", "2s",
                  "sites.other.struggle.stall.after", "60s",
                  "sites.other.struggle.gave-up.after", "40s",
                  "sites.other.struggle.slow.lcp", "3999",
                  "sites.other.struggle.slow.inp", "499",
                  "sites.other.struggle.suppress", "help"));

  private static final Wire<Signal> SIGNAL = Wire.of(Signal.class);
  private static final Wire<Detection> DETECTION = Wire.of(Detection.class);

  @Property
  void whatIsFoundDoesNotDependOnHowItCameNorOnTheEngine(
      @ForAll long seed, @ForAll boolean apart, @ForAll Engine engine) {
    List<CustomerEvent> arrivals = new RandomSessions(seed).ofSessions(SESSIONS);
    Settings settings = apart ? SETTINGS_APART : Settings.builtIn();

    Run perfect = new Run(settings);
    perfect.inPerfectOrder(arrivals);
    Run real = new Run(settings.with(Map.of("detect.engine", engine.word())));
    real.asItCame(arrivals, new Random(seed));

    assertThat(real.found).isEqualTo(perfect.found);
    List<ExpectedSignal> signals = new ArrayList<>();
    List<ExpectedStruggle> struggles = new ArrayList<>();
    // A session is of one site, so each site may have an oracle of its own.
    Map<Boolean, List<CustomerEvent>> bySite =
        arrivals.stream()
            .collect(
                Collectors.partitioningBy(
                    event -> event.getSite().equals(RandomSessions.OTHER_SITE)));
    bySite.forEach(
        (isOther, events) -> {
          StruggleOracle oracle =
              StruggleOracle.of(isOther && apart ? OTHER : StruggleOracleSettings.builtIn());
          signals.addAll(oracle.signals(events));
          struggles.addAll(oracle.detections(events));
        });
    assertThat(real.signals).containsExactlyInAnyOrderElementsOf(signals);
    assertThat(real.struggles).containsExactlyInAnyOrderElementsOf(struggles);
  }

  @Property
  void theSessionsLieAroundTheEdges(@ForAll long seed) {
    List<CustomerEvent> session = new RandomSessions(seed).ofSessions(1);
    new AroundTheEdges<CustomerEvent>(
            StrugglePropertyTest::signs, event -> later(event, session.size()))
        .count(session, signs(session));
  }

  private static Set<String> signs(List<CustomerEvent> events) {
    return StruggleOracle.of(StruggleOracleSettings.builtIn()).signals(events).stream()
        .map(ExpectedSignal::signalId)
        .collect(Collectors.toSet());
  }

  private static CustomerEvent later(CustomerEvent event, int number) {
    return CustomerEvent.newBuilder(event)
        .setEventId("again-" + number)
        .setOccurredAt(event.getOccurredAt().plusMillis(1))
        .build();
  }

  @Test
  void theHistoriesHaveSignsOfEveryKindAndStruggles() {
    Run run = new Run(Settings.builtIn());
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

    Run(Settings settings) {
      run = new DetectorRun(events -> detect(events, settings), this::collect, Run::hasKeptNothing);
    }

    void inPerfectOrder(List<CustomerEvent> arrivals) {
      run.inPerfectOrder(arrivals);
    }

    void asItCame(List<CustomerEvent> arrivals, Random random) {
      run.asItCame(arrivals, random, new DetectorRun.Pace(RandomSessions.DISORDER, 40, 2));
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

  private static DataStream<Detection> detect(DataStream<Received> events, Settings settings) {
    return StruggleDetector.attach(events, settings, "test-job").detections();
  }
}

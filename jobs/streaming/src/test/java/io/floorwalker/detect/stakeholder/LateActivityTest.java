package io.floorwalker.detect.stakeholder;

import static io.floorwalker.testkit.Detections.detection;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.oracle.ExpectedStakeholder;
import io.floorwalker.oracle.StakeholderOracle;
import io.floorwalker.oracle.StakeholderOracleSettings;
import io.floorwalker.oracle.StakeholderOracleSettings.Rhythm;
import io.floorwalker.oracle.StakeholderOracleSettings.Roster;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.DetectionCondition;
import io.floorwalker.testkit.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** An activity that comes too late takes back what it would have prevented. L is 7 d. */
class LateActivityTest {
  private static final int CONTACTS = 3;
  private static final long LATEST = Duration.ofHours(23).toMillis();
  private static final List<Duration> STEPS =
      List.of(Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(14), Duration.ofDays(30));

  @Test
  void aStepThatItWouldHavePreventedIsTakenBackAndTheNextIsDueFromIt() {
    silentFor7Days()
        .watermark("7d12h")
        .seen("6d23h", "late")
        .watermark("13d23h")
        .watched()
        .emits(
            said("1", Phase.OPENED, 1).evidence("e-1"),
            said("1", Phase.RETRACTED, 2)
                .evidence("late")
                .firstEvidence("6d23h")
                .lastEvidence("6d23h")
                .and("late activity", one -> "late_activity".equals(one.getReason()))
                .and("says when", one -> one.getDetectedAt().equals(Moment.at("7d"))),
            said("1", Phase.OPENED, 1).evidence("late").deadline("13d23h"))
        .late(StakeholderWatch.LATE, 1)
        .counts("retracted", 1);
  }

  @Test
  void itsRepeatChangesNothing() {
    silentFor7Days()
        .watermark("7d12h")
        .seen("6d23h", "late")
        .restoreAt(2)
        .watermark("7d13h")
        .seen("6d23h", "late")
        .watermark("8d")
        .watched()
        .emits(said("1", Phase.OPENED, 1), said("1", Phase.RETRACTED, 2))
        .late(StakeholderWatch.LATE, 1)
        .counts("repeated", 1);
  }

  @Test
  void aStepThatFellDueBeforeItStandsAndIsClosedByIt() {
    silentFor7Days()
        .watermark("7d12h")
        .seen("7d", "late")
        .watermark("8d")
        .watched()
        .emits(
            said("1", Phase.OPENED, 1),
            said("1", Phase.CLOSED, 2)
                .and("at its time", one -> one.getDetectedAt().equals(Moment.at("7d"))),
            returned(Phase.OPENED).evidence("late"));
  }

  @Test
  void whatWasClosedByAReturnIsTakenBackWithTheReturn() {
    silentFor7Days()
        .seen("7d1h", "e-2")
        .watermark("7d12h")
        .seen("6d23h", "late")
        .watermark("8d")
        .watched()
        .emits(
            said("1", Phase.OPENED, 1),
            said("1", Phase.CLOSED, 2),
            returned(Phase.OPENED).evidence("e-2"),
            said("1", Phase.RETRACTED, 3),
            returned(Phase.RETRACTED));
  }

  @Test
  void aContactThatWasActiveAfterAllIsNotCalledNeverActive() {
    new ContactTimeline()
        .listed("0m")
        .watermark("7d12h")
        .seen("6d23h", "late")
        .watermark("13d23h")
        .watched()
        .emits(
            never(Phase.OPENED),
            never(Phase.RETRACTED),
            said("1", Phase.OPENED, 1).evidence("late").deadline("13d23h"));
  }

  @Test
  void anOlderOneThanTheLastKnownChangesNothing() {
    new ContactTimeline()
        .listed("0m")
        .seen("1d", "e-1")
        .watermark("1d12h")
        .seen("23h", "late")
        .watermark("8d")
        .watched()
        .emits(said("1", Phase.OPENED, 1).evidence("e-1").deadline("8d"))
        .late(StakeholderWatch.LATE, 1)
        .counts("retracted", 0);
  }

  @Test
  void theHorizonIsHalfOpen() {
    silentFor7Days()
        .watermark("7d22h59m59s999ms")
        .seen("6d23h", "late")
        .watermark("8d")
        .watched()
        .emits(said("1", Phase.OPENED, 1), said("1", Phase.RETRACTED, 2));
    silentFor7Days()
        .watermark("7d23h")
        .seen("6d23h", "late")
        .watermark("8d")
        .watched()
        .emits(said("1", Phase.OPENED, 1))
        .late(StakeholderWatch.LATE, 1);
  }

  @Test
  void withoutAHorizonNothingIsTakenBackOrKept() {
    silentFor7Days()
        .watermark("7d1h")
        .seen("7d", "late")
        .watched(Settings.builtIn().with(Map.of("correction.horizon", "0")), null)
        .emits(said("1", Phase.OPENED, 1))
        .late(StakeholderWatch.LATE, 1)
        .leavesState(2);
  }

  @Property
  void whatStandsIsWhatTheOracleSaysOverAll(
      @ForAll long seed, @ForAll Roster roster, @ForAll boolean learned) {
    Random random = new Random(seed);
    List<Watched> arrivals = late(new RandomContacts(seed).quietArrivals(CONTACTS), random);
    Settings settings =
        Settings.builtIn()
            .with(
                Map.of(
                    "stakeholder.roster", roster == Roster.REQUIRED ? "required" : "optional",
                    "stakeholder.rhythm", learned ? "learned" : "fixed"));
    StakeholderOracleSettings rule =
        StakeholderOracleSettings.builtIn(roster).with(learned ? Rhythm.builtIn() : Rhythm.fixed());

    assertThat(standing(run(arrivals, settings, random)))
        .containsExactlyInAnyOrderElementsOf(expected(arrivals, rule));
  }

  /** Every id and its last word; a word that was taken back is none. */
  private static List<String> standing(List<Detection> said) {
    Map<String, Detection> newest = new HashMap<>();
    for (Detection detection : said) {
      Detection before = newest.put(detection.getDetectionId(), detection);
      assertThat(detection.getVersion())
          .as("version of %s after %s", detection, before)
          .isEqualTo(before == null ? 1 : before.getVersion() + 1);
      assertThat(detection.getPhase() == Phase.OPENED)
          .as("phase of %s after %s", detection, before)
          .isEqualTo(before == null || before.getPhase() == Phase.RETRACTED);
    }
    Statistics.label("something is taken back")
        .collect(said.stream().anyMatch(one -> one.getPhase() == Phase.RETRACTED));
    Statistics.label("something is taken back")
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    return newest.values().stream()
        .filter(one -> one.getPhase() != Phase.RETRACTED)
        .map(one -> text(one.getKind(), one.getKey(), one.getPhase(), one.getDetectionId()))
        .toList();
  }

  private static List<String> expected(List<Watched> arrivals, StakeholderOracleSettings rule) {
    Map<String, ExpectedStakeholder> newest = new HashMap<>();
    OracleHistory history = OracleHistory.of(arrivals);
    for (ExpectedStakeholder one :
        StakeholderOracle.of(rule).detections(history.events(), history.roster(), Long.MAX_VALUE)) {
      newest.merge(one.detectionId(), one, (a, b) -> a.version() > b.version() ? a : b);
    }
    return newest.values().stream()
        .map(one -> text(one.kind(), one.key(), one.phase(), one.detectionId()))
        .toList();
  }

  private static String text(String kind, String key, Phase phase, String id) {
    return "%s of %s %s: %s".formatted(kind, key, phase, id);
  }

  private static List<Detection> run(List<Watched> arrivals, Settings settings, Random random) {
    List<Detection> said = new ArrayList<>();
    new ContactRun(
            inputs -> ContactTimeline.watch(inputs, settings, null),
            harness -> said.addAll(harness.output()),
            harness -> {})
        .asItCame(arrivals, random, 1);
    return said;
  }

  /**
   * One activity in four comes up to 23 h late; and one in two has another behind it, shortly
   * before a step falls due; others are heard of meanwhile, so that time goes on.
   */
  private static List<Watched> late(List<Watched> arrivals, Random random) {
    record Arrival(long at, Watched input) {}
    List<Arrival> all = new ArrayList<>();
    for (Watched input : arrivals) {
      boolean isLate = input.activity() != null && random.nextInt(4) == 0;
      long delay = random.nextLong(isLate ? LATEST : RandomContacts.DISORDER);
      all.add(new Arrival(input.at() + delay, input));
      if (input.activity() != null && random.nextInt(2) == 0) {
        Watched another = before(STEPS.get(random.nextInt(STEPS.size())), input, random);
        long arrivesAt = another.at() + random.nextLong(LATEST);
        all.add(new Arrival(arrivesAt - 1, activity(input, "clock", arrivesAt - 1)));
        all.add(new Arrival(arrivesAt, another));
      }
    }
    return all.stream().sorted(Comparator.comparingLong(Arrival::at)).map(Arrival::input).toList();
  }

  private static Watched before(Duration step, Watched input, Random random) {
    long at = input.at() + step.toMillis() - random.nextLong(LATEST / 3);
    return activity(input, input.contact().contact(), at);
  }

  private static Watched activity(Watched like, String contact, long at) {
    return Watched.of(
        new Received(
            CustomerEvent.newBuilder(like.event())
                .setEventId("%s of %s at %d".formatted(like.event().getEventId(), contact, at))
                .setContactId(contact)
                .setOccurredAt(Instant.ofEpochMilli(at))
                .build(),
            0,
            0,
            0));
  }

  private static ContactTimeline silentFor7Days() {
    return new ContactTimeline().listed("0m").seen("0m", "e-1");
  }

  private static DetectionCondition said(String step, Phase phase, int version) {
    return detection("stakeholder_stale")
        .and(
            "step %s %s, version %d".formatted(step, phase, version),
            one ->
                Objects.equals(one.getStep(), step)
                    && one.getPhase() == phase
                    && one.getVersion() == version);
  }

  private static DetectionCondition returned(Phase phase) {
    return detection("stakeholder_returned").and(phase.name(), one -> one.getPhase() == phase);
  }

  private static DetectionCondition never(Phase phase) {
    return detection("stakeholder_never_active").and(phase.name(), one -> one.getPhase() == phase);
  }
}

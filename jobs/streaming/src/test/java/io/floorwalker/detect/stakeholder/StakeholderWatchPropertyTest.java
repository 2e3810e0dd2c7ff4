package io.floorwalker.detect.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.AroundTheEdges;
import io.floorwalker.oracle.CommitteeOracle;
import io.floorwalker.oracle.ExpectedStakeholder;
import io.floorwalker.oracle.StakeholderOracle;
import io.floorwalker.oracle.StakeholderOracleSettings;
import io.floorwalker.oracle.StakeholderOracleSettings.BulkLoad;
import io.floorwalker.oracle.StakeholderOracleSettings.Calendar;
import io.floorwalker.oracle.StakeholderOracleSettings.Rhythm;
import io.floorwalker.oracle.StakeholderOracleSettings.Roster;
import io.floorwalker.oracle.StakeholderOracleSettings.Steps;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.PipelineHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Whatever the order of arrival, the watermarks, restores and re-scales: what is found and written
 * down is the same as where all came in order, each behind its own watermark, and what is found is
 * what the oracle says.
 */
class StakeholderWatchPropertyTest {
  private static final int CONTACTS = 15;
  private static final int BULK = 3;

  /** A tier that is missed sooner. */
  private static final Map<String, Steps> GOLD =
      Map.of("gold", new Steps(Duration.ofDays(5), Duration.ofDays(4), Duration.ofDays(9)));

  private static final Map<String, String> GOLD_APART =
      Map.of(
          "tiers.gold.stakeholder.stale.after", "5d",
          "tiers.gold.stakeholder.stale.second.after", "4d",
          "tiers.gold.stakeholder.stale.third.after", "9d");

  private static final StakeholderOracleSettings SOONER =
      new StakeholderOracleSettings(
              Roster.OPTIONAL,
              Duration.ofDays(7).minusMillis(1),
              Duration.ofDays(7),
              Duration.ofDays(23))
          .with(Rhythm.builtIn());
  private static final List<String> KINDS =
      List.of(
          "stakeholder_stale",
          "stakeholder_never_active",
          "stakeholder_returned",
          "single_threaded",
          "champion_dark",
          "decision_maker_dark",
          "coverage_low",
          "usage_drop");

  @Property
  void whatIsFoundDoesNotDependOnTheArrival(
      @ForAll long seed,
      @ForAll Roster roster,
      @ForAll boolean learned,
      @ForAll boolean apart,
      @ForAll Calendar calendar) {
    Settings settings =
        Settings.builtIn()
            .with(
                Map.of(
                    "stakeholder.roster", roster == Roster.REQUIRED ? "required" : "optional",
                    "stakeholder.rhythm", learned ? "learned" : "fixed",
                    "stakeholder.calendar",
                        calendar == Calendar.BUSINESS ? "business" : "every-day",
                    "stakeholder.bulk.contacts", Integer.toString(BULK),
                    "stakeholder.required-roles.gold", "champion,user"))
            .with(apart ? GOLD_APART : Map.of());
    StakeholderOracleSettings rule =
        StakeholderOracleSettings.builtIn(roster)
            .with(learned ? Rhythm.builtIn() : Rhythm.fixed())
            .with(calendar)
            .with(new BulkLoad(BULK, Duration.ofDays(14)))
            .with(apart ? GOLD : Map.of());
    List<Watched> arrivals = new RandomContacts(seed).arrivals(CONTACTS);

    List<SpecificRecordBase> found = run(arrivals, settings, new Random(seed));

    assertThat(texts(found)).isEqualTo(texts(inOrder(arrivals, settings))).isNotEmpty();
    List<ExpectedStakeholder> detections =
        found.stream()
            .filter(Detection.class::isInstance)
            .map(one -> expectation((Detection) one))
            .toList();
    assertThat(texts(detections)).isEqualTo(texts(expected(arrivals, rule)));
    countKinds(found);
    assertThat(found)
        .filteredOn(Detection.class::isInstance)
        .satisfies(opened -> requireOpenedBeforeClosed(opened));
  }

  @Property
  void theHistoriesLieAroundTheEdges(@ForAll long seed) {
    List<Watched> history = new RandomContacts(seed).ofOneContact();
    new AroundTheEdges<Watched>(
            inputs -> ids(inputs, StakeholderOracleSettings.builtIn(Roster.OPTIONAL)),
            StakeholderWatchPropertyTest::later)
        .count(history, ids(history, SOONER));
  }

  private static Set<String> ids(List<Watched> inputs, StakeholderOracleSettings rule) {
    return expected(inputs, rule).stream()
        .map(ExpectedStakeholder::detectionId)
        .collect(Collectors.toSet());
  }

  private static Watched later(Watched input) {
    io.floorwalker.source.RosterChange change = input.change();
    if (change != null) {
      return Watched.of(
          new io.floorwalker.source.RosterChange(
              change.account(), change.contact(), change.at() + 1, null, 0, 0));
    }
    CustomerEvent event = input.event();
    return Watched.of(
        new Received(
            CustomerEvent.newBuilder(event)
                .setEventId(event.getEventId() + "-again")
                .setOccurredAt(event.getOccurredAt().plusMillis(1))
                .build(),
            0,
            0,
            0));
  }

  /** Whatever their order; sorted, since comparing each with each takes too long. */
  private static List<String> texts(List<?> records) {
    return records.stream().map(String::valueOf).sorted().toList();
  }

  /** What is never found is not compared: every kind has to come up. */
  private static void countKinds(List<SpecificRecordBase> found) {
    for (SpecificRecordBase one : found) {
      if (one instanceof Detection detection) {
        Statistics.label("found").collect(detection.getKind());
        Statistics.label("of a bulk load").collect("bulk_load".equals(detection.getReason()));
      }
    }
    Statistics.label("found")
        .coverage(
            coverage -> {
              for (String kind : KINDS) {
                coverage.check(kind).count(count -> count > 0);
              }
            });
    Statistics.label("of a bulk load")
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  private static List<ExpectedStakeholder> expected(
      List<Watched> arrivals, StakeholderOracleSettings rule) {
    OracleHistory history = OracleHistory.of(arrivals);
    List<ExpectedStakeholder> expected =
        new ArrayList<>(
            StakeholderOracle.of(rule)
                .detections(history.events(), history.roster(), Long.MAX_VALUE));
    expected.addAll(
        CommitteeOracle.of(rule, Map.of("gold", List.of("champion", "user")))
            .detections(history.events(), history.roster()));
    return expected;
  }

  private static ExpectedStakeholder expectation(Detection found) {
    return new ExpectedStakeholder(
        found.getKind(),
        found.getPhase(),
        found.getVersion(),
        found.getStep(),
        found.getKey(),
        found.getDetectedAt().toEpochMilli(),
        found.getLastEvidenceAt().toEpochMilli(),
        found.getEvidence(),
        found.getReason(),
        found.getDetectionId());
  }

  private static void requireOpenedBeforeClosed(List<? extends SpecificRecordBase> records) {
    Map<String, Phase> phases = new HashMap<>();
    for (SpecificRecordBase entry : records) {
      Detection detection = (Detection) entry;
      Phase before = phases.put(detection.getDetectionId(), detection.getPhase());
      assertThat(before)
          .as("before %s", detection)
          .isEqualTo(detection.getPhase() == Phase.OPENED ? null : Phase.OPENED);
    }
  }

  private static List<SpecificRecordBase> inOrder(List<Watched> arrivals, Settings settings) {
    List<Watched> sorted = arrivals.stream().sorted(Comparator.comparingLong(Watched::at)).toList();
    try (PipelineHarness<Watched, Detection> harness = open(settings)) {
      for (Watched input : sorted) {
        harness.watermark(input.at() - 1);
        harness.element(input, input.at());
      }
      harness.endOfInput();
      return results(harness);
    }
  }

  private static List<SpecificRecordBase> run(
      List<Watched> arrivals, Settings settings, Random random) {
    List<SpecificRecordBase> found = new ArrayList<>();
    new ContactRun(
            inputs -> ContactTimeline.detect(inputs, settings, null).detections(),
            harness -> found.addAll(results(harness)),
            harness ->
                assertThat(harness.counter("late") + harness.counter("late_rows"))
                    .as("nothing comes late within the bound")
                    .isZero())
        .asItCame(arrivals, random, 40);
    return found;
  }

  private static List<SpecificRecordBase> results(PipelineHarness<Watched, Detection> harness) {
    List<SpecificRecordBase> results = new ArrayList<>(harness.output());
    results.addAll(harness.sideOutput(StakeholderWatch.ACTIVITY));
    return results;
  }

  private static PipelineHarness<Watched, Detection> open(Settings settings) {
    return PipelineHarness.of(
        Watched.TYPE,
        (DataStream<Watched> inputs) ->
            ContactTimeline.detect(inputs, settings, null).detections());
  }
}

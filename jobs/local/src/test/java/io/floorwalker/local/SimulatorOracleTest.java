package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.oracle.AbandonmentOracle;
import io.floorwalker.oracle.ExpectedReopening;
import io.floorwalker.oracle.ExpectedSignal;
import io.floorwalker.oracle.IncidentOracle;
import io.floorwalker.oracle.IncidentOracleSettings;
import io.floorwalker.oracle.KeyBy;
import io.floorwalker.oracle.OracleSettings;
import io.floorwalker.oracle.ReopenOracle;
import io.floorwalker.oracle.ReopenOracleSettings;
import io.floorwalker.oracle.RosterChange;
import io.floorwalker.oracle.StakeholderOracle;
import io.floorwalker.oracle.StakeholderOracleSettings;
import io.floorwalker.oracle.StakeholderOracleSettings.Rhythm;
import io.floorwalker.oracle.StruggleOracle;
import io.floorwalker.oracle.StruggleOracleSettings;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Phase;
import io.floorwalker.simulator.Emission;
import io.floorwalker.simulator.Fate;
import io.floorwalker.simulator.Shop;
import io.floorwalker.simulator.ShopSettings;
import io.floorwalker.simulator.Thresholds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the scripts of shoppers and contacts say and what the oracles find in their events; neither
 * was written from the other.
 */
class SimulatorOracleTest {
  private static final long START = 1_772_445_600_000L;
  private static final Duration KEPT = Duration.ofDays(7);

  private final List<CustomerEvent> events = new ArrayList<>();
  private final List<RosterChange> roster = new ArrayList<>();
  private final Set<Finding> scripted = new HashSet<>();

  @ParameterizedTest
  @CsvSource({"1, 45, 1", "2, 45, 20", "3, 1800, 1", "4, 5, 5"})
  void theyAgreeOnADemo(long seed, long silenceSeconds, double speed) {
    Duration silence = Duration.ofSeconds(silenceSeconds);
    Thresholds thresholds =
        new Thresholds(
            silence.multipliedBy(2),
            silence.plusMillis(1),
            silence,
            silence,
            silence.dividedBy(2),
            silence.multipliedBy(3),
            silence.multipliedBy(2),
            silence.multipliedBy(4),
            false);
    open(ShopSettings.demo(seed, 2_000, speed, thresholds));

    assertThat(found(thresholds)).containsExactlyInAnyOrderElementsOf(scripted);
    assertThat(scripted).hasSizeGreaterThan(100);
  }

  @Test
  @SuppressWarnings("SystemOut") // the figures are what this run is for
  void theyAgreeOnAHistoryOfTenThousandVisits() {
    Thresholds thresholds = Thresholds.builtIn();
    open(ShopSettings.history(1, 10_000, 60, thresholds));

    Set<Finding> found = found(thresholds);

    Map<String, Long> kinds = byKind(scripted);
    kinds.forEach((kind, count) -> System.out.printf("%-28s %5d of the scripts%n", kind, count));
    System.out.printf(
        "%d events, %d missed, %d extra%n",
        events.size(), without(scripted, found).size(), without(found, scripted).size());
    assertThat(found).containsExactlyInAnyOrderElementsOf(scripted);
    assertThat(kinds).hasSize(12);
    assertThat(
            IncidentOracle.of(
                    StruggleOracle.of(StruggleOracleSettings.builtIn()),
                    IncidentOracleSettings.builtIn())
                .incidents(events))
        .as("nobody's script is an outage")
        .isEmpty();
    assertThat(kinds.values()).allMatch(count -> count >= 100);

    Map<String, Long> signs = signs();
    signs.forEach((kind, count) -> System.out.printf("%-28s %5d signs%n", kind, count));
    assertThat(signs).hasSize(14);
    assertThat(signs.values()).allMatch(count -> count >= 100);
  }

  private void open(ShopSettings settings) {
    Wire<Account> rows = Wire.of(Account.class);
    Shop.open(
            settings,
            START,
            truth ->
                scripted.add(
                    new Finding(
                        truth.kind(), truth.step(), truth.key(), truth.atMs(), truth.evidence())))
        .forEachRemaining(
            sent -> {
              CustomerEvent event = sent.event();
              if (event != null && sent.fate() != Fate.FAR_FUTURE) {
                events.add(event);
              } else if (sent.topic().equals(Topics.ACCOUNTS)) {
                roster.add(change(rows, sent));
              }
            });
  }

  private static RosterChange change(Wire<Account> rows, Emission sent) {
    byte[] value = sent.value();
    if (value == null) {
      String[] key = new String(sent.key(), StandardCharsets.UTF_8).split("\\|", 2);
      return RosterChange.removed(key[0], key[1], sent.sendAtMs());
    }
    try {
      return RosterChange.of(rows.decode(value));
    } catch (io.floorwalker.contract.MalformedRecord e) {
      throw new AssertionError("a row of the simulator cannot be read", e);
    }
  }

  private Set<Finding> found(Thresholds thresholds) {
    Set<Finding> found = new HashSet<>();
    AbandonmentOracle carts =
        AbandonmentOracle.of(
            new OracleSettings(
                KeyBy.CUSTOMER,
                thresholds.browseAfter(),
                thresholds.searchAfter(),
                3,
                Duration.ofMinutes(30),
                thresholds.cartAfter(),
                thresholds.checkoutAfter(),
                thresholds.paymentAfter(),
                KEPT));
    carts
        .detections(events)
        .forEach(
            one ->
                found.add(
                    new Finding(one.kind(), "", one.key(), one.detectedAt(), one.evidence())));
    ReopenOracle.of(carts, ReopenOracleSettings.builtIn())
        .detections(events)
        .forEach(
            one ->
                found.add(
                    new Finding(ExpectedReopening.KIND, "", one.key(), one.at(), one.evidence())));
    StruggleOracle.of(StruggleOracleSettings.builtIn())
        .detections(events)
        .forEach(
            one ->
                found.add(
                    new Finding(
                        "checkout_struggle",
                        one.step() == null ? "" : one.step(),
                        one.session(),
                        one.at(),
                        one.evidence())));
    StakeholderOracle.of(
            new StakeholderOracleSettings(
                    StakeholderOracleSettings.Roster.REQUIRED,
                    thresholds.staleAfter(),
                    thresholds.staleSecondAfter(),
                    thresholds.staleThirdAfter())
                .with(thresholds.learnsRhythm() ? Rhythm.builtIn() : Rhythm.fixed()))
        .detections(events, roster, Long.MAX_VALUE)
        .stream()
        .filter(one -> one.phase() == Phase.OPENED)
        .forEach(
            one ->
                found.add(
                    new Finding(
                        one.kind(),
                        one.step() == null ? "" : one.step(),
                        one.key(),
                        one.at(),
                        one.evidence())));
    return found;
  }

  private Map<String, Long> signs() {
    return StruggleOracle.of(StruggleOracleSettings.builtIn()).signals(events).stream()
        .collect(Collectors.groupingBy(ExpectedSignal::kind, TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Long> byKind(Set<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                one ->
                    one.kind() + (one.kind().equals("stakeholder_stale") ? " " + one.step() : ""),
                TreeMap::new,
                Collectors.counting()));
  }

  private static Set<Finding> without(Set<Finding> some, Set<Finding> others) {
    return some.stream()
        .filter(one -> !others.contains(one))
        .collect(Collectors.toMap(Function.identity(), one -> one))
        .keySet();
  }
}

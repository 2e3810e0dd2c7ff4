package io.floorwalker.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final ShopSettings HISTORY =
      ShopSettings.history(1, 10_000, 60, Thresholds.builtIn());
  private static final List<String> KINDS =
      List.of(
          "browse_abandoned",
          "search_abandoned",
          "cart_abandoned",
          "checkout_abandoned",
          "payment_abandoned",
          "intent_reopened",
          "checkout_struggle",
          "stakeholder_stale 1",
          "stakeholder_stale 2",
          "stakeholder_stale 3",
          "stakeholder_never_active",
          "stakeholder_returned");

  @Test
  void everyKindIsTrueAHundredTimesAndDaysHaveNights() {
    TestingDay day = TestingDay.of(HISTORY);
    Map<String, Long> counts =
        day.truths().stream().collect(groupingBy(HistoryTest::kind, TreeMap::new, counting()));
    System.out.println("history of seed 1, 10,000 sessions in 60 days: " + counts);

    assertThat(counts).containsOnlyKeys(KINDS);
    assertThat(counts.values()).allMatch(count -> count >= 100);
    assertThat(day.visits()).hasSize(10_000);
    assertThat(day.truths()).doesNotHaveDuplicates();
    assertThatItIsSpread(day.visits().values().stream().map(visit -> visit.get(0)).toList());
  }

  @Test
  void atLeastThreeInTenShoppersAreNearMisses() {
    List<Script> scripts = TestingDay.scripts(5_000);
    long near = scripts.stream().filter(script -> script.plot().traits().nearMiss()).count();
    double share = near / (double) scripts.size();
    System.out.printf("near misses: %.3f of the shoppers%n", share);

    assertThat(share).isGreaterThanOrEqualTo(0.3);
  }

  @Test
  void anEvenDayAndADayWithANightAreOneDay() {
    for (long ms = -200_000_000L; ms < 200_000_000L; ms += 1_234_567) {
      assertThat(DayAndNight.clockAt(DayAndNight.evenAt(ms))).isBetween(ms - 100, ms + 100);
    }
  }

  private static void assertThatItIsSpread(List<CustomerEvent> firsts) {
    long days =
        firsts.stream()
            .map(event -> event.getOccurredAt().atOffset(ZoneOffset.UTC).toLocalDate())
            .distinct()
            .count();
    Map<Integer, Long> hours =
        firsts.stream()
            .collect(
                groupingBy(
                    event -> event.getOccurredAt().atOffset(ZoneOffset.UTC).getHour(), counting()));

    assertThat(days).isBetween(59L, 62L);
    assertThat(hours.getOrDefault(19, 0L)).isGreaterThan(4 * hours.getOrDefault(3, 0L));
    assertThat(firsts)
        .allMatch(
            event ->
                event
                    .getOccurredAt()
                    .isBefore(Instant.ofEpochMilli(TestingDay.OPENS).plus(Duration.ofDays(62))));
  }

  private static String kind(Truth truth) {
    return truth.kind().equals("stakeholder_stale")
        ? truth.kind() + " " + truth.step()
        : truth.kind();
  }
}

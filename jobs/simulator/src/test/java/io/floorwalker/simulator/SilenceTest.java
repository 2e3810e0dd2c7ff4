package io.floorwalker.simulator;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final Thresholds SOON =
      TestingDay.soon(Duration.ofSeconds(45), Duration.ofMinutes(2));
  private static final ShopSettings HISTORY =
      ShopSettings.history(3, 2_000, 90, Thresholds.builtIn());

  @Test
  void theScriptsSayWhatRowsAndEventsOfEachContactSay() throws MalformedRecord {
    assertThatTheyAgree(HISTORY);
    assertThatTheyAgree(ShopSettings.demo(3, 3_000, 10, SOON).with(Flaws.none()));
    assertThatTheyAgree(
        ShopSettings.demo(
            3, 2_000, 10, TestingDay.soon(Duration.ofSeconds(5), Duration.ofSeconds(1))));
  }

  @Test
  void whoIsSilentAtTheEndFallsDueAtAllThreeSteps() {
    TestingDay day = TestingDay.of(HISTORY);
    long end = TestingDay.OPENS + Duration.ofDays(90).toMillis();

    for (String step : List.of("1", "2", "3")) {
      assertThat(day.truths("stakeholder_stale"))
          .filteredOn(truth -> truth.step().equals(step) && truth.atMs() > end)
          .isNotEmpty();
    }
  }

  @Test
  void nobodyIsActiveAfterTheEnd() {
    long end = TestingDay.OPENS + Duration.ofDays(90).toMillis();

    assertThat(TestingDay.of(HISTORY).events())
        .filteredOn(event -> event.getContactId() != null)
        .isNotEmpty()
        .allMatch(event -> event.getOccurredAt().toEpochMilli() <= end);
  }

  @Test
  void returnsHappenToTheMillisecond() {
    TestingDay day = TestingDay.of(HISTORY);
    Map<String, Set<Long>> gaps = new HashMap<>();
    Map<String, Long> last = new HashMap<>();
    for (CustomerEvent event : day.events()) {
      if (event.getContactId() == null || event.getIsBot()) {
        continue;
      }
      long at = event.getOccurredAt().toEpochMilli();
      Long before = last.put(event.getContactId(), at);
      if (before != null) {
        gaps.computeIfAbsent("all", all -> new HashSet<>()).add(at - before);
      }
    }
    long week = Duration.ofDays(7).toMillis();

    assertThat(gaps.get("all")).contains(week - 1, week, 2 * week - 1);
    long learned = Duration.ofDays(5).toMillis();
    assertThat(gaps.get("all")).as("a rhythm was learned").contains(learned - 1, learned);
  }

  @Test
  void everyEventOfAContactCarriesBothIdsAndAUser() {
    TestingDay day = TestingDay.of(ShopSettings.demo(3, 500, 10, SOON));

    assertThat(day.events())
        .filteredOn(event -> event.getAccountId() != null)
        .isNotEmpty()
        .allMatch(event -> event.getContactId() != null && event.getUserId() != null);
  }

  @Test
  void theRosterKnowsEveryRoleAndWhoIsNoTarget() throws MalformedRecord {
    List<Account> rows = new ArrayList<>();
    for (TestingSilence.Entry entry :
        entries(TestingDay.of(HISTORY)).values().stream().flatMap(List::stream).toList()) {
      if (entry.row() != null) {
        rows.add(entry.row());
      }
    }

    assertThat(rows.stream().map(Account::getRole))
        .contains("champion", "decision_maker", "user", "buyer");
    assertThat(rows).anyMatch(row -> !row.getTarget()).anyMatch(Account::getTarget);
    assertThat(rows)
        .anyMatch(
            row -> row.getStatus() == ContactStatus.INACTIVE && row.getLastActivityAt() != null)
        .anyMatch(row -> row.getStatus() == ContactStatus.REMOVED)
        .anyMatch(row -> row.getAwayUntil() != null)
        .anyMatch(row -> row.getOwner().equals("rep-new"));
    assertThat(rows)
        .allMatch(
            row ->
                row.getRegion() != null
                    && row.getTimeZone() != null
                    && row.getTier() != null
                    && row.getManager() != null
                    && row.getRosterVersion() != null);
  }

  @Test
  void aRemovalHasNoValueAndComesBehindARowThatSaysSo() throws MalformedRecord {
    Map<String, List<TestingSilence.Entry>> entries = entries(TestingDay.of(HISTORY));
    int removals = 0;
    for (List<TestingSilence.Entry> contact : entries.values()) {
      TestingSilence.Entry last = contact.get(contact.size() - 1);
      if (last.event() == null && last.row() == null) {
        Account before = Objects.requireNonNull(contact.get(contact.size() - 2).row());
        assertThat(before.getStatus()).isEqualTo(ContactStatus.REMOVED);
        removals++;
      }
    }

    assertThat(removals).isPositive();
  }

  @Test
  void theDemoHasTwentyContactsOfSixAccounts() throws MalformedRecord {
    Map<String, List<TestingSilence.Entry>> entries =
        entries(TestingDay.of(ShopSettings.demo(3, 60, 1, SOON)));

    assertThat(entries).hasSize(20);
    assertThat(entries.keySet().stream().map(key -> key.substring(0, key.indexOf('|'))).distinct())
        .hasSize(6);
  }

  private static void assertThatTheyAgree(ShopSettings settings) throws MalformedRecord {
    TestingDay day = TestingDay.of(settings);
    List<Truth> found = new ArrayList<>();
    entries(day)
        .forEach(
            (key, entries) -> found.addAll(TestingSilence.of(key, entries, settings.thresholds())));
    List<Truth> scripted =
        day.truths().stream().filter(truth -> truth.kind().startsWith("stakeholder_")).toList();

    assertThat(scripted).hasSizeGreaterThan(50);
    assertThat(found).containsExactlyInAnyOrderElementsOf(scripted);
  }

  /** What is known of each contact, in the order of time. */
  private static Map<String, List<TestingSilence.Entry>> entries(TestingDay day)
      throws MalformedRecord {
    Wire<Account> wire = Wire.of(Account.class);
    List<Emission> about = new ArrayList<>();
    for (Emission emission : day.sent()) {
      boolean ofContact =
          emission.topic().equals(Topics.ACCOUNTS)
              || (emission.event() != null && emission.event().getContactId() != null);
      if (ofContact && emission.fate() != Fate.FAR_FUTURE && emission.fate() != Fate.REPEATED) {
        about.add(emission);
      }
    }
    Map<String, List<TestingSilence.Entry>> entries = new HashMap<>();
    for (Emission emission : about) {
      CustomerEvent event = emission.event();
      String key =
          event == null
              ? new String(emission.key(), StandardCharsets.UTF_8)
              : event.getAccountId() + "|" + event.getContactId();
      long at = event == null ? emission.sendAtMs() : event.getOccurredAt().toEpochMilli();
      byte[] value = emission.value();
      Account row = event == null && value != null ? wire.decode(value) : null;
      entries
          .computeIfAbsent(key, contact -> new ArrayList<>())
          .add(new TestingSilence.Entry(at, event, row));
    }
    entries
        .values()
        .forEach(contact -> contact.sort((one, other) -> Long.compare(one.atMs(), other.atMs())));
    assertThat(
            entries.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.row() != null)
                .collect(groupingBy(entry -> entry.atMs() == changedAt(entry))))
        .containsOnlyKeys(true);
    return entries;
  }

  private static long changedAt(TestingSilence.Entry entry) {
    return Objects.requireNonNull(entry.row()).getChangedAt().toEpochMilli();
  }
}

package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CRM_ACTIVITY;
import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PAGE_VIEWED;
import static io.floorwalker.contract.EventTypes.PORTAL_ACTIVITY;
import static io.floorwalker.contract.EventTypes.PRODUCT_ADDED;
import static io.floorwalker.contract.EventTypes.SIGNED_IN;
import static io.floorwalker.contract.EventTypes.SIGNED_OUT;
import static io.floorwalker.oracle.Contacts.awayUntil;
import static io.floorwalker.oracle.Contacts.lastActive;
import static io.floorwalker.oracle.Contacts.noTarget;
import static io.floorwalker.oracle.Contacts.status;
import static io.floorwalker.oracle.History.id;
import static io.floorwalker.oracle.History.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.contract.Ids;
import io.floorwalker.oracle.StakeholderOracleSettings.Roster;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StakeholderOracleTest {

  private static final String STALE = "stakeholder_stale";
  private static final String NEVER = "stakeholder_never_active";
  private static final String RETURNED = "stakeholder_returned";

  private final StakeholderOracle oracle =
      StakeholderOracle.of(StakeholderOracleSettings.builtIn(Roster.REQUIRED));
  private final StakeholderOracle withoutRoster =
      StakeholderOracle.of(StakeholderOracleSettings.builtIn(Roster.OPTIONAL));

  @Nested
  class Steps {

    @Test
    void silenceHasThreeStepsAfterSevenFourteenAndThirtyDays() {
      assertThat(detections(new Contacts().row("0s").active("1d")))
          .containsExactly(
              stale("1", "8d", "1d", "e-1"),
              stale("2", "15d", "1d", "e-1"),
              stale("3", "31d", "1d", "e-1"));
    }

    @Test
    void theIdComesFromStepAndActivity() {
      assertThat(detections(new Contacts().row("0s").active("1d")))
          .extracting(ExpectedStakeholder::detectionId)
          .containsExactly(
              Ids.detection(STALE, "1", "e-1"),
              Ids.detection(STALE, "2", "e-1"),
              Ids.detection(STALE, "3", "e-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PORTAL_ACTIVITY, SIGNED_IN, ORDER_PLACED, CRM_ACTIVITY})
    void activityRestartsTheClock(String activity) {
      assertThat(detections(new Contacts().row("0s").active("1d").did("5d", activity)))
          .startsWith(stale("1", "12d", "5d", "e-2"))
          .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE_VIEWED, PRODUCT_ADDED, SIGNED_OUT, "unheard_of"})
    void whatIsNoActivityChangesNothing(String other) {
      assertThat(
              detections(new Contacts().row("0s").active("1d").did("5d", other).did("9d", other)))
          .startsWith(stale("1", "8d", "1d", "e-1"))
          .hasSize(3);
    }

    @Test
    void anActivityOneMillisecondBeforeTheDeadlinePreventsTheStep() {
      assertThat(detections(new Contacts().row("0s").active("1d").active("7d23h59m59.999s")))
          .hasSize(3)
          .startsWith(stale("1", "14d23h59m59.999s", "7d23h59m59.999s", "e-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8d", "8d0.001s"})
    void anActivityAtTheDeadlineOrLaterIsAReturn(String back) {
      assertThat(detections(new Contacts().row("0s").active("1d").active(back), back))
          .containsExactly(
              stale("1", "8d", "1d", "e-1"),
              stale("1", "8d", "1d", "e-1").closed(ms(back), "returned"),
              returned(back, "e-2"));
    }

    @Test
    void aReturnClosesEveryStepThatIsOpenAndTheStepsStartAgain() {
      assertThat(detections(new Contacts().row("0s").active("0s").active("20d"), "27d"))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("2", "14d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("20d"), "returned"),
              stale("2", "14d", "0s", "e-1").closed(ms("20d"), "returned"),
              returned("20d", "e-2"),
              stale("1", "27d", "20d", "e-2"));
    }

    @Test
    void aClosedRowIsTheSecondVersionOfTheSameId() {
      assertThat(detections(new Contacts().row("0s").active("0s").active("8d"), "8d"))
          .filteredOn(found -> found.phase() == Phase.CLOSED)
          .singleElement()
          .satisfies(
              closed -> {
                assertThat(closed.version()).isEqualTo(2);
                assertThat(closed.detectionId()).isEqualTo(Ids.detection(STALE, "1", "e-1"));
                assertThat(closed.lastEvidenceAt()).isEqualTo(ms("0s"));
                assertThat(closed.at()).isEqualTo(ms("8d"));
              });
    }

    @Test
    void theSecondActivityAfterAReturnReturnsNothing() {
      assertThat(detections(new Contacts().row("0s").active("0s").active("8d").active("9d"), "10d"))
          .extracting(ExpectedStakeholder::kind)
          .containsExactly(STALE, STALE, RETURNED);
    }

    @Test
    void theTimesAreSettings() {
      StakeholderOracleSettings quick =
          new StakeholderOracleSettings(
              Roster.REQUIRED, Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(3));
      Contacts contacts = new Contacts().row("0s").active("0s");

      assertThat(
              StakeholderOracle.of(quick)
                  .detections(contacts.events(), contacts.roster(), Long.MAX_VALUE))
          .extracting(ExpectedStakeholder::at)
          .containsExactly(ms("2m"), ms("3m"), ms("5m"));
    }

    @ParameterizedTest
    @CsvSource({"6d23h59m59.999s, 0", "7d, 1", "13d23h59m59.999s, 1", "14d, 2", "30d, 3"})
    void onlyWhatFallsDueUpToTheEndOfTimeIsFound(String end, int found) {
      assertThat(detections(new Contacts().row("0s").active("0s"), end)).hasSize(found);
    }

    @Test
    void whatComesAfterTheEndOfTimeIsNotKnown() {
      Contacts contacts = new Contacts().row("0s").active("0s").active("6d").noRow("6d");

      assertThat(detections(contacts, "5d")).isEmpty();
      assertThat(detections(new Contacts().row("0s").active("0s").active("8d"), "7d")).hasSize(1);
    }
  }

  @Nested
  class WhoseActivity {

    @Test
    void aBotIsNobody() {
      assertThat(
              detections(
                  new Contacts()
                      .row("0s")
                      .active("0s")
                      .did("1d", PORTAL_ACTIVITY, event -> event.setIsBot(true))
                      .did("2d", CRM_ACTIVITY, event -> event.setIsBot(true)),
                  "9d"))
          .containsExactly(stale("1", "7d", "0s", "e-1"));
    }

    @ParameterizedTest
    @CsvSource({
      "portal_activity, false",
      "signed_in, false",
      "order_placed, false",
      "crm_activity, true"
    })
    void ofOurOwnPeopleOnlyWhatTheCrmRecordsCounts(String type, boolean counts) {
      Contacts contacts =
          new Contacts().row("0s").active("0s").did("1d", type, event -> event.setIsInternal(true));

      assertThat(detections(contacts, "8d"))
          .containsExactly(counts ? stale("1", "8d", "1d", "e-2") : stale("1", "7d", "0s", "e-1"));
    }

    @Test
    void anEventWithoutAccountOrContactIsNobodys() {
      assertThat(
              detections(
                  new Contacts()
                      .row("0s")
                      .active("0s")
                      .did("1d", SIGNED_IN, event -> event.setAccountId(null))
                      .did("1d", SIGNED_IN, event -> event.setContactId(null)),
                  "7d"))
          .containsExactly(stale("1", "7d", "0s", "e-1"));
    }

    @Test
    void aContactOfTwoAccountsCountsAtEach() {
      Contacts contacts =
          new Contacts()
              .row("0s")
              .row("0s", row -> row.setAccountId("a-2"))
              .active("0s")
              .did("1d", PORTAL_ACTIVITY, event -> event.setAccountId("a-2"));

      assertThat(detections(contacts, "8d"))
          .extracting(ExpectedStakeholder::key)
          .containsExactly("a-1|k-1", "a-2|k-1");
    }

    @Test
    void ofTwoActivitiesAtOneMomentTheLastInOrderIsTheEvidence() {
      assertThat(
              detections(
                  new Contacts()
                      .row("0s")
                      .did("0s", SIGNED_IN, id("b"))
                      .did("0s", ORDER_PLACED, id("a")),
                  "7d"))
          .containsExactly(stale("1", "7d", "0s", "a"));
    }

    @Test
    void ofTwoReturnsAtOneMomentTheFirstInOrderIsTheReturn() {
      assertThat(
              detections(
                  new Contacts()
                      .row("0s")
                      .active("0s")
                      .did("8d", ORDER_PLACED, id("a"))
                      .did("8d", SIGNED_IN, id("b")),
                  "15d"))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("8d"), "returned"),
              returned("8d", "b"),
              stale("1", "15d", "8d", "a"));
    }
  }

  @Nested
  class TheRoster {

    @Test
    void aContactWithoutARowIsNotWatched() {
      assertThat(detections(new Contacts().active("0s"))).isEmpty();
    }

    @Test
    void aContactOfNoTargetOrNotActiveIsNotWatched() {
      assertThat(detections(new Contacts().row("0s", noTarget()).active("1d"))).isEmpty();
      for (ContactStatus status : ContactStatus.values()) {
        assertThat(detections(new Contacts().row("0s", status(status)).active("1d")))
            .hasSize(status == ContactStatus.ACTIVE ? 3 : 0);
      }
    }

    @Test
    void theActivityBeforeTheWatchCounts() {
      assertThat(detections(new Contacts().active("0s").row("3d")))
          .startsWith(stale("1", "7d", "0s", "e-1"));
    }

    @Test
    void whatFellDueBeforeTheWatchBeganIsFoundAtItsOwnTime() {
      assertThat(detections(new Contacts().active("0s").row("20d"), "20d"))
          .containsExactly(stale("1", "7d", "0s", "e-1"), stale("2", "14d", "0s", "e-1"));
    }

    @ParameterizedTest
    @CsvSource({"REMOVED, removed", "INACTIVE, inactive", "UNKNOWN, inactive"})
    void aChangeOfStatusClosesWhatIsOpenAndEndsTheWatch(ContactStatus status, String reason) {
      assertThat(detections(new Contacts().row("0s").active("0s").row("9d", status(status))))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("9d"), reason));
    }

    @Test
    void soDoesARowThatIsGoneOrNoTarget() {
      assertThat(detections(new Contacts().row("0s").active("0s").noRow("9d")))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("9d"), "removed"));
      assertThat(detections(new Contacts().row("0s").active("0s").row("9d", noTarget())))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("9d"), "not_a_target"));
    }

    @ParameterizedTest
    @CsvSource({"6d23h59m59.999s, 0", "7d, 2", "7d0.001s, 2"})
    void aRemovalAtTheDeadlineIsTooLate(String removed, int found) {
      assertThat(detections(new Contacts().row("0s").active("0s").noRow(removed))).hasSize(found);
    }

    @Test
    void anActivityWhileNobodyWatchesReturnsNothingAndIsKnownLater() {
      assertThat(
              detections(
                  new Contacts().row("0s").active("0s").noRow("9d").active("10d").row("11d"),
                  "17d"))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("9d"), "removed"),
              stale("1", "17d", "10d", "e-2"));
    }

    @Test
    void aStepOfOneSilenceIsFoundOnce() {
      assertThat(detections(new Contacts().row("0s").active("0s").noRow("9d").row("10d"), "14d"))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("9d"), "removed"),
              stale("2", "14d", "0s", "e-1"));
    }

    @Test
    void aRowThatChangesNothingChangesNothing() {
      assertThat(detections(new Contacts().row("0s").active("0s").row("8d"), "9d"))
          .containsExactly(stale("1", "7d", "0s", "e-1"));
    }

    @Test
    void aRowHoldsForTheActivityOfItsMoment() {
      assertThat(detections(new Contacts().row("0s").active("0s").active("9d").noRow("9d")))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("9d"), "removed"));
    }

    @Test
    void ofTwoRowsFromOneMomentTheLastHolds() {
      assertThat(detections(new Contacts().active("0s").noRow("1d").row("1d"), "7d")).hasSize(1);
      assertThat(detections(new Contacts().active("0s").row("1d").noRow("1d"), "7d")).isEmpty();
    }
  }

  @Nested
  class WhatTheRosterSaysOfActivity {

    @Test
    void itCountsWithoutEvidence() {
      assertThat(detections(new Contacts().row("5d", lastActive("1d")), "15d"))
          .containsExactly(staleOfRow("1", "8d", "1d", "r-1"), staleOfRow("2", "15d", "1d", "r-1"));
    }

    @Test
    void withoutAVersionTheTimeOfTheRowNamesIt() {
      assertThat(
              detections(
                  new Contacts().row("5d", lastActive("1d"), row -> row.setRosterVersion(null)),
                  "8d"))
          .containsExactly(staleOfRow("1", "8d", "1d", "2026-03-07T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2d, 9d, true", "3d, 10d, false", "4d, 11d, false"})
    void theNewerOfEventAndRowCounts(String event, String due, boolean isOfRow) {
      Contacts contacts =
          new Contacts().active(event).row("5d", lastActive(isOfRow ? "2d0.001s" : "3d"));

      assertThat(detections(contacts, "12d"))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.at()).isEqualTo(ms(due) + (isOfRow ? 1 : 0));
                assertThat(found.evidence()).hasSize(isOfRow ? 0 : 1);
              });
    }

    @Test
    void anActivityAfterwardsIsNewer() {
      assertThat(detections(new Contacts().row("1d", lastActive("1d")).active("1d"), "8d"))
          .containsExactly(stale("1", "8d", "1d", "e-1"));
    }

    @ParameterizedTest
    @CsvSource({"89d23h59m59.999s, true", "90d, false"})
    void isForgottenOfSomebodyWhoIsNotListedForTooLong(String listedAt, boolean isKnown) {
      List<ExpectedStakeholder> found =
          detections(new Contacts().active("0s").row(listedAt), "91d");
      assertThat(found.stream().anyMatch(one -> one.kind().equals(STALE))).isEqualTo(isKnown);
    }

    @Test
    void theRowThatSaidItFirstNamesIt() {
      assertThat(
              detections(
                  new Contacts().row("1d", lastActive("1d")).row("2d", lastActive("1d")), "8d"))
          .containsExactly(staleOfRow("1", "8d", "1d", "r-1"));
    }

    @Test
    void newerActivityClosesWhatIsOpenAtTheTimeOfTheRow() {
      assertThat(
              detections(new Contacts().row("0s").active("0s").row("10d", lastActive("9d")), "16d"))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("10d"), "returned"),
              returnedByRow("10d", "9d", "r-2"),
              staleOfRow("1", "16d", "9d", "r-2"));
    }

    @Test
    void aReturnFromASilenceThatTheRowBeganHasTheEventAsEvidence() {
      assertThat(detections(new Contacts().row("1d", lastActive("0s")).active("8d"), "8d"))
          .containsExactly(
              staleOfRow("1", "7d", "0s", "r-1"),
              staleOfRow("1", "7d", "0s", "r-1").closed(ms("8d"), "returned"),
              returned("8d", "e-1"));
    }
  }

  @Nested
  class Away {

    @Test
    void whatWouldFallDueBeforeFallsDueThen() {
      assertThat(detections(new Contacts().row("0s", awayUntil("20d")).active("0s")))
          .containsExactly(
              stale("1", "20d", "0s", "e-1"),
              stale("2", "20d", "0s", "e-1"),
              stale("3", "30d", "0s", "e-1"));
    }

    @ParameterizedTest
    @CsvSource({"6d23h59m59.999s, 7d", "7d, 7d", "7d0.001s, 7d0.001s"})
    void onlyAnAbsenceBeyondTheDeadlineDefersIt(String until, String due) {
      assertThat(detections(new Contacts().row("0s", awayUntil(until)).active("0s")))
          .startsWith(stale("1", due, "0s", "e-1"));
    }

    @Test
    void anActivityWhileAwayStartsAgain() {
      assertThat(detections(new Contacts().row("0s", awayUntil("20d")).active("0s").active("15d")))
          .startsWith(stale("1", "22d", "15d", "e-2"))
          .hasSize(3);
    }

    @Test
    void anAbsenceToldInTimeDefersAndOneToldAtTheDeadlineIsTooLate() {
      assertThat(
              detections(
                  new Contacts().row("0s").active("0s").row("6d23h59m59.999s", awayUntil("10d")),
                  "10d"))
          .containsExactly(stale("1", "10d", "0s", "e-1"));
      assertThat(
              detections(new Contacts().row("0s").active("0s").row("7d", awayUntil("10d")), "10d"))
          .containsExactly(stale("1", "7d", "0s", "e-1"));
    }

    @Test
    void aStepThatIsOpenStaysOpenAndTheNextOneWaits() {
      assertThat(
              detections(new Contacts().row("0s").active("0s").row("8d", awayUntil("20d")), "20d"))
          .containsExactly(stale("1", "7d", "0s", "e-1"), stale("2", "20d", "0s", "e-1"));
    }

    @Test
    void theNewestRowSaysHowLong() {
      assertThat(
              detections(
                  new Contacts()
                      .row("0s", awayUntil("20d"))
                      .active("0s")
                      .row("5d", awayUntil("10d")),
                  "13d"))
          .containsExactly(stale("1", "10d", "0s", "e-1"));
    }
  }

  @Nested
  class NeverActive {

    @Test
    void aContactNeverSeenIsFoundOnceAfterTheWatchBegan() {
      assertThat(detections(new Contacts().row("1d"))).containsExactly(never("8d", "1d", "r-1"));
    }

    @Test
    void theRowThatBeganTheWatchNamesIt() {
      assertThat(detections(new Contacts().row("0s", noTarget()).row("1d").row("2d").noRow("20d")))
          .containsExactly(
              never("8d", "1d", "r-2"), never("8d", "1d", "r-2").closed(ms("20d"), "removed"));
    }

    @ParameterizedTest
    @CsvSource({"6d23h59m59.999s, false", "7d, true", "7d0.001s, true"})
    void theFirstActivityPreventsItOrReturns(String first, boolean isTooLate) {
      assertThat(detections(new Contacts().row("0s").active(first), "8d"))
          .isEqualTo(
              isTooLate
                  ? List.of(
                      never("7d", "0s", "r-1"),
                      never("7d", "0s", "r-1").closed(ms(first), "returned"),
                      returned(first, "e-1"))
                  : List.of());
    }

    @Test
    void afterTheFirstActivityTheStepsBegin() {
      assertThat(detections(new Contacts().row("0s").active("8d"), "15d"))
          .endsWith(stale("1", "15d", "8d", "e-1"));
    }

    @Test
    void activityThatTheRosterTellsClosesIt() {
      assertThat(detections(new Contacts().row("0s").row("8d", lastActive("2d")), "9d"))
          .containsExactly(
              never("7d", "0s", "r-1"),
              never("7d", "0s", "r-1").closed(ms("8d"), "returned"),
              returnedByRow("8d", "2d", "r-2"),
              staleOfRow("1", "9d", "2d", "r-2"));
    }

    @Test
    void aRemovalBeforePreventsItAndANewRowStartsAgain() {
      assertThat(detections(new Contacts().row("0s").noRow("6d").row("10d")))
          .containsExactly(never("17d", "10d", "r-3"));
    }

    @Test
    void anAbsenceDefersItToo() {
      assertThat(detections(new Contacts().row("0s", awayUntil("20d"))))
          .containsExactly(never("20d", "0s", "r-1"));
    }
  }

  @Nested
  class WithoutARoster {

    @Test
    void everyContactThatIsSeenIsWatched() {
      Contacts contacts = new Contacts().active("0s");

      assertThat(withoutRoster.detections(contacts.events(), List.of(), Long.MAX_VALUE))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("2", "14d", "0s", "e-1"),
              stale("3", "30d", "0s", "e-1"));
    }

    @Test
    void aRowThatSaysNoTargetIsBelieved() {
      assertThat(found(new Contacts().row("0s", noTarget()).active("1d"))).isEmpty();
      assertThat(found(new Contacts().active("0s").row("8d", noTarget())))
          .containsExactly(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("8d"), "not_a_target"));
    }

    @Test
    void whoWasRemovedIsNotWatchedForWhatWasBefore() {
      assertThat(found(new Contacts().row("0s").active("1d").noRow("2d"))).isEmpty();
    }

    @Test
    void aTargetIsWatchedBeforeItIsSeen() {
      assertThat(found(new Contacts().row("0s"))).containsExactly(never("7d", "0s", "r-1"));
    }

    @Test
    void whoIsInactiveIsNotWatched() {
      assertThat(found(new Contacts().row("0s", status(ContactStatus.INACTIVE)).active("1d")))
          .isEmpty();
    }

    @Test
    void whoIsRemovedIsWatchedAgainWhenSeenAgain() {
      assertThat(found(new Contacts().active("0s").noRow("8d").active("10d")))
          .startsWith(
              stale("1", "7d", "0s", "e-1"),
              stale("1", "7d", "0s", "e-1").closed(ms("8d"), "removed"),
              stale("1", "17d", "10d", "e-2"))
          .hasSize(5);
    }

    private List<ExpectedStakeholder> found(Contacts contacts) {
      return withoutRoster.detections(contacts.events(), contacts.roster(), Long.MAX_VALUE);
    }
  }

  @Nested
  class ALearnedRhythm {

    @Test
    void isThreeUsualGapsFromEightGapsOn() {
      assertThat(firstStep(everyDays(2, 8))).as("7 gaps").isEqualTo(ms("14d") + days(7));
      assertThat(firstStep(everyDays(2, 9))).as("8 gaps").isEqualTo(ms("16d") + days(6));
    }

    @Test
    void movesTheLaterStepsWithIt() {
      assertThat(detections(everyDays(3, 9)))
          .extracting(ExpectedStakeholder::at)
          .containsExactly(ms("33d"), ms("40d"), ms("56d"));
    }

    @Test
    void isNeitherVeryShortNorVeryLong() {
      assertThat(firstStep(everyDays(1, 9))).isEqualTo(ms("8d") + days(5));
      Contacts slow = everyDays(40, 9);
      assertThat(
              detections(slow).stream()
                  .filter(one -> one.kind().equals(STALE))
                  .filter(one -> one.evidence().equals(List.of("e-9")))
                  .findFirst())
          .hasValueSatisfying(one -> assertThat(one.at()).isEqualTo(ms("320d") + days(90)));
    }

    @Test
    void isTheMiddleOfTwoMiddleGaps() {
      Contacts contacts = new Contacts().row("0s");
      for (int day : new int[] {0, 2, 4, 6, 8, 11, 14, 17, 20}) {
        contacts.active(day + "d");
      }
      assertThat(firstStep(contacts)).isEqualTo(ms("20d") + days(15) / 2);
    }

    @Test
    void knowsTheSixteenNewestGaps() {
      Contacts contacts = everyDays(1, 9);
      for (int visit = 1; visit <= 8; visit++) {
        contacts.active(8 + 4 * visit + "d");
      }
      assertThat(firstStep(contacts)).as("8 short ones, 8 long ones").isEqualTo(ms("47d12h"));
      contacts.active("44d");
      assertThat(firstStep(contacts)).as("7 short ones, 9 long ones").isEqualTo(ms("56d"));
    }

    @Test
    void countsADayOnce() {
      Contacts contacts = everyDays(2, 8);
      contacts.active("14d1h").active("14d2h");
      assertThat(firstStep(contacts)).isEqualTo(ms("14d2h") + days(7));
    }

    private long firstStep(Contacts contacts) {
      return detections(contacts).get(0).at();
    }

    private long days(int days) {
      return Duration.ofDays(days).toMillis();
    }

    private Contacts everyDays(int days, int visits) {
      Contacts contacts = new Contacts().row("0s");
      for (int visit = 0; visit < visits; visit++) {
        contacts.active(days * visit + "d");
      }
      return contacts;
    }
  }

  /** The story begins on a Monday at 10:00 UTC. */
  @Nested
  class BusinessDays {

    private final StakeholderOracle business =
        StakeholderOracle.of(
            StakeholderOracleSettings.builtIn(Roster.REQUIRED)
                .with(StakeholderOracleSettings.Calendar.BUSINESS));

    @Test
    void fiveOfThemAreAWeek() {
      assertThat(steps(new Contacts().row("0s").active("0s"))).startsWith(ms("7d"), ms("14d"));
    }

    @Test
    void aWeekendBeforeTheFifthIsLeftOut() {
      assertThat(steps(new Contacts().row("0s").active("4d"))).startsWith(ms("11d"));
    }

    @Test
    void silenceOfAWeekendBeginsOnMonday() {
      assertThat(steps(new Contacts().row("0s").active("5d12h")))
          .as("Saturday 22:00, then Monday 0:00 to Friday 24:00")
          .startsWith(ms("11d14h"));
    }

    @Test
    void areThoseOfThePlaceWhereTheContactIs() {
      Contacts contacts =
          new Contacts().row("0s", row -> row.setTimeZone("Pacific/Auckland")).active("4d12h");
      assertThat(steps(contacts))
          .as("Saturday 11:00 there, which begins 13 hours before UTC")
          .startsWith(ms("11d1h"));
    }

    @Test
    void endWithTheAbsence() {
      assertThat(steps(new Contacts().row("0s", awayUntil("9d")).active("0s")))
          .startsWith(ms("9d"));
    }

    private List<Long> steps(Contacts contacts) {
      return business.detections(contacts.events(), contacts.roster(), Long.MAX_VALUE).stream()
          .map(ExpectedStakeholder::at)
          .toList();
    }
  }

  @Test
  void theOrderOfArrivalAndRepeatsChangeNothing() {
    Contacts contacts =
        new Contacts()
            .row("0s")
            .active("0s")
            .did("0s", ORDER_PLACED)
            .active("8d")
            .row("16d", awayUntil("40d"))
            .noRow("50d")
            .active("60d")
            .row("60d");
    List<ExpectedStakeholder> expected = detections(contacts);
    List<CustomerEvent> events = new ArrayList<>(contacts.events());
    List<RosterChange> roster = new ArrayList<>(contacts.roster());
    assertThat(expected).hasSize(12);

    events.addAll(contacts.events());
    roster.addAll(contacts.roster());
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(events, new Random(seed));
      Collections.shuffle(roster, new Random(seed));
      assertThat(oracle.detections(events, roster, Long.MAX_VALUE)).isEqualTo(expected);
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    Duration day = Duration.ofDays(1);
    assertThatThrownBy(
            () -> new StakeholderOracleSettings(Roster.REQUIRED, Duration.ZERO, day, day))
        .hasMessageContaining("at least 1 ms");
    assertThatThrownBy(
            () -> new StakeholderOracleSettings(Roster.REQUIRED, day, Duration.ZERO, day))
        .hasMessageContaining("at least 1 ms");
    assertThatThrownBy(
            () -> new StakeholderOracleSettings(Roster.REQUIRED, day, day, Duration.ofHours(1)))
        .hasMessageContaining("give at least it");
  }

  private static ExpectedStakeholder stale(String step, String at, String since, String event) {
    return opened(STALE, step, at, since, List.of(event), Ids.detection(STALE, step, event));
  }

  private static ExpectedStakeholder staleOfRow(
      String step, String at, String since, String version) {
    String id = Ids.rosterDetection(STALE, "a-1", "k-1", version, step);
    return opened(STALE, step, at, since, List.of(), id);
  }

  private static ExpectedStakeholder never(String at, String since, String version) {
    String id = Ids.rosterDetection(NEVER, "a-1", "k-1", version, null);
    return opened(NEVER, null, at, since, List.of(), id);
  }

  private static ExpectedStakeholder returned(String at, String event) {
    return opened(RETURNED, null, at, at, List.of(event), Ids.detection(RETURNED, "", event));
  }

  private static ExpectedStakeholder returnedByRow(String at, String since, String version) {
    String id = Ids.rosterDetection(RETURNED, "a-1", "k-1", version, null);
    return opened(RETURNED, null, at, since, List.of(), id);
  }

  private static ExpectedStakeholder opened(
      String kind,
      @Nullable String step,
      String at,
      String since,
      List<String> evidence,
      String id) {
    return new ExpectedStakeholder(
        kind, Phase.OPENED, 1, step, "a-1|k-1", ms(at), ms(since), evidence, null, id);
  }

  private List<ExpectedStakeholder> detections(Contacts contacts) {
    return oracle.detections(contacts.events(), contacts.roster(), Long.MAX_VALUE);
  }

  private List<ExpectedStakeholder> detections(Contacts contacts, String end) {
    return oracle.detections(contacts.events(), contacts.roster(), ms(end));
  }
}

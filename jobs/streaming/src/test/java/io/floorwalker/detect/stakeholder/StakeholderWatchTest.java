package io.floorwalker.detect.stakeholder;

import static io.floorwalker.testkit.Detections.detection;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import io.floorwalker.testkit.DetectionCondition;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** L is 7 d; steps fall due 7, 14 and 30 d after the last activity. */
class StakeholderWatchTest {

  @Test
  void aContactOfWhomNothingIsHeardIsStaleInThreeSteps() {
    contact()
        .listed("0m")
        .seen("0m", "e-1")
        .watermark("40d")
        .watched()
        .emits(
            stale(1, "7d")
                .by(ContactTimeline.KEY)
                .cause("champion")
                .evidence("e-1")
                .firstEvidence("0m")
                .lastEvidence("0m")
                .id(Ids.detection("stakeholder_stale", "1", "e-1")),
            stale(2, "14d"),
            stale(3, "30d"));
  }

  @Test
  void whatIsSaidOfAStaleContact() {
    Detection found =
        contact().listed("0m").seen("1h", "e-1").watermark("8d").watched().output().get(0);
    assertThat(found.getAccountId()).isEqualTo("acme");
    assertThat(found.getContactId()).isEqualTo("ann");
    assertThat(found.getCustomerKey()).as("the gate is the contact's").isNull();
    assertThat(found.getSite()).isEqualTo("b2b");
    assertThat(found.getVersion()).isEqualTo(1);
    assertThat(found.getPhase()).isEqualTo(Phase.OPENED);
    assertThat(found.getReason()).isNull();
    assertThat(found.getEvidenceReceivedAt()).isEqualTo(Moment.at("1h").plusSeconds(1));
    assertThat(found.getRule()).isEqualTo("stakeholder_stale");
    assertThat(found.getRuleVersion()).isEqualTo("1");
    assertThat(found.getJob()).isEqualTo("test-job");
  }

  @Test
  void nothingIsSaidBeforeTheSilenceIsLongEnough() {
    contact().listed("0m").seen("0m", "e-1").watermark("6d23h59m59s999ms").watched().emitsNothing();
  }

  @Test
  void anActivityInTheLastMillisecondBeginsTheSilenceAnew() {
    contact()
        .listed("0m")
        .seen("0m", "e-1")
        .seen("6d23h59m59s999ms", "e-2")
        .watermark("13d")
        .watched()
        .emitsNothing();
  }

  @Test
  void anActivityWhenAStepFallsDueIsTooLateAndAReturn() {
    contact()
        .listed("0m")
        .seen("0m", "e-1")
        .seen("7d", "e-2")
        .watermark("8d")
        .watched()
        .emits(
            stale(1, "7d"),
            closed(1, "7d", "returned").id(Ids.detection("stakeholder_stale", "1", "e-1")),
            returned("7d").id(Ids.detection("stakeholder_returned", null, "e-2")).evidence("e-2"));
  }

  @Test
  void aReturnClosesEveryOpenStepAndTheStepsBeginAnew() {
    contact()
        .listed("0m")
        .seen("0m", "e-1")
        .seen("15d", "e-2")
        .watermark("22d")
        .watched()
        .emits(
            stale(1, "7d"),
            stale(2, "14d"),
            closed(1, "15d", "returned"),
            closed(2, "15d", "returned"),
            returned("15d"),
            stale(1, "22d").evidence("e-2"));
  }

  @Test
  void arrivalOutOfOrderChangesNothing() {
    contact()
        .seen("6d", "e-2")
        .seen("0m", "e-1")
        .listed("0m")
        .watermark("13d")
        .watched()
        .emits(stale(1, "13d").evidence("e-2"));
  }

  @Test
  void aLateActivityIsRecordedAndChangesNothing() {
    Outcome<Detection> outcome =
        contact()
            .listed("0m")
            .seen("0m", "e-1")
            .watermark("5d")
            .seen("4d", "late")
            .watermark("7d")
            .watched();
    outcome.emits(stale(1, "7d").evidence("e-1")).late(StakeholderWatch.LATE, 1).counts("late", 1);
    LateEvent late = outcome.sideOutput(StakeholderWatch.LATE).get(0);
    assertThat(late.getEvent().getEventId()).isEqualTo("late");
    assertThat(late.getJob()).isEqualTo("test-job");
  }

  @Test
  void aRepeatCountsOnce() {
    contact()
        .listed("0m")
        .seen("0m", "e-1")
        .seen("0m", "e-1")
        .watermark("7d")
        .watched()
        .emits(stale(1, "7d"))
        .counts("repeated", 1)
        .counts("stakeholder_stale", 1);
  }

  @Test
  void twoContactsDoNotMeet() {
    contact()
        .listed("0m")
        .listed("0m", row -> row.setContactId("bob"))
        .seen("0m", "e-1")
        .seen("1h", "e-2", event -> event.setContactId("bob"))
        .seen("5d", "e-3")
        .watermark("7d1h")
        .watched()
        .emits(stale(1, "7d1h").by("acme|bob"));
  }

  @Test
  void aRestoreInTheMiddleChangesNothing() {
    contact()
        .listed("0m")
        .restore()
        .seen("0m", "e-1")
        .watermark("5d")
        .restore()
        .watermark("7d")
        .restoreAt(3)
        .seen("8d", "e-2")
        .restoreAt(2)
        .watermark("8d")
        .watched()
        .emits(stale(1, "7d"), closed(1, "8d", "returned"), returned("8d"));
  }

  @Test
  void theFinalWatermarkFiresWithTheTimesOfTheEvidence() {
    contact()
        .listed("0m")
        .seen("0m", "e-1")
        .end()
        .watched()
        .emits(stale(1, "7d"), stale(2, "14d"), stale(3, "30d"));
  }

  @Test
  void thePatienceIsASetting() {
    Settings quick =
        Settings.builtIn()
            .with(
                Map.of(
                    "stakeholder.stale.after", "2m",
                    "stakeholder.stale.second.after", "1m",
                    "stakeholder.stale.third.after", "3m"));
    contact()
        .listed("0m")
        .seen("0m", "e-1")
        .watermark("1h")
        .watched(quick, null)
        .emits(stale(1, "2m"), stale(2, "3m"), stale(3, "5m"));
  }

  @Nested
  class Activity {

    @Test
    void ofABotIsNone() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .seen("1d", "e-2", event -> event.setIsBot(true))
          .watermark("7d")
          .watched()
          .emits(stale(1, "7d"));
    }

    @Test
    void ofOurOwnPeopleIsNoneButWhatTheyWroteIntoTheCrm() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .seen("1d", "e-2", event -> event.setIsInternal(true))
          .seen("2d", "e-3", event -> event.setType("crm_activity").setIsInternal(true))
          .watermark("9d")
          .watched()
          .emits(stale(1, "9d").evidence("e-3"));
    }

    @Test
    void isNoViewOfAPage() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .seen("1d", "e-2", event -> event.setType("page_viewed"))
          .watermark("7d")
          .watched()
          .emits(stale(1, "7d"));
    }

    @Test
    void isAnOrderAndASignIn() {
      contact()
          .listed("0m")
          .seen("1d", "e-1", event -> event.setType("signed_in"))
          .seen("2d", "e-2", event -> event.setType("order_placed"))
          .watermark("9d")
          .watched()
          .emits(stale(1, "9d").evidence("e-2"));
    }

    @Test
    void ofNobodyInParticularIsNone() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .seen("1d", "e-2", event -> event.setContactId(null))
          .watermark("7d")
          .watched()
          .emits(stale(1, "7d"));
    }
  }

  @Nested
  class TheRoster {

    @Test
    void ofAnAccountThatIsNoTargetWatchesNobody() {
      contact()
          .listed("0m", row -> row.setTarget(false))
          .seen("0m", "e-1")
          .watermark("40d")
          .watched()
          .emitsNothing();
    }

    @Test
    void stopsTheWatchAndClosesWhatIsOpen() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .listed("8d", row -> row.setStatus(ContactStatus.INACTIVE))
          .watermark("40d")
          .watched()
          .emits(stale(1, "7d"), closed(1, "8d", "inactive"));
    }

    @Test
    void saysWhyItStops() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .listed("8d", row -> row.setTarget(false))
          .watermark("9d")
          .watched()
          .emits(stale(1, "7d"), closed(1, "8d", "not_a_target"));
    }

    @Test
    void thatNamesNobodyAnyMoreIsARemovalAndLeavesNoState() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .removed("8d")
          .watermark("89d23h59m59s999ms")
          .watched()
          .emits(stale(1, "7d"), closed(1, "8d", "removed"))
          .leavesState(2);
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .removed("8d")
          .watermark("91d")
          .watched()
          .emits(stale(1, "7d"), closed(1, "8d", "removed"))
          .leavesNoState();
    }

    @Test
    void isRememberedForTheContactThatComesBackToIt() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .removed("8d")
          .listed("10d")
          .watermark("14d")
          .watched()
          .emits(stale(1, "7d"), closed(1, "8d", "removed"), stale(2, "14d"));
    }

    @Test
    void appliesAtOnceWhereItComesLate() {
      contact()
          .seen("0m", "e-1")
          .watermark("8d")
          .listed("1d")
          .watermark("8d")
          .watched()
          .emits(stale(1, "7d").evidence("e-1"))
          .counts("late_rows", 1)
          .counts("late", 0);
    }

    @Test
    void thatRemovesLateClosesWithItsOwnTime() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .watermark("9d")
          .removed("8d")
          .watermark("40d")
          .watched()
          .emits(stale(1, "7d"), closed(1, "8d", "removed"))
          .counts("late_rows", 1);
    }

    @Test
    void doesNotGoBackToAnOlderRow() {
      contact()
          .listed("5d")
          .seen("5d", "e-1")
          .watermark("6d")
          .listed("1d", row -> row.setTarget(false))
          .watermark("12d")
          .watched()
          .emits(stale(1, "12d"))
          .counts("outdated_rows", 1);
    }

    @Test
    void standsBeforeTheActivityOfTheSameMoment() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .seen("9d", "e-2")
          .removed("9d")
          .watermark("9d")
          .watched()
          .emits(stale(1, "7d"), closed(1, "9d", "removed"));
    }

    @Test
    void mayKnowOfALaterActivity() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .listed("3d", row -> row.setLastActivityAt(Moment.at("2d")).setRosterVersion("v-2"))
          .watermark("9d")
          .watched()
          .emits(
              stale(1, "9d")
                  .lastEvidence("2d")
                  .evidence()
                  .id(Ids.rosterDetection("stakeholder_stale", "acme", "ann", "v-2", "1")));
    }

    @Test
    void thatKnowsOfAnActivityClosesWhatIsOpen() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .listed("8d", row -> row.setLastActivityAt(Moment.at("6d")).setRosterVersion("v-2"))
          .watermark("9d")
          .watched()
          .emits(
              stale(1, "7d"),
              closed(1, "8d", "returned"),
              returned("8d")
                  .lastEvidence("6d")
                  .evidence()
                  .id(Ids.rosterDetection("stakeholder_returned", "acme", "ann", "v-2", null)));
    }

    @Test
    void mayNotBeNeeded() {
      contact()
          .seen("0m", "e-1")
          .watermark("7d")
          .watched(OPTIONAL, null)
          .emits(stale(1, "7d").and("site", found -> found.getSite().equals("portal")));
    }

    @Test
    void stopsTheWatchEvenWhereItIsNotNeeded() {
      contact()
          .seen("0m", "e-1")
          .removed("8d")
          .seen("9d", "e-2")
          .watermark("16d")
          .watched(OPTIONAL, null)
          .emits(stale(1, "7d"), closed(1, "8d", "removed"), stale(1, "16d").evidence("e-2"));
    }

    @Test
    void thatSaysNoIsBelievedWhereItIsNotNeeded() {
      contact()
          .seen("0m", "e-1")
          .listed("8d", row -> row.setTarget(false))
          .seen("9d", "e-2")
          .watermark("60d")
          .watched(OPTIONAL, null)
          .emits(stale(1, "7d"), closed(1, "8d", "not_a_target"));
    }

    @Test
    void thatRemovesAContactNeedsAnActivityToWatchItAgain() {
      contact()
          .listed("0m")
          .seen("1d", "e-1")
          .removed("2d")
          .watermark("60d")
          .watched(OPTIONAL, null)
          .emitsNothing()
          .leavesTimers(1);
    }

    @Test
    void mayNameATimeZoneThatNobodyKnows() {
      contact()
          .listed("0m", row -> row.setTimeZone("Europe/Nowhere"))
          .seen("0m", "e-1")
          .watermark("7d")
          .watched()
          .emits(stale(1, "7d"))
          .counts("unknown_time_zones", 1);
    }

    @Test
    void isNeededUnlessSaid() {
      contact().seen("0m", "e-1").watermark("40d").watched().emitsNothing().leavesTimers(1);
      contact().seen("0m", "e-1").watermark("91d").watched().emitsNothing().leavesNoState();
    }

    @Test
    void thatStartsAWatchFindsWhatIsDueByTheActivityBefore() {
      contact()
          .seen("0m", "e-1")
          .listed("10d")
          .watermark("10d")
          .watched()
          .emits(stale(1, "7d").evidence("e-1"));
    }
  }

  @Nested
  class AnAbsence {

    @Test
    void movesTheStepsToItsEnd() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .listed("1d", row -> row.setAwayUntil(Moment.at("20d")))
          .watermark("30d")
          .watched()
          .emits(
              stale(1, "20d").lastEvidence("0m"),
              stale(2, "20d").lastEvidence("0m"),
              stale(3, "30d"));
    }

    @Test
    void thatEndsBeforeAStepMovesNothing() {
      contact()
          .listed("0m", row -> row.setAwayUntil(Moment.at("7d")))
          .seen("0m", "e-1")
          .watermark("7d")
          .watched()
          .emits(stale(1, "7d"));
    }

    @Test
    void leavesWhatIsOpenOpen() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .listed("8d", row -> row.setAwayUntil(Moment.at("20d")))
          .watermark("20d")
          .watched()
          .emits(stale(1, "7d"), stale(2, "20d"));
    }

    @Test
    void movesWhatIsSaidOfAContactThatNeverDidAnything() {
      contact()
          .listed("0m", row -> row.setAwayUntil(Moment.at("9d")))
          .watermark("9d")
          .watched()
          .emits(detection("stakeholder_never_active").deadline("9d"));
    }
  }

  @Nested
  class AContactWithoutAnyActivity {

    @Test
    void isFoundOnceAfterItsWatchBegan() {
      contact()
          .listed("1d", row -> row.setRosterVersion("v-1"))
          .listed("2d")
          .watermark("60d")
          .watched()
          .emits(
              detection("stakeholder_never_active")
                  .deadline("8d")
                  .firstEvidence("1d")
                  .lastEvidence("1d")
                  .evidence()
                  .id(Ids.rosterDetection("stakeholder_never_active", "acme", "ann", "v-1", null))
                  .and("no step", found -> found.getStep() == null))
          .counts("stakeholder_never_active", 1);
    }

    @Test
    void isNamedByTheTimeOfItsRowWhereTheRowHasNoVersion() {
      contact()
          .listed("0m")
          .watermark("7d")
          .watched()
          .emits(
              detection("stakeholder_never_active")
                  .id(
                      Ids.rosterDetection(
                          "stakeholder_never_active",
                          "acme",
                          "ann",
                          Moment.at("0m").toString(),
                          null)));
    }

    @Test
    void returnsWithItsFirst() {
      contact()
          .listed("0m")
          .seen("8d", "e-1")
          .watermark("15d")
          .watched()
          .emits(
              detection("stakeholder_never_active").deadline("7d"),
              detection("stakeholder_never_active")
                  .and(
                      "closed",
                      found ->
                          found.getPhase() == Phase.CLOSED
                              && found.getVersion() == 2
                              && "returned".equals(found.getReason())),
              returned("8d"),
              stale(1, "15d"));
    }
  }

  @Test
  void aLearnedRhythmOutlivesARestore() {
    ContactTimeline contact = contact().listed("0m");
    for (int visit = 0; visit < 9; visit++) {
      contact
          .seen(2 * visit + "d", "e-" + visit)
          .watermark(2 * visit + "d")
          .restoreAt(1 + visit % 3);
    }
    contact.watermark("60d").watched().emits(stale(1, "22d"), stale(2, "29d"), stale(3, "45d"));
  }

  @Test
  void businessDaysAreThoseOfTheContactsTimeZone() {
    // Friday 22:00 in UTC is Saturday in Auckland.
    contact()
        .listed("0m", row -> row.setTimeZone("Pacific/Auckland"))
        .seen("4d12h", "e-1")
        .watermark("12d")
        .watched(Settings.builtIn().with(Map.of("stakeholder.calendar", "business")), null)
        .emits(stale(1, "11d1h"));
  }

  @Nested
  class TheWarmUp {

    @Test
    void marksWhatIsFoundBeforeTheJobHasWatchedLongEnough() {
      contact()
          .listed("0m")
          .seen("0m", "e-1")
          .watermark("14d")
          .watched(Settings.builtIn(), Moment.at("1d"))
          .emits(
              stale(1, "7d").and("warm-up", found -> "warm_up".equals(found.getReason())),
              stale(2, "14d").and("no warm-up", found -> found.getReason() == null));
    }

    @Test
    void isOverWhenAStepFallsDueAtItsEnd() {
      contact()
          .listed("0m")
          .seen("1d", "e-1")
          .watermark("8d")
          .watched(Settings.builtIn(), Moment.at("1d"))
          .emits(stale(1, "8d").and("no warm-up", found -> found.getReason() == null));
    }

    @Test
    void isNotNeededWhereTheRosterKnowsTheLastActivity() {
      contact()
          .listed("0m", row -> row.setLastActivityAt(Moment.at("0m")))
          .watermark("7d")
          .watched(Settings.builtIn(), Moment.at("1d"))
          .emits(stale(1, "7d").and("no warm-up", found -> found.getReason() == null));
    }

    @Test
    void isCountedFromTheFirstStart() {
      TypeInformation<Watched> type = Watched.TYPE;
      Snapshot snapshot;
      try (var first = PipelineHarness.of(type, inputs -> startedAt(inputs, "1d"))) {
        snapshot = first.snapshot();
      }
      try (var second =
          PipelineHarness.restored(type, inputs -> startedAt(inputs, "60d"), snapshot, 2)) {
        CustomerEvent event = ContactTimeline.event(Moment.at("2d"), "e-1", change -> {});
        RosterChange row = ContactTimeline.listed(Moment.at("1d"), 0, change -> {});
        second.element(Watched.of(row), row.at());
        second.element(Watched.of(new Received(event, 0, 0, 0)), Moment.at("2d").toEpochMilli());
        second.watermark(Moment.at("9d").toEpochMilli());
        assertThat(second.output()).hasSize(1).extracting(Detection::getReason).containsOnlyNulls();
      }
    }

    private static DataStream<Detection> startedAt(DataStream<Watched> inputs, String time) {
      return ContactTimeline.watch(inputs, Settings.builtIn(), Moment.at(time));
    }
  }

  @Test
  void howThingsStandIsWrittenDownWheneverItChangesAndOnceADay() {
    Outcome<Detection> outcome =
        contact()
            .listed("0m")
            .seen("0m", "e-1")
            .seen("1h", "e-2")
            .seen("1d", "e-3")
            .watermark("20d")
            .seen("21d", "e-4")
            .listed("22d", row -> row.setAwayUntil(Moment.at("23d")))
            .removed("24d")
            .watermark("24d")
            .watched();
    assertThat(states(outcome))
        .containsExactly(
            "0m active, until 7d",
            "1d active, until 8d",
            "8d stale_1, until 15d",
            "15d stale_2, until 31d",
            "21d active, until 28d",
            "22d away, until 28d",
            "23d active, until 28d",
            "24d removed, until null");
  }

  private static final Settings OPTIONAL =
      Settings.builtIn().with(Map.of("stakeholder.roster", "optional"));

  private static List<String> states(Outcome<Detection> outcome) {
    return outcome.sideOutput(StakeholderWatch.ACTIVITY).stream()
        .map(
            row ->
                "%s %s, until %s"
                    .formatted(
                        Moment.text(row.getChangedAt()),
                        row.getState(),
                        Moment.text(row.getDeadlineAt())))
        .toList();
  }

  private static ContactTimeline contact() {
    return new ContactTimeline();
  }

  private static DetectionCondition stale(int step, String due) {
    return step(step)
        .deadline(due)
        .and("opened", found -> found.getPhase() == Phase.OPENED && found.getVersion() == 1);
  }

  private static DetectionCondition closed(int step, String at, String reason) {
    return step(step)
        .and(
            "closed at %s: %s".formatted(at, reason),
            found ->
                found.getPhase() == Phase.CLOSED
                    && found.getVersion() == 2
                    && found.getDetectedAt().equals(Moment.at(at))
                    && reason.equals(found.getReason()));
  }

  private static DetectionCondition step(int step) {
    return detection("stakeholder_stale")
        .and("step " + step, found -> Objects.equals(found.getStep(), Integer.toString(step)));
  }

  private static DetectionCondition returned(String at) {
    return detection("stakeholder_returned")
        .and(
            "returned at " + at,
            found ->
                found.getDetectedAt().equals(Moment.at(at))
                    && found.getDeadlineAt() == null
                    && found.getStep() == null);
  }
}

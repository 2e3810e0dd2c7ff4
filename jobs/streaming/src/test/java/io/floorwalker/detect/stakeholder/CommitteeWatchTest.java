package io.floorwalker.detect.stakeholder;

import static io.floorwalker.testkit.Detections.detection;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.Phase;
import io.floorwalker.testkit.DetectionCondition;
import io.floorwalker.testkit.Moment;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The story begins on a Monday at 10:00 UTC, so the first midnight is at 14h; a contact of day 0 is
 * active until 29d14h.
 */
class CommitteeWatchTest {

  @Nested
  class AChampion {

    @Test
    void whoFallsSilentIsSaidOfTheAccount() {
      acme()
          .listed("0m", "ann", "champion")
          .seen("0m", "ann")
          .watermark("8d")
          .watched()
          .emits(
              opened("champion_dark", "7d")
                  .by("acme")
                  .cause("champion")
                  .evidence("e-1")
                  .firstEvidence("0m")
                  .lastEvidence("0m")
                  .id(Ids.detection("champion_dark", null, "e-1"))
                  .and("of ann", found -> "ann".equals(found.getContactId()))
                  .and("no customer", found -> found.getCustomerKey() == null))
          .counts("champion_dark", 1);
    }

    @Test
    void isMissedOnceAtAnAccountAndUntilNoneIsSilent() {
      acme()
          .listed("0m", "ann", "champion")
          .listed("0m", "bob", "champion")
          .seen("0m", "ann")
          .seen("1d", "bob")
          .seen("9d", "ann")
          .seen("10d", "bob")
          .watermark("10d")
          .watched()
          .emits(opened("champion_dark", "7d"), closed("champion_dark", "10d", "returned"));
    }

    @Test
    void whoWasActiveAfterAllWasNeverMissed() {
      acme()
          .listed("0m", "ann", "champion")
          .seen("0m", "ann")
          .watermark("7d12h")
          .seen("6d23h", "ann")
          .watermark("8d")
          .watched()
          .emits(
              opened("champion_dark", "7d"),
              retracted("champion_dark", "7d")
                  .evidence("e-2")
                  .id(Ids.detection("champion_dark", null, "e-1")));
    }

    @Test
    void staysMissedWhereAnotherIsSilentToo() {
      acme()
          .listed("0m", "ann", "champion")
          .listed("0m", "bob", "champion")
          .seen("0m", "ann")
          .seen("1h", "bob")
          .watermark("7d12h")
          .seen("6d23h", "ann")
          .watermark("8d")
          .watched()
          .emits(opened("champion_dark", "7d"));
    }

    @Test
    void mayBeOneNoMore() {
      acme()
          .listed("0m", "ann", "champion")
          .seen("0m", "ann")
          .listed("9d", "ann", "user")
          .watermark("10d")
          .watched()
          .emits(opened("champion_dark", "7d"), closed("champion_dark", "9d", "role_changed"));
    }

    @Test
    void mayLeave() {
      acme()
          .listed("0m", "ann", "champion")
          .seen("0m", "ann")
          .removed("9d", "ann")
          .watermark("10d")
          .watched()
          .emits(opened("champion_dark", "7d"), closed("champion_dark", "9d", "removed"));
    }

    @Test
    void whoReturnsWhenTheStepFallsDueIsTooLate() {
      acme()
          .listed("0m", "ann", "champion")
          .seen("0m", "ann")
          .seen("7d", "ann")
          .watermark("8d")
          .watched()
          .emits(opened("champion_dark", "7d"), closed("champion_dark", "7d", "returned"));
    }

    @Test
    void whoReturnsInTheLastMillisecondIsNotMissed() {
      acme()
          .listed("0m", "ann", "champion")
          .seen("0m", "ann")
          .seen("6d23h59m59s999ms", "ann")
          .watermark("13d")
          .watched()
          .emitsNothing();
    }

    @Test
    void isNotTheOnlyRoleThatIsMissed() {
      acme()
          .listed("0m", "ann", "decision_maker")
          .listed("0m", "bob", "user")
          .seen("0m", "ann")
          .seen("0m", "bob")
          .watermark("8d")
          .watched()
          .emits(opened("decision_maker_dark", "7d"));
    }

    @Test
    void isNotActedUponWhileTheJobWarmsUp() {
      acme()
          .listed("0m", "ann", "champion")
          .seen("0m", "ann")
          .watermark("8d")
          .watched(Moment.at("1d"))
          .emits(opened("champion_dark", "7d").and("early", f -> "warm_up".equals(f.getReason())));
    }
  }

  @Nested
  class ASingleThread {

    @Test
    void isOneActiveContactOfTwoForFourteenDays() {
      acme()
          .listed("0m", "ann", "user")
          .listed("0m", "bob", "user")
          .seen("1h", "ann")
          .watermark("15d")
          .watched()
          .emits(
              opened("single_threaded", "14d1h")
                  .by("acme")
                  .firstEvidence("1h")
                  .lastEvidence("1h")
                  .evidence()
                  .id(
                      Ids.rosterDetection(
                          "single_threaded", "acme", "", Moment.at("1h").toString(), null))
                  .and("of nobody", found -> found.getContactId() == null));
    }

    @Test
    void isNoneInTheLastMillisecond() {
      acme()
          .listed("0m", "ann", "user")
          .listed("0m", "bob", "user")
          .seen("1h", "ann")
          .seen("14d59m59s999ms", "bob")
          .watermark("16d")
          .watched()
          .emitsNothing();
    }

    @Test
    void isOverWhenASecondIsActive() {
      acme()
          .listed("0m", "ann", "user")
          .listed("0m", "bob", "user")
          .seen("1h", "ann")
          .seen("14d1h", "bob")
          .watermark("16d")
          .watched()
          .emits(
              opened("single_threaded", "14d1h"), closed("single_threaded", "14d1h", "restored"));
    }

    @Test
    void isOverWhenThereIsNobodyElse() {
      acme()
          .listed("0m", "ann", "user")
          .listed("0m", "bob", "user")
          .seen("1h", "ann")
          .listed("16d", "bob", "user", row -> row.setStatus(ContactStatus.INACTIVE))
          .watermark("16d")
          .watched()
          .emits(
              opened("single_threaded", "14d1h"),
              closed("single_threaded", "16d", "not_a_committee"));
    }

    @Test
    void beginsWhenTheOtherHasNotBeenActiveForThirtyDays() {
      acme()
          .listed("0m", "ann", "user")
          .listed("0m", "bob", "user")
          .seen("0m", "ann")
          .seen("0m", "bob")
          .seen("20d", "bob")
          .watermark("44d")
          .watched()
          .emits(opened("single_threaded", "43d14h").firstEvidence("29d14h"));
    }

    @Test
    void isNotActedUponWhileTheJobWarmsUp() {
      acme()
          .listed("0m", "ann", "user")
          .listed("0m", "bob", "user")
          .seen("1h", "ann")
          .watermark("15d")
          .watched(Moment.at("0m"))
          .emits(
              opened("single_threaded", "14d1h")
                  .and("early", f -> "warm_up".equals(f.getReason())));
    }

    @Test
    void isTheSameWhateverTheOrderAndOverRestores() {
      acme()
          .seen("1h", "ann")
          .listed("0m", "bob", "user")
          .listed("0m", "ann", "user")
          .restoreAt(2)
          .watermark("10d")
          .restoreAt(3)
          .watermark("15d")
          .restoreAt(1)
          .seen("16d", "bob")
          .watermark("16d")
          .watched()
          .emits(opened("single_threaded", "14d1h"), closed("single_threaded", "16d", "restored"));
    }
  }

  @Nested
  class ACoverage {

    @Test
    void isLowWhereARoleOfTheTierHasNobodyActive() {
      acme()
          .listed("0m", "ann", "champion", row -> row.setTier("gold"))
          .seen("1h", "ann")
          .seen("6d", "ann")
          .seen("12d", "ann")
          .listed("15d", "bob", "user")
          .seen("15d", "bob")
          .watermark("16d")
          .watched()
          .emits(
              opened("coverage_low", "14d")
                  .cause("user")
                  .and("half", found -> Objects.equals(found.getScore(), 0.5)),
              closed("coverage_low", "15d", "restored"));
    }

    @Test
    void isNotAskedOfATierThatRequiresNothing() {
      acme()
          .listed("0m", "ann", "user")
          .seen("0m", "ann")
          .watermark("60d")
          .watched()
          .emitsNothing();
    }

    @Test
    void isOverWhenTheTierRequiresNothingAnyMore() {
      acme()
          .listed("0m", "ann", "user", row -> row.setTier("gold"))
          .listed("15d", "ann", "user")
          .watermark("16d")
          .watched()
          .emits(opened("coverage_low", "14d"), closed("coverage_low", "15d", "not_a_committee"));
    }
  }

  @Nested
  class AUsage {

    @Test
    void dropsWhenItFallsBelowThreeFifths() {
      acme()
          .listed("0m", "ann", "user")
          .seenDaily(0, 79, "ann")
          .watermark("87d")
          .watched()
          .emits(
              opened("usage_drop", "85d14h")
                  .and("8 of 14 days", found -> found.getScore() == 8 / 14.0)
                  .and("no deadline", found -> found.getDeadlineAt() == null));
    }

    @Test
    void isOverFromSevenTenthsOn() {
      acme()
          .listed("0m", "ann", "user")
          .seenDaily(0, 79, "ann")
          .seenDaily(86, 96, "ann")
          .watermark("97d")
          .watched()
          .emits(opened("usage_drop", "85d14h"), closed("usage_drop", "95d14h", "restored"));
    }

    @Test
    void needsSixtyDaysToCompareWith() {
      acme()
          .listed("0m", "ann", "user")
          .seenDaily(0, 59, "ann")
          .watermark("67d")
          .watched()
          .emitsNothing();
    }

    @Test
    void endsWithoutAnythingToCompareWithAndLeavesNoState() {
      acme()
          .listed("0m", "ann", "user")
          .seenDaily(0, 79, "ann")
          .removed("90d", "ann")
          .end()
          .watched()
          .emits(opened("usage_drop", "85d14h"), closed("usage_drop", "122d14h", "no_baseline"))
          .leavesNoState();
    }
  }

  private static CommitteeTimeline acme() {
    return new CommitteeTimeline();
  }

  private static DetectionCondition opened(String kind, String at) {
    return detection(kind)
        .and(
            "opened at " + at,
            found ->
                found.getPhase() == Phase.OPENED
                    && found.getVersion() == 1
                    && found.getDetectedAt().equals(Moment.at(at)));
  }

  private static DetectionCondition closed(String kind, String at, String reason) {
    return detection(kind)
        .and(
            "closed at %s: %s".formatted(at, reason),
            found ->
                found.getPhase() == Phase.CLOSED
                    && found.getVersion() == 2
                    && found.getDetectedAt().equals(Moment.at(at))
                    && reason.equals(found.getReason()));
  }

  private static DetectionCondition retracted(String kind, String at) {
    return detection(kind)
        .and(
            "taken back, found at %s".formatted(at),
            found ->
                found.getPhase() == Phase.RETRACTED
                    && found.getVersion() == 2
                    && found.getDetectedAt().equals(Moment.at(at))
                    && "late_activity".equals(found.getReason()));
  }
}

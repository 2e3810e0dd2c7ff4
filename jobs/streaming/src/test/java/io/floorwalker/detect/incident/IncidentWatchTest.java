package io.floorwalker.detect.incident;

import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Ids;
import io.floorwalker.detect.struggle.SessionStep;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One shopper or an outage: when an incident opens and closes, and whom it takes in. */
class IncidentWatchTest {
  /** Four weeks after the first of {@link #afterFourUsualWeeks}. */
  private static final String NOW = "28d";

  private static final String NOW_AND_A_BIT = "28d10s";

  @Test
  void fiveOfFiveWithinAMinuteAreAnOutage() {
    Outcome<Detection> outcome = fiveStruggle().watermark("2m").watched();

    Detection incident = onlyIncident(outcome);
    assertThat(incident.getKey()).isEqualTo("shop|step|payment");
    assertThat(incident.getPhase()).isEqualTo(Phase.OPENED);
    assertThat(incident.getVersion()).isEqualTo(1);
    assertThat(incident.getDetectedAt()).isEqualTo(Moment.at("1m"));
    assertThat(incident.getFirstEvidenceAt()).isEqualTo(Moment.at("10s"));
    assertThat(incident.getLastEvidenceAt()).isEqualTo(Moment.at("50s"));
    assertThat(incident.getEvidenceReceivedAt()).isEqualTo(Moment.at("50s"));
    assertThat(incident.getEvidence())
        .containsExactly("by-ann", "by-bob", "by-cid", "by-dan", "by-eve");
    assertThat(incident.getSite()).isEqualTo("shop");
    assertThat(incident.getStep()).isEqualTo("payment");
    assertThat(incident.getCause()).isEqualTo("outage");
    assertThat(incident.getScore()).isEqualTo(1.0);
    assertThat(incident.getReason()).isNull();
    assertThat(incident.getCustomerKey()).isNull();
    assertThat(incident.getDeviceClass()).isNull();
    assertThat(incident.getRelease()).isNull();
    assertThat(incident.getDetectionId())
        .isEqualTo(Ids.detection("incident", "payment", "by-eve|shop|step|payment"));
    assertThat(incident.getJob()).isEqualTo("test-job");
    assertThat(marks(outcome)).as("those that opened it went out before").isEmpty();
    outcome.counts("incident", 1).counts("part_of_incident", 0);
  }

  @Nested
  class Opens {

    @Test
    void notWithFour() {
      assertThat(
              incidents(
                  new OutageTimeline()
                      .reaches("1s", "ann")
                      .struggles("10s", "ann")
                      .reaches("2s", "bob")
                      .struggles("20s", "bob")
                      .reaches("3s", "cid")
                      .struggles("30s", "cid")
                      .reaches("4s", "dan")
                      .struggles("40s", "dan")
                      .end()
                      .watched()))
          .isEmpty();
    }

    @Test
    void withAllOfFiveMinutesToTheLastMillisecond() {
      assertThat(incidents(fourAtOnceAndOneAt("4m59s999ms").watched()))
          .containsExactly("shop|step|payment opened 5m", "shop|step|payment closed 19m");
    }

    @Test
    void notWithTheFirstMillisecondAfterThem() {
      assertThat(incidents(fourAtOnceAndOneAt("5m").watched())).isEmpty();
    }

    @Test
    void fiveOfTenAreNoChanceAndFiveOfElevenAre() {
      assertThat(incidents(fiveStruggle().reach("5s", 5, "tv").watermark("2m").watched()))
          .contains("shop|step|payment opened 1m");
      // 1.3e-6 is more than 1e-6; that all of those on a tablet struggle is none.
      assertThat(incidents(fiveStruggle().reach("5s", 6, "tv").watermark("2m").watched()))
          .containsExactly("shop|device|payment|tablet opened 1m");
    }

    @Test
    void atThreeTimesTheUsualShareAndNotBelow() {
      Settings anyTail = Settings.builtIn().with(Map.of("struggle.incident.tail", "0.999"));
      assertThat(incidents(fiveStruggle().reach("5s", 78, "tv").watermark("1m").watched(anyTail)))
          .containsExactly("shop|step|payment opened 1m");
      assertThat(incidents(fiveStruggle().reach("5s", 79, "tv").watermark("1m").watched(anyTail)))
          .containsExactly("shop|device|payment|tablet opened 1m");
    }

    @Test
    void onceForASessionThatStrugglesTwice() {
      OutageTimeline timeline = new OutageTimeline();
      for (String shopper : List.of("ann", "bob", "cid", "dan")) {
        timeline.reaches("1s", shopper).struggles("10s", shopper);
      }
      timeline
          .at("11s", stepViewed("address").by("ann"))
          .at("12s", paymentDeclined().by("ann"))
          .at("13s", paymentDeclined().by("ann"))
          .at("14s", stepViewed("payment").by("ann"))
          .at("15s", paymentDeclined().by("ann"))
          .at("16s", paymentDeclined().by("ann"));
      Outcome<Detection> outcome = timeline.end().watched();
      assertThat(outcome.output()).as("four, and two more of ann's").hasSize(6);
      assertThat(incidents(outcome)).isEmpty();
    }

    @Test
    void onADeviceWhereTheOthersGetOn() {
      Outcome<Detection> outcome =
          fiveStruggle()
              .reach("1s", 100, "desktop")
              .watermark("1m")
              .reaches("1m1s", "fay", "tablet")
              .struggles("1m2s", "fay", "tablet")
              .reaches("1m1s", "gil", "desktop")
              .struggles("1m2s", "gil", "desktop")
              .watermark("1m30s")
              .watched();
      assertThat(incidents(outcome)).containsExactly("shop|device|payment|tablet opened 1m");
      assertThat(onlyIncident(outcome).getDeviceClass()).isEqualTo("tablet");
      assertThat(marks(outcome)).containsExactly("s-fay");
    }

    @Test
    void onACodeThatIsNewWhereDeclinesAreUsual() {
      OutageTimeline timeline = afterFourUsualWeeks().reach(NOW, 88, "tv");
      for (int number = 1; number <= 12; number++) {
        String shopper = "new-" + number;
        timeline.reaches(NOW, shopper).isDeclined(NOW_AND_A_BIT, shopper, "do_not_honor");
      }
      Outcome<Detection> outcome = timeline.end().watched();
      assertThat(incidentsNow(outcome))
          .as("12 %% are usual at the step, and not with this code")
          .startsWith("shop|code|payment|do_not_honor opened 28d1m")
          .noneMatch(incident -> incident.startsWith("shop|step|"));
    }

    @Test
    void onAnElementThatIsNewWhereDeclinesAreUsual() {
      OutageTimeline timeline = afterFourUsualWeeks().reach(NOW, 88, "tv");
      for (int number = 1; number <= 12; number++) {
        timeline.reaches(NOW, "new-" + number).clicksInVain(NOW_AND_A_BIT, "new-" + number, "#pay");
      }
      Outcome<Detection> outcome = timeline.end().watched();
      assertThat(incidentsNow(outcome)).startsWith("shop|field|payment|#pay opened 28d1m");
      assertThat(outcome.output())
          .filteredOn(found -> found.getKey().equals("shop|field|payment|#pay"))
          .allMatch(found -> "#pay".equals(found.getField()));
    }

    @Test
    void notByStrugglesWhoseStepNobodyKnows() {
      OutageTimeline timeline = new OutageTimeline();
      for (String shopper : List.of("ann", "bob", "cid", "dan", "eve")) {
        timeline.struggles("10s", shopper);
      }
      Outcome<Detection> outcome = timeline.end().watched();
      assertThat(outcome.output()).hasSize(5);
      assertThat(incidents(outcome)).isEmpty();
    }

    @Test
    void notByBots() {
      OutageTimeline timeline = new OutageTimeline();
      for (String shopper : List.of("ann", "bob", "cid", "dan", "eve")) {
        timeline
            .at("1s", stepViewed("payment").by(shopper).with(event -> event.setIsBot(true)))
            .at("9s", paymentDeclined().by(shopper).with(event -> event.setIsBot(true)))
            .at("10s", paymentDeclined().by(shopper).with(event -> event.setIsBot(true)));
      }
      timeline.end().watched().emitsNothing().leavesNoState();
    }

    @Test
    void onEachSiteByItself() {
      OutageTimeline timeline = new OutageTimeline();
      for (String shopper : List.of("ann", "bob", "cid", "dan", "eve")) {
        String site = shopper.compareTo("cid") < 0 ? "outlet" : "shop";
        timeline
            .at("1s", stepViewed("payment").by(shopper).with(event -> event.setSite(site)))
            .at("9s", paymentDeclined().by(shopper).with(event -> event.setSite(site)))
            .at("10s", paymentDeclined().by(shopper).with(event -> event.setSite(site)));
      }
      assertThat(incidents(timeline.end().watched())).as("two here, three there").isEmpty();
    }
  }

  @Nested
  class Closes {

    @Test
    void afterTenCalmMinutes() {
      Outcome<Detection> outcome = fiveStruggle().end().watched();
      assertThat(incidents(outcome))
          .as("in the window up to 5m, calm from 6m on")
          .containsExactly("shop|step|payment opened 1m", "shop|step|payment closed 15m");
      Detection closed = outcome.output().get(outcome.output().size() - 1);
      assertThat(closed.getVersion()).isEqualTo(2);
      assertThat(closed.getReason()).isEqualTo("recovered");
      assertThat(closed.getDetectedAt()).isEqualTo(Moment.at("15m"));
      assertThat(closed.getEvidence()).hasSize(5);
      outcome.counts("incident_closed", 1);
    }

    @Test
    void laterWhereSomebodyStrugglesAgain() {
      assertThat(
              incidents(
                  fiveStruggle()
                      .reaches("14m20s", "fay")
                      .struggles("14m59s999ms", "fay")
                      .end()
                      .watched()))
          .containsExactly("shop|step|payment opened 1m", "shop|step|payment closed 29m");
    }

    @Test
    void inTimeWhereSomebodyStrugglesAndTheOthersGetOn() {
      OutageTimeline timeline = fiveStruggle().reaches("14m20s", "fay");
      timeline.struggles("14m30s", "fay").reach("14m", 33, "tv");
      assertThat(incidents(timeline.end().watched()))
          .as("1 of 34 is below 1.5 times 2 %%")
          .containsExactly("shop|step|payment opened 1m", "shop|step|payment closed 15m");
    }

    @Test
    void andLeavesNothingAfterFourWeeks() {
      fiveStruggle().end().watched().leavesNoState();
      OutageTimeline timeline = fiveStruggle();
      Outcome<Detection> before = timeline.watermark("28d59m59s998ms").watched();
      before.leavesState(1).leavesTimers(1);
      // 10:00 to 11:00 is asked for until the hour after the same one four weeks later.
      timeline.watermark("28d59m59s999ms").watched().leavesNoState();
    }
  }

  @Nested
  class Marks {

    @Test
    void fromTheMinuteThatOpensIt() {
      Outcome<Detection> outcome =
          fiveStruggle()
              .reaches("2s", "early")
              .struggles("59s999ms", "early")
              .reaches("2s", "first")
              .struggles("1m", "first")
              .end()
              .watched();
      assertThat(incidents(outcome))
          .containsExactly("shop|step|payment opened 1m", "shop|step|payment closed 16m");
      assertThat(marks(outcome)).containsExactly("s-first");
    }

    @Test
    void untilTheMinuteThatClosesIt() {
      Outcome<Detection> outcome =
          fiveStruggle().reaches("14m", "last").struggles("15m", "last").end().watched();
      assertThat(incidents(outcome)).contains("shop|step|payment closed 15m");
      assertThat(marks(outcome)).isEmpty();
    }

    @Test
    void withoutWaitingForTheEndOfTheMinute() {
      Outcome<Detection> outcome =
          fiveStruggle()
              .reaches("1m1s", "fay")
              .struggles("1m2s", "fay")
              .watermark("1m2s")
              .watched();
      assertThat(marks(outcome)).containsExactly("s-fay");
      Detection fay = outcome.output().get(outcome.output().size() - 1);
      assertThat(fay.getIncidentId()).isEqualTo(onlyIncident(outcome).getDetectionId());
      outcome.counts("part_of_incident", 1);
    }

    @Test
    void nobodyAtAnotherStep() {
      Outcome<Detection> outcome =
          fiveStruggle()
              .at("1m1s", stepViewed("address").by("fay"))
              .at("1m2s", paymentDeclined().by("fay"))
              .at("1m3s", paymentDeclined().by("fay"))
              .end()
              .watched();
      assertThat(marks(outcome)).isEmpty();
    }
  }

  @Nested
  class Recovered {

    @Test
    void isWhoWasStoppedAndHasNotOrdered() {
      Outcome<Detection> outcome =
          stopped("fay")
              .reaches("1m1s", "gus")
              .struggles("1m2s", "gus")
              .at("15m59s999ms", order().placed().by("gus"))
              .end()
              .watched();

      Detection fay = onlyRecovered(outcome);
      assertThat(fay.getKey()).isEqualTo("s-fay");
      assertThat(fay.getSessionId()).isEqualTo("s-fay");
      assertThat(fay.getDetectedAt()).isEqualTo(Moment.at("16m"));
      assertThat(fay.getLastEvidenceAt()).isEqualTo(Moment.at("1m2s"));
      assertThat(fay.getIncidentId())
          .isEqualTo(Ids.detection("incident", "payment", "by-eve|shop|step|payment"));
      assertThat(fay.getPhase()).isEqualTo(Phase.OPENED);
      assertThat(fay.getVersion()).isEqualTo(1);
      assertThat(fay.getReason()).isEqualTo("recovered");
      assertThat(fay.getStep()).isEqualTo("payment");
      assertThat(fay.getDetectionId())
          .isEqualTo(Ids.detection("incident_recovered", "payment", "by-fay"));
      outcome.counts("incident_recovered", 1).counts("part_of_incident", 2);
    }

    @Test
    void isWhoOrdersAtTheEndOfItOrLater() {
      assertThat(recovered(stopped("fay").at("16m", order().placed().by("fay")).end().watched()))
          .hasSize(1);
    }

    @Test
    void isNobodyOfBeforeNorWhileItGoesOn() {
      assertThat(recovered(fiveStruggle().end().watched())).isEmpty();
      assertThat(recovered(stopped("fay").watermark("15m59s998ms").watched())).isEmpty();
    }

    @Test
    void waitsThroughRestores() {
      Outcome<Detection> outcome =
          stopped("fay")
              .watermark("3m")
              .restoreAt(3)
              .at("10m", order().placed().by("fay"))
              .restoreAt(2)
              .end()
              .watched();
      assertThat(recovered(outcome)).as("the order waits as well").isEmpty();
      outcome.leavesNoState();
    }

    @Test
    void isTakenBackByAnOrderThatComesLate() {
      Outcome<Detection> outcome =
          stopped("fay")
              .watermark("17m")
              .at("15m", order().placed().by("fay"))
              .watermark("18m")
              .corrected();

      assertThat(recovered(outcome))
          .extracting(Detection::getPhase)
          .containsExactly(Phase.OPENED, Phase.RETRACTED);
    }

    private OutageTimeline stopped(String shopper) {
      return fiveStruggle().reaches("1m1s", shopper).struggles("1m2s", shopper);
    }

    private Detection onlyRecovered(Outcome<Detection> outcome) {
      List<Detection> recovered = recovered(outcome);
      assertThat(recovered).hasSize(1);
      return recovered.get(0);
    }

    private List<Detection> recovered(Outcome<Detection> outcome) {
      return outcome.output().stream()
          .filter(found -> found.getKind().equals("incident_recovered"))
          .toList();
    }
  }

  @Nested
  class WhateverHappensToTheJob {

    @Test
    void orderOfArrivalAndRepeatsChangeNothing() {
      OutageTimeline timeline = new OutageTimeline();
      int second = 50;
      for (String shopper : List.of("eve", "dan", "cid", "bob", "ann")) {
        timeline
            .struggles(second + "s", shopper)
            .decidesAgain(second + "s", shopper)
            .reaches("1s", shopper);
        second -= 10;
      }
      assertThat(onlyIncident(timeline.watermark("2m").watched()))
          .isEqualTo(onlyIncident(fiveStruggle().watermark("2m").watched()));
    }

    @Test
    void whatIsLateIsNotCounted() {
      OutageTimeline timeline = new OutageTimeline();
      for (String shopper : List.of("ann", "bob", "cid", "dan")) {
        timeline.reaches("1s", shopper).struggles("10s", shopper);
      }
      Outcome<Detection> outcome =
          timeline.reaches("1s", "eve").watermark("30s").struggles("30s", "eve").end().watched();
      assertThat(incidents(outcome)).isEmpty();
      outcome.late(SessionStep.LATE, 2);
    }

    @Test
    void restoresAndScalesChangeNothing() {
      Outcome<Detection> outcome =
          new OutageTimeline()
              .reaches("1s", "ann")
              .struggles("10s", "ann")
              .reaches("1s", "bob")
              .struggles("20s", "bob")
              .watermark("25s")
              .restoreAt(3)
              .reaches("26s", "cid")
              .struggles("30s", "cid")
              .reaches("26s", "dan")
              .struggles("40s", "dan")
              .restoreAt(2)
              .reaches("26s", "eve")
              .struggles("50s", "eve")
              .watermark("2m")
              .restoreAt(1)
              .reaches("2m1s", "fay")
              .struggles("2m2s", "fay")
              .watermark("8m")
              .restoreAt(3)
              .end()
              .watched();
      assertThat(incidents(outcome))
          .containsExactly("shop|step|payment opened 1m", "shop|step|payment closed 17m");
      assertThat(marks(outcome)).containsExactly("s-fay");
      outcome.leavesNoState();
    }
  }

  /** At 10 s, 20 s, ... 50 s, on a tablet, with nobody else at the step. */
  private static OutageTimeline fiveStruggle() {
    OutageTimeline timeline = new OutageTimeline();
    int second = 0;
    for (String shopper : List.of("ann", "bob", "cid", "dan", "eve")) {
      second += 10;
      timeline.reaches("1s", shopper, "tablet").struggles(second + "s", shopper);
    }
    return timeline;
  }

  private static OutageTimeline fourAtOnceAndOneAt(String time) {
    OutageTimeline timeline = new OutageTimeline();
    for (String shopper : List.of("ann", "bob", "cid", "dan")) {
      timeline.reaches("0m", shopper).struggles("1ms", shopper);
    }
    return timeline.reaches("1m", "eve").struggles(time, "eve").end();
  }

  /** In the same hour of four weeks 500 reached the step, and one in ten had too little money. */
  private static OutageTimeline afterFourUsualWeeks() {
    OutageTimeline timeline = new OutageTimeline();
    for (int week = 0; week < 4; week++) {
      timeline.reach(7 * week + "d", 450, "tv-" + week);
      for (int number = 1; number <= 50; number++) {
        String shopper = "usual-" + week + "-" + number;
        timeline
            .reaches(7 * week + "d" + number + "m", shopper)
            .isDeclined(7 * week + "d" + number + "m10s", shopper, "limit");
      }
    }
    return timeline;
  }

  private static List<String> incidentsNow(Outcome<Detection> outcome) {
    return incidents(outcome).stream().filter(incident -> incident.contains(" 28d")).toList();
  }

  private static List<String> incidents(Outcome<Detection> outcome) {
    List<String> incidents = new ArrayList<>();
    for (Detection found : outcome.output()) {
      if (found.getKind().equals("incident")) {
        incidents.add(
            "%s %s %s"
                .formatted(
                    found.getKey(),
                    found.getPhase().name().toLowerCase(java.util.Locale.ROOT),
                    Moment.text(found.getDetectedAt())));
      }
    }
    return incidents;
  }

  private static Detection onlyIncident(Outcome<Detection> outcome) {
    List<Detection> incidents =
        outcome.output().stream().filter(found -> found.getKind().equals("incident")).toList();
    assertThat(incidents).hasSize(1);
    return incidents.get(0);
  }

  /** The sessions whose struggles are part of an incident. */
  private static List<@Nullable String> marks(Outcome<Detection> outcome) {
    return outcome.output().stream()
        .filter(found -> found.getKind().equals("checkout_struggle"))
        .filter(found -> found.getIncidentId() != null)
        .map(Detection::getSessionId)
        .toList();
  }
}

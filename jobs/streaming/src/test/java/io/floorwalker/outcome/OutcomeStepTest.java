package io.floorwalker.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.decisions.Exposure;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.schema.Phase;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeStepTest {
  private static final Duration DAY = Duration.ofHours(24);

  private PipelineHarness<UnitNews, Outcome> join = Units.started();

  @AfterEach
  void close() {
    join.close();
  }

  @Test
  void whoOrdersInTimeIsConvertedWhenTheWindowEndsAndNotBefore() {
    hear(customer("x-1", "c-1", "0m"));
    hear(Units.ordered("o-1", "c-1", "1h"));
    until("23h59m59s998ms");
    assertThat(join.output()).isEmpty();
    until("23h59m59s999ms");
    assertThat(join.output())
        .extracting(Outcome::getDecisionId, Outcome::getKind, Outcome::getOrderId)
        .containsExactly(tuple("x-1", OutcomeKind.CONVERTED, "o-1"));
    assertThat(join.output().get(0).getOccurredAt()).isEqualTo(Moment.at("1h"));
    assertThat(join.output().get(0).getMargin()).isEqualByComparingTo("8");
    assertThat(join.counter("converted")).isEqualTo(1);
  }

  @Test
  void whoOrdersAMillisecondTooLateIsNot() {
    hear(customer("x-1", "c-1", "0m"));
    hear(Units.ordered("o-1", "c-1", "1d"));
    until("2d");
    assertThat(join.output())
        .extracting(Outcome::getKind, outcome -> Moment.text(outcome.getOccurredAt()))
        .containsExactly(tuple(OutcomeKind.NOT_CONVERTED, "1d"));
    assertThat(join.counter("not_converted")).isEqualTo(1);
  }

  @Test
  void aDecisionThatIsHeardOfLongAfterItsWindowIsToldTheSame() {
    hear(Units.ordered("o-1", "c-1", "1h"));
    hear(Units.ordered("o-2", "c-2", "1d"));
    until("31d");
    hear(customer("x-1", "c-1", "0m"));
    hear(customer("x-2", "c-2", "0m"));
    until("31d1ms");
    assertThat(join.output())
        .extracting(Outcome::getKind)
        .containsExactlyInAnyOrder(OutcomeKind.CONVERTED, OutcomeKind.NOT_CONVERTED);
  }

  @Test
  void eachExposureHasItsOwnAnswerAndOneOrderMayAnswerTwo() {
    hear(customer("x-1", "c-1", "0m"));
    hear(customer("x-2", "c-1", "12h"));
    hear(customer("x-3", "c-1", "20h"));
    hear(Units.ordered("o-1", "c-1", "13h"));
    until("3d");
    assertThat(join.output())
        .extracting(Outcome::getDecisionId, Outcome::getKind)
        .containsExactly(
            tuple("x-1", OutcomeKind.CONVERTED),
            tuple("x-2", OutcomeKind.CONVERTED),
            tuple("x-3", OutcomeKind.NOT_CONVERTED));
  }

  @Test
  void unitsDoNotAnswerForEachOther() {
    hear(customer("x-1", "c-1", "0m"));
    hear(customer("x-2", "c-2", "0m"));
    hear(Units.ordered("o-1", "c-2", "1h"));
    until("1d");
    assertThat(join.output())
        .extracting(Outcome::getDecisionId, Outcome::getKind)
        .containsExactlyInAnyOrder(
            tuple("x-1", OutcomeKind.NOT_CONVERTED), tuple("x-2", OutcomeKind.CONVERTED));
  }

  @Test
  void whatComesTwiceCountsOnce() {
    hear(customer("x-1", "c-1", "0m"));
    hear(customer("x-1", "c-1", "0m"));
    hear(Units.ordered("o-1", "c-1", "1h"));
    hear(Units.ordered("o-1", "c-1", "1h"));
    until("1d");
    assertThat(join.output()).hasSize(1);
    assertThat(join.output().get(0).getValue()).isEqualByComparingTo("20");
  }

  @Test
  void anOrderBehindTheWatermarkCountsWhileTheWindowIsOpen() {
    hear(customer("x-1", "c-1", "0m"));
    until("2h");
    hear(Units.ordered("o-1", "c-1", "1h"));
    until("1d");
    hear(Units.ordered("o-2", "c-1", "23h"));
    until("2d");
    assertThat(join.output()).extracting(Outcome::getOrderId).containsExactly("o-1");
    assertThat(join.counter("late_successes")).isEqualTo(2);
  }

  @Test
  void neitherBotsNorOurOwnPeopleAreASuccess() {
    hear(customer("x-1", "c-1", "0m"));
    hear(Units.ordered("o-1", "c-1", "1h").setIsBot(true));
    hear(Units.ordered("o-2", "c-1", "1h").setIsInternal(true));
    hear(Units.event(EventTypes.PRODUCT_ADDED, Moment.at("1h")).setCustomerKey("c-1"));
    until("1d");
    assertThat(join.output())
        .extracting(Outcome::getKind)
        .containsExactly(OutcomeKind.NOT_CONVERTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "5d", "13d23h59m59s999ms"})
  void aContactOfManyVisitsReturnsByAnyOfThem(String at) {
    hear(Units.annDoes(EventTypes.PORTAL_ACTIVITY, at));
    hear(Units.annDoes(EventTypes.SIGNED_IN, "14d"));
    hear(Units.annDoes(EventTypes.SIGNED_IN, "14d1h"));
    until("15d");
    hear(Units.ann("x-1", Moment.START));
    until("16d");
    assertThat(join.output()).extracting(Outcome::getKind).containsExactly(OutcomeKind.CONVERTED);
  }

  @Test
  void aContactThatCameBackTooLateDidNotReturn() {
    hear(Units.ann("x-1", Moment.START));
    hear(Units.annDoes(EventTypes.PORTAL_ACTIVITY, "14d"));
    hear(Units.annDoes(EventTypes.PAGE_VIEWED, "1d"));
    until("15d");
    assertThat(join.output())
        .extracting(Outcome::getKind)
        .containsExactly(OutcomeKind.NOT_CONVERTED);
  }

  @Test
  void anOrderOfAContactIsBothAnOrderAndAReturn() {
    hear(customer("x-1", "c-1", "0m"));
    hear(Units.ann("x-2", Moment.START));
    hear(Units.ordered("o-1", "c-1", "1h").setAccountId("acme").setContactId("ann"));
    until("15d");
    assertThat(join.output())
        .extracting(Outcome::getKind)
        .containsExactly(OutcomeKind.CONVERTED, OutcomeKind.CONVERTED);
  }

  @Test
  void ofAnAccountThatIsRestoredAnotherJobMayTellForADay() {
    hearRestored("d-1", "2d");
    assertThat(join.keyedStateEntries()).isEqualTo(1);
    assertThat(join.counter("late_successes")).isZero();
  }

  @Test
  void nothingIsKeptWhenAllIsOver() {
    hear(customer("x-1", "c-1", "0m"));
    hear(Units.ann("x-2", Moment.START));
    hear(Units.ordered("o-1", "c-1", "1h"));
    hear(Units.annDoes(EventTypes.PORTAL_ACTIVITY, "2h"));
    hear(Units.annDoes(EventTypes.PORTAL_ACTIVITY, "3h"));
    hearRestored("d-1", "1h");
    until("33d");
    assertThat(join.keyedStateEntries()).isZero();
    assertThat(join.eventTimeTimers()).isZero();
  }

  @Test
  void aRestoredJoinGoesOn() {
    hear(customer("x-1", "c-1", "0m"));
    hear(customer("x-2", "c-2", "0m"));
    hear(Units.ordered("o-1", "c-1", "1h"));
    Snapshot snapshot = join.snapshot();
    join.close();
    join = Units.restored(snapshot, 2);
    hear(Units.ordered("o-2", "c-2", "2h"));
    until("1d");
    assertThat(join.output())
        .extracting(Outcome::getOrderId)
        .containsExactlyInAnyOrder("o-1", "o-2");
  }

  private void hearRestored(String detection, String at) {
    UnitNews.of(
            Detection.newBuilder()
                .setDetectionId(detection)
                .setKind("champion_dark")
                .setPhase(Phase.CLOSED)
                .setDetectedAt(Moment.at(at))
                .setFirstEvidenceAt(Moment.START)
                .setLastEvidenceAt(Moment.START)
                .setKey("acme")
                .setAccountId("acme")
                .setRule("champion_dark")
                .setRuleVersion("1")
                .setJob("test")
                .build())
        .ifPresent(heard(at));
  }

  private static Exposure customer(String decision, String customer, String at) {
    return Units.customer(decision, customer, Moment.at(at), DAY);
  }

  private void hear(Exposure exposure) {
    join.element(UnitNews.of(exposure), exposure.from());
  }

  private void hear(CustomerEvent.Builder event) {
    CustomerEvent built = event.build();
    UnitNews.of(built).forEach(news -> join.element(news, built.getOccurredAt().toEpochMilli()));
  }

  private Consumer<UnitNews> heard(String at) {
    return news -> join.element(news, Moment.at(at).toEpochMilli());
  }

  private void until(String at) {
    join.watermark(Moment.at(at).toEpochMilli());
  }
}

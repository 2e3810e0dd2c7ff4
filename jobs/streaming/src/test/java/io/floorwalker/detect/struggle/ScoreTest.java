package io.floorwalker.detect.struggle;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.testkit.Moment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

  @ParameterizedTest
  @CsvSource({
    "0m, 4000",
    "1ms, 3999",
    "2m, 2000",
    "4m, 1000",
    "20m, 3",
  })
  void pointsHalveEveryTwoMinutesAndAreRoundedDown(String age, long points) {
    assertThat(at(age, sign(SignalKind.PAYMENT_DECLINED, "0m", "a")).milliPoints())
        .isEqualTo(points);
  }

  @Test
  void oneRageClickIsTwoPoints() {
    assertThat(at("0m", sign(SignalKind.RAGE_CLICK, "0m", "a")).milliPoints()).isEqualTo(2000);
  }

  @Test
  void rageOnADeadElementIsTwoPointNineSeven() {
    Score score =
        at(
            "2500ms",
            sign(SignalKind.RAGE_CLICK, "0m", "c").evidence("a", "b", "c"),
            sign(SignalKind.DEAD_CLICK, "2500ms", "c"));
    assertThat(score.milliPoints()).isEqualTo(2971);
    assertThat(score.cause()).isEqualTo("rage_click");
  }

  @Test
  void rageOnAnElementThatThrowsIsThreePointNineEight() {
    Score score =
        at(
            "1s",
            sign(SignalKind.RAGE_CLICK, "0m", "c").evidence("a", "b", "c"),
            sign(SignalKind.ERROR_CLICK, "1s", "x").evidence("c", "x"));
    assertThat(score.milliPoints()).isEqualTo(3988);
    assertThat(score.cause()).isEqualTo("error_click");
  }

  @Test
  void aCostShockAndACouponTwentySecondsLaterAreThreePointSevenEight() {
    assertThat(
            at(
                    "20s",
                    sign(SignalKind.COST_SHOCK, "0s", "a"),
                    sign(SignalKind.COUPON_DENIED, "20s", "b"))
                .milliPoints())
        .isEqualTo(3781);
  }

  @Test
  void aFieldLoopAndACouponEightySecondsLaterAreThreePointEightNine() {
    assertThat(
            at(
                    "80s",
                    sign(SignalKind.FIELD_LOOP, "0s", "a"),
                    sign(SignalKind.COUPON_DENIED, "80s", "b"))
                .milliPoints())
        .isEqualTo(3889);
  }

  @Test
  void ofOneKindAtOneStepOnlyTheHeaviestOfTwoMinutesCounts() {
    Score score =
        at(
            "1m59s999ms",
            sign(SignalKind.COUPON_DENIED, "0m", "a"),
            sign(SignalKind.COUPON_DENIED, "1m", "b"),
            sign(SignalKind.COUPON_DENIED, "1m59s999ms", "c"));
    assertThat(score.milliPoints()).isEqualTo(2000);
    assertThat(evidence(score)).containsExactly("c");
  }

  @Test
  void whatIsTwoMinutesOldCountsBeside() {
    Score score =
        at(
            "2m",
            sign(SignalKind.COUPON_DENIED, "0m", "a"),
            sign(SignalKind.COUPON_DENIED, "1m", "b"),
            sign(SignalKind.COUPON_DENIED, "2m", "c"));
    assertThat(score.milliPoints()).isEqualTo(3000);
    assertThat(evidence(score)).containsExactly("a", "c");
  }

  @Test
  void atAnotherStepItIsAnotherTrouble() {
    Score score =
        at(
            "10s",
            sign(SignalKind.COUPON_DENIED, "10s", "a").on("cart"),
            sign(SignalKind.COUPON_DENIED, "10s", "b").on(null),
            sign(SignalKind.COUPON_DENIED, "10s", "c").on("payment"));
    assertThat(score.milliPoints()).isEqualTo(6000);
  }

  @Test
  void ofEqualsTheGreaterIdCounts() {
    List<Sign> equals =
        List.of(
            sign(SignalKind.DEAD_CLICK, "0m", "a").sign(),
            sign(SignalKind.DEAD_CLICK, "0m", "b").sign());
    String greater = equals.stream().map(Sign::id).max(Comparator.naturalOrder()).orElseThrow();
    assertThat(Score.at(Moment.at("0m").toEpochMilli(), equals).counted())
        .extracting(Sign::id)
        .containsExactly(greater);
  }

  @Test
  void aBurstIsOneTroubleHoweverOldItIs() {
    Score score =
        at(
            "4m",
            sign(SignalKind.RAGE_CLICK, "0m", "c").evidence("a", "b", "c"),
            sign(SignalKind.DEAD_CLICK, "0m", "a"),
            sign(SignalKind.DEAD_CLICK, "1ms", "b"),
            sign(SignalKind.DEAD_CLICK, "2ms", "d"),
            sign(SignalKind.ERROR_CLICK, "0m", "x").evidence("a", "x"),
            sign(SignalKind.ERROR_CLICK, "1ms", "y").evidence("c", "y"));
    assertThat(evidence(score)).containsExactly("a", "b", "c", "c", "y", "b", "d");
    assertThat(score.milliPoints()).isEqualTo(500 + 250 + 250 + 500);
  }

  @Test
  void theCauseIsTheKindWithTheMostPointsInAll() {
    Score score =
        at(
            "2m",
            sign(SignalKind.COUPON_DENIED, "0m", "a"),
            sign(SignalKind.COUPON_DENIED, "2m", "b"),
            sign(SignalKind.RAGE_CLICK, "2m", "c"),
            sign(SignalKind.DEAD_CLICK, "2m", "d").on("cart"));
    assertThat(score.cause()).isEqualTo("coupon_denied");
  }

  @Test
  void ofEqualCausesItIsTheFirstByAlphabet() {
    Score score =
        at(
            "0m",
            sign(SignalKind.RAGE_CLICK, "0m", "a"),
            sign(SignalKind.COST_SHOCK, "0m", "b"),
            sign(SignalKind.STEP_BACK_AND_FORTH, "0m", "c"));
    assertThat(score.cause()).isEqualTo("cost_shock");
  }

  @Test
  void theSignsStandInTheOrderOfTimeAndKind() {
    Score score =
        at(
            "1m",
            sign(SignalKind.RAGE_CLICK, "1m", "c"),
            sign(SignalKind.COUPON_DENIED, "1m", "b"),
            sign(SignalKind.RELOAD_LOOP, "0m", "a"));
    assertThat(evidence(score)).containsExactly("a", "b", "c");
  }

  private static TestingSign sign(SignalKind kind, String at, String event) {
    return TestingSign.of(kind, at, event);
  }

  private static Score at(String moment, TestingSign... signs) {
    return Score.at(
        Moment.at(moment).toEpochMilli(), Arrays.stream(signs).map(TestingSign::sign).toList());
  }

  private static List<String> evidence(Score score) {
    return score.counted().stream().flatMap(sign -> sign.evidence().stream()).toList();
  }
}

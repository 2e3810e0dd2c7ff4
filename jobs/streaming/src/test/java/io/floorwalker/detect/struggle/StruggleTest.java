package io.floorwalker.detect.struggle;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a struggle is detected, and when it is not detected again; declines weigh enough alone. */
class StruggleTest {
  private static final Struggle.Rules RULES = Struggle.Rules.from(Settings.builtIn());

  @Test
  void theThresholdIsEnough() {
    Struggle.Rules exact =
        Struggle.Rules.from(Settings.builtIn().with(Map.of("struggle.threshold", "4000")));
    assertThat(episodes(exact, declined("0m"))).containsExactly("0m: 4000");
  }

  @Test
  void aPointBelowTheThresholdIsNot() {
    Struggle.Rules more =
        Struggle.Rules.from(Settings.builtIn().with(Map.of("struggle.threshold", "4001")));
    assertThat(episodes(more, declined("0m"))).isEmpty();
  }

  @Test
  void isNotDetectedAgainWithinTenMinutes() {
    assertThat(episodes(RULES, declined("0m"), declined("9m59s999ms"))).containsExactly("0m: 4000");
  }

  @Test
  void isDetectedAgainAfterTenMinutes() {
    assertThat(episodes(RULES, declined("0m"), declined("10m")))
        .containsExactly("0m: 4000", "10m: 4000");
  }

  @Test
  void isDetectedAgainAtAnotherStep() {
    assertThat(episodes(RULES, declined("0m"), declined("1s").on("review")))
        .containsExactly("0m: 4000", "1s: 4000");
  }

  @Test
  void isDetectedAgainBackAtTheFirstStep() {
    assertThat(episodes(RULES, declined("0m"), declined("1s").on(null), declined("2s")))
        .containsExactly("0m: 4000", "1s: 4000", "2s: 4000");
  }

  @Test
  void anEpisodeUsesUpItsSigns() {
    assertThat(episodes(RULES, declined("0m"), of(SignalKind.COUPON_DENIED, "1s").on("review")))
        .containsExactly("0m: 4000");
  }

  @Test
  void whatAroseInBetweenIsKept() {
    assertThat(episodes(RULES, declined("0m"), declined("9m"), of(SignalKind.COUPON_DENIED, "10m")))
        .containsExactly("0m: 4000", "10m: 4828");
  }

  @Test
  void isNotDetectedAfterTheOrder() {
    assertThat(episodes(RULES, declined("0m").afterTheOrder())).isEmpty();
  }

  @Test
  void isNotDetectedForTenMinutesAfterAChat() {
    assertThat(episodes(RULES, declined("10m").afterAChatAt("10m"))).isEmpty();
    assertThat(episodes(RULES, declined("10m").afterAChatAt("1ms"))).isEmpty();
    assertThat(episodes(RULES, declined("10m").afterAChatAt("0m"))).containsExactly("10m: 4000");
  }

  @Test
  void whatAroseUnderAChatIsKept() {
    assertThat(
            episodes(
                RULES,
                declined("9m").afterAChatAt("0m"),
                of(SignalKind.DEAD_CLICK, "10m").afterAChatAt("0m")))
        .containsExactly("10m: 3828");
  }

  @Test
  void whatIsTwentyMinutesOldCountsAndWhatIsOlderIsForgotten() {
    List<Sign> kept =
        Struggle.NONE
            .with(of(SignalKind.DEAD_CLICK, "0m").sign())
            .with(of(SignalKind.DEAD_CLICK, "1ms").sign())
            .with(of(SignalKind.DEAD_CLICK, "20m1ms").sign())
            .signs();
    assertThat(kept)
        .extracting(Sign::id)
        .containsExactly(
            of(SignalKind.DEAD_CLICK, "1ms").sign().id(),
            of(SignalKind.DEAD_CLICK, "20m1ms").sign().id());
  }

  @Test
  void aMatchThatSharesEvidenceWithASignIsNone() {
    Sign first = spanning("first", 1, 3);
    Sign overlaps = spanning("overlaps", 3, 5);
    Sign next = spanning("next", 4, 6);
    assertThat(Struggle.NONE.signsAmong(List.of(next, overlaps, first)))
        .containsExactlyInAnyOrder(first, next);
    assertThat(Struggle.NONE.with(first).signsAmong(List.of(overlaps, next))).containsExactly(next);
  }

  @Test
  void ofMatchesThatEndTogetherTheOneThatBeganFirstIsTheSign() {
    Sign early = spanning("last", 1, 3);
    Sign late = spanning("last", 2, 3);
    assertThat(Struggle.NONE.signsAmong(List.of(late, early))).containsExactly(early);
  }

  private static TestingSign declined(String at) {
    return of(SignalKind.PAYMENT_DECLINED, at);
  }

  private static TestingSign of(SignalKind kind, String at) {
    return TestingSign.of(kind, at, at);
  }

  /** A rage click with its evidence from one place in the session to another. */
  private static Sign spanning(String event, long first, long last) {
    Sign sign =
        new TestingSign(SignalKind.RAGE_CLICK, "0m", last, "payment", List.of(event), false, null)
            .sign();
    return new Sign(
        sign.id(), sign.kind(), sign.firstAt(), first, sign.evidence(), null, null, sign.last());
  }

  private static List<String> episodes(Struggle.Rules rules, TestingSign... signs) {
    List<String> found = new ArrayList<>();
    Struggle struggle = Struggle.NONE;
    for (TestingSign said : Arrays.asList(signs)) {
      Sign sign = said.sign();
      struggle = struggle.with(sign);
      Score episode = struggle.opensAt(sign, rules);
      if (episode != null) {
        found.add(said.at() + ": " + episode.milliPoints());
        struggle = struggle.afterEpisodeAt(sign);
      }
    }
    return found;
  }
}

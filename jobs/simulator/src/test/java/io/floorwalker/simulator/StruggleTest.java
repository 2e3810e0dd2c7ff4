package io.floorwalker.simulator;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StruggleTest {

  private static final String STRUGGLE = "checkout_struggle";

  @Test
  void theScriptsSayWhatAddingUpTheEventsOfEachVisitSays() {
    assertThatTheyAgree(ShopSettings.calm(7, 4_000));
  }

  @Test
  void theySayItAlsoWhereShoppersHurryAndThresholdsAreShort() {
    Thresholds soon = TestingDay.soon(Duration.ofSeconds(30), Duration.ofMinutes(2));

    assertThatTheyAgree(ShopSettings.demo(7, 2_000, 20, soon));
    assertThatTheyAgree(
        ShopSettings.demo(
            7, 500, 5, TestingDay.soon(Duration.ofSeconds(1), Duration.ofSeconds(1))));
  }

  @Test
  void everyPlotHasTheStrugglesThatItIsMeantToHave() {
    Map<Plot, Integer> wanted = new HashMap<>();
    Plot.all().forEach(plot -> wanted.put(plot, plot instanceof StrugglePlot ? 1 : 0));
    wanted.put(ArmingPlot.STRUGGLES_AT_TWO_STEPS, 2);
    wanted.put(ArmingPlot.STRUGGLES_AGAIN_AFTER_TEN_MINUTES, 2);
    wanted.put(ArmingPlot.STRUGGLES_AGAIN_WITH_WHAT_WAS_KEPT, 2);
    wanted.put(ArmingPlot.STRUGGLES_LONG_AFTER_A_CHAT, 1);
    wanted.put(ArmingPlot.STRUGGLES_TWICE_AT_ONE_STEP, 1);

    byPlot()
        .forEach(
            (plot, scripts) ->
                assertThat(scripts)
                    .as(plot.toString())
                    .allMatch(script -> wanted.getOrDefault(plot, -1) == struggles(script).size()));
  }

  @Test
  void ordinaryShoppersShowNoSignButTheStepWhereTheyStayed() {
    for (Script script : TestingDay.scripts(3_000)) {
      if (script.plot() instanceof CartPlot || script.plot() instanceof LadderPlot) {
        assertThat(signs(script).stream().map(TestingSigns.Found::kind))
            .as(script.plot().toString())
            .isSubsetOf("step_stall");
      }
    }
  }

  @Test
  void everyKindOfSignIsThere() {
    Set<String> kinds = new HashSet<>();
    TestingDay.scripts(3_000)
        .forEach(script -> signs(script).forEach(sign -> kinds.add(sign.kind())));

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "rage_click",
            "dead_click",
            "error_click",
            "field_loop",
            "payment_declined",
            "coupon_denied",
            "step_back_and_forth",
            "cost_shock",
            "reload_loop",
            "login_loop",
            "step_stall",
            "payment_gave_up",
            "form_thrash",
            "slow_page");
  }

  @Test
  void edgesAreMetToTheMillisecond() {
    Map<Plot, List<Script>> plots = byPlot();

    assertThat(gaps(plots, StrugglePlot.IS_DECLINED_TWICE, EventTypes.PAYMENT_DECLINED))
        .allMatch(gap -> gap < 300_000);
    assertThat(gaps(plots, NearStrugglePlot.IS_DECLINED_TOO_LATE, EventTypes.PAYMENT_DECLINED))
        .containsOnly(300_000L);
    assertThat(gaps(plots, NearStrugglePlot.FAILS_A_THIRD_TIME_TOO_LATE, EventTypes.FIELD_ERROR))
        .containsOnly(70_000L, 50_000L);
    assertThat(gaps(plots, NearStrugglePlot.CLICKS_SLOWLY, EventTypes.ELEMENT_CLICKED))
        .contains(1_001L);
    assertThat(plots.get(NearStrugglePlot.LEAVES_THE_COSTS_TOO_LATE))
        .allSatisfy(
            script ->
                assertThat(
                        firstAfter(script, EventTypes.COST_SHOWN)
                            - time(script, EventTypes.COST_SHOWN))
                    .isEqualTo(20_000));
    assertThat(plots.get(NearStrugglePlot.TRIES_AGAIN_JUST_IN_TIME))
        .allSatisfy(
            script ->
                assertThat(
                        times(script, EventTypes.PAYMENT_STARTED).get(1)
                            - time(script, EventTypes.PAYMENT_DECLINED))
                    .isEqualTo(59_999));
    assertThat(plots.get(StrugglePlot.TRIES_AGAIN_TOO_LATE))
        .allSatisfy(
            script ->
                assertThat(
                        times(script, EventTypes.PAYMENT_STARTED).get(1)
                            - time(script, EventTypes.PAYMENT_DECLINED))
                    .isEqualTo(60_000));
    assertThat(plots.get(NearStrugglePlot.ALMOST_STALLS))
        .allSatisfy(
            script ->
                assertThat(
                        time(script, EventTypes.FIELD_ERROR)
                            - time(script, EventTypes.CHECKOUT_STEP_VIEWED))
                    .isEqualTo(89_999));
    assertThat(plots.get(ArmingPlot.STRUGGLES_AGAIN_AFTER_TEN_MINUTES))
        .allSatisfy(
            script ->
                assertThat(struggles(script).get(1).atMs() - struggles(script).get(0).atMs())
                    .isEqualTo(600_000));
    assertThat(plots.get(ArmingPlot.ORDERS_BEFORE_THE_ERROR))
        .allSatisfy(
            script ->
                assertThat(
                        time(script, EventTypes.SCRIPT_ERROR)
                            - time(script, EventTypes.ORDER_PLACED))
                    .isEqualTo(1));
  }

  @Test
  void aStruggleAndALaterAbandonmentAreBothTrue() {
    assertThat(TestingDay.scripts(1_000))
        .anySatisfy(
            script ->
                assertThat(script.truths().stream().map(Truth::kind))
                    .containsExactly(STRUGGLE, "payment_abandoned"));
  }

  @Test
  void botsHaveTroubleButNoCartAndNoTruth() {
    List<Script> bots =
        TestingDay.scripts(3_000).stream()
            .filter(script -> script.plot() instanceof BotPlot)
            .toList();

    assertThat(bots).isNotEmpty();
    for (Script bot : bots) {
      List<CustomerEvent> events = Recorder.record(bot);
      assertThat(bot.truths()).isEmpty();
      assertThat(events).allMatch(CustomerEvent::getIsBot);
      assertThat(events)
          .noneMatch(
              event ->
                  event.getType().startsWith("checkout_")
                      || event.getType().startsWith("payment_")
                      || event.getType().equals(EventTypes.PRODUCT_ADDED));
    }
    assertThat(bots).anySatisfy(bot -> assertThat(signs(bot)).hasSize(2));
  }

  private static void assertThatTheyAgree(ShopSettings settings) {
    TestingDay day = TestingDay.of(settings);
    List<Truth> found = new ArrayList<>();
    day.visits().values().forEach(visit -> found.addAll(TestingStruggles.of(visit)));

    assertThat(day.truths(STRUGGLE)).hasSizeGreaterThan(50);
    assertThat(found).containsExactlyInAnyOrderElementsOf(day.truths(STRUGGLE));
  }

  private static Map<Plot, List<Script>> byPlot() {
    Map<Plot, List<Script>> plots =
        TestingDay.scripts(4_000).stream().collect(groupingBy(Script::plot));
    assertThat(plots).hasSameSizeAs(Plot.all());
    return plots;
  }

  private static List<Truth> struggles(Script script) {
    return script.truths().stream().filter(truth -> truth.kind().equals(STRUGGLE)).toList();
  }

  private static List<TestingSigns.Found> signs(Script script) {
    Map<String, List<CustomerEvent>> visits =
        Recorder.record(script).stream()
            .filter(event -> event.getSessionId() != null)
            .collect(groupingBy(CustomerEvent::getSessionId));
    return visits.values().stream().flatMap(visit -> TestingSigns.of(visit).stream()).toList();
  }

  private static Set<Long> gaps(Map<Plot, List<Script>> plots, Plot plot, String type) {
    Set<Long> gaps = new HashSet<>();
    for (Script script : plots.getOrDefault(plot, List.of())) {
      List<Long> times = times(script, type);
      for (int i = 1; i < times.size(); i++) {
        gaps.add(times.get(i) - times.get(i - 1));
      }
    }
    return gaps;
  }

  private static List<Long> times(Script script, String type) {
    return script.beats().stream()
        .filter(beat -> beat.deed().type().equals(type))
        .map(Beat::atMs)
        .toList();
  }

  private static long time(Script script, String type) {
    return times(script, type).get(0);
  }

  /** When the first thing after it happens that could be going back. */
  private static long firstAfter(Script script, String type) {
    long shown = time(script, type);
    return script.beats().stream()
        .filter(beat -> beat.atMs() > shown)
        .filter(
            beat ->
                beat.deed().type().equals(EventTypes.CART_VIEWED)
                    || beat.deed().type().equals(EventTypes.CHECKOUT_STEP_LEFT))
        .findFirst()
        .orElseThrow()
        .atMs();
  }
}

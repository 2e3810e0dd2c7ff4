package io.floorwalker.simulator;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final Set<String> CARTS =
      Set.of("cart_abandoned", "checkout_abandoned", "payment_abandoned");

  private static final Set<String> TOUCHES =
      Set.of(EventTypes.PRODUCT_ADDED, EventTypes.PRODUCT_REMOVED, EventTypes.CART_UPDATED);

  @Test
  void theScriptsSayWhatTheEventsOfEachCustomerSay() {
    assertThatTheyAgree(ShopSettings.calm(7, 3_000));
    assertThatTheyAgree(ShopSettings.history(7, 3_000, 5, Thresholds.builtIn()));
    for (int seconds : List.of(1, 30, 600)) {
      Thresholds soon = TestingDay.soon(Duration.ofSeconds(seconds), Duration.ofMinutes(2));
      assertThatTheyAgree(ShopSettings.demo(seconds, 1_000, 5, soon));
    }
  }

  @Test
  void theyAgreeAlsoWhereEachStageHasATimeOfItsOwn() {
    Thresholds own =
        new Thresholds(
            Duration.ofSeconds(45),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2));

    assertThatTheyAgree(ShopSettings.demo(7, 1_000, 10, own));
  }

  @Test
  void everyPlotIsPlayed() {
    assertThat(TestingDay.scripts(4_000).stream().map(Script::plot).distinct())
        .hasSameSizeAs(Plot.all());
  }

  @Test
  void aTruthIsToldBeforeTheFirstEventOfItsShopper() {
    Set<String> seen = new HashSet<>();
    Shop shop =
        Shop.open(
            ShopSettings.calm(7, 500),
            TestingDay.OPENS,
            truth -> assertThat(seen).doesNotContain(truth.key()));
    shop.forEachRemaining(
        sent -> {
          CustomerEvent event = Objects.requireNonNull(sent.event());
          seen.add(key(event));
          seen.add(event.getSessionId());
        });

    assertThat(seen).isNotEmpty();
  }

  @Test
  void everyKindOfNearMissHappensToTheMillisecond() {
    Map<Plot, Set<Long>> gaps = gaps(TestingDay.scripts(4_000));
    long t = Duration.ofMinutes(30).toMillis();

    assertThat(gaps.get(CartPlot.COMES_BACK_JUST_IN_TIME)).contains(t - 1).doesNotContain(t);
    assertThat(gaps.get(CartPlot.COMES_BACK_AT_THE_DEADLINE)).contains(t).doesNotContain(t - 1);
    assertThat(gaps.get(CartPlot.COMES_BACK_JUST_TOO_LATE)).contains(t + 1).doesNotContain(t);
    assertThat(gaps.get(CartPlot.ORDERS_AT_THE_DEADLINE)).contains(t);
    assertThat(gaps.get(CartPlot.ORDERS_IN_THE_LAST_SECOND))
        .allMatch(gap -> gap < t)
        .anyMatch(gap -> gap >= t - 1000);
    assertThat(gaps.get(CartPlot.EMPTIES_THE_CART)).allMatch(gap -> gap < t);
    assertThat(gaps.get(LadderPlot.CLIMBS_AND_IS_BACK_JUST_IN_TIME)).contains(t - 1, t / 2 - 1);
    assertThat(gaps.get(LadderPlot.CLIMBS_AND_IS_BACK_AT_THE_DEADLINE)).contains(t, t / 2);
    assertThat(gaps.get(LadderPlot.CLIMBS_AND_IS_BACK_JUST_TOO_LATE)).contains(t + 1, t / 2 + 1);
    assertThat(gaps.get(LadderPlot.CLIMBS_AND_ORDERS_AT_THE_DEADLINE)).contains(t, t / 2);
    assertThat(gaps.get(LadderPlot.WAITS_LONG_FOR_A_PAYMENT_THAT_FAILS)).contains(t / 2, t / 2 + 1);
  }

  @Test
  void aPaymentOnItsWayIsNotAbandoned() {
    assertThat(TestingDay.scripts(2_000))
        .filteredOn(script -> script.plot() == LadderPlot.WAITS_FOR_A_PAYMENT_FOR_GOOD)
        .isNotEmpty()
        .allMatch(script -> script.truths().isEmpty());
  }

  @Test
  void theLastVisitOfADayIsNotAReturn() {
    assertThat(TestingDay.scripts(500, 1)).allMatch(script -> script.visits() == 1);
  }

  @Test
  void aPlotThatAbandonsByAccidentIsRefused() {
    Scene scene = scene();
    scene.shopping().fillsTheCart();
    scene.draft().pen().moveTo(scene.draft().deadlineMs());

    assertThatThrownBy(() -> scene.shopping().adds()).hasMessageContaining("by accident");
  }

  @Test
  void aPlotThatEndsWithoutSayingWhatBecameOfTheCartIsRefused() {
    Scene scene = scene();
    scene.shopping().fillsTheCart();

    assertThatThrownBy(() -> scene.draft().truths()).hasMessageContaining("nobody gave up");
  }

  @Test
  void whoIsSaidToLeaveMustNotComeBackBefore() {
    Scene scene = scene();
    scene.shopping().fillsTheCart();
    scene.draft().leaves();
    scene.draft().pen().moveTo(scene.draft().deadlineMs() - 1);

    assertThatThrownBy(() -> scene.shopping().adds()).hasMessageContaining("said to be left");
  }

  @Test
  void looksAreGivenUpWhereThePlotMeansThem() {
    Map<Plot, List<String>> wanted =
        Map.of(
            BrowsePlot.BROWSES_A_CATEGORY, List.of("browse_abandoned"),
            BrowsePlot.SEARCHES_TWICE, List.of("search_abandoned"),
            BrowsePlot.LOOKS_AT_TWO_CATEGORIES, List.of(),
            BrowsePlot.LOOKS_JUST_IN_TIME, List.of("browse_abandoned"),
            BrowsePlot.LOOKS_TOO_SLOWLY, List.of(),
            BrowsePlot.ADDS_IN_THE_LAST_MILLISECOND, List.of(),
            BrowsePlot.ADDS_AT_THE_DEADLINE, List.of("browse_abandoned"),
            BrowsePlot.SEARCHES_JUST_IN_TIME, List.of("search_abandoned"),
            BrowsePlot.SEARCHES_TOO_SLOWLY, List.of());

    assertThat(TestingDay.scripts(3_000))
        .filteredOn(script -> script.plot() instanceof BrowsePlot)
        .allSatisfy(
            script ->
                assertThat(script.truths())
                    .as(script.plot().toString())
                    .extracting(Truth::kind)
                    .filteredOn(kind -> !CARTS.contains(kind))
                    .isEqualTo(wanted.get(script.plot())))
        .extracting(Script::plot)
        .contains(BrowsePlot.values());
  }

  @Test
  void everyReasonIsToldAndWhatIsNoReasonIsNot() {
    Set<Plot> forNoReason =
        Set.of(
            ReasonPlot.KNOWS_THE_COSTS,
            ReasonPlot.SEES_THE_COSTS_TOO_LATE,
            ReasonPlot.SIGNS_IN_AND_LEAVES,
            ReasonPlot.FINDS_ANOTHER_OUT_OF_STOCK,
            ReasonPlot.WAITS_FOR_NO_PAGE);

    assertThat(TestingDay.scripts(3_000))
        .filteredOn(script -> script.plot() instanceof ReasonPlot)
        .allSatisfy(
            script ->
                assertThat(script.truths())
                    .as(script.plot().toString())
                    .singleElement()
                    .extracting(truth -> truth.evidence().size())
                    .isEqualTo(forNoReason.contains(script.plot()) ? 1 : 2))
        .extracting(Script::plot)
        .contains(ReasonPlot.values());
  }

  /** The last touch alone; why it was left is told by the plots, and held by the oracle. */
  private static Truth withoutReason(Truth truth) {
    List<String> evidence = truth.evidence();
    return new Truth(
        truth.kind(),
        truth.step(),
        truth.key(),
        truth.atMs(),
        evidence.subList(evidence.size() - 1, evidence.size()));
  }

  private static Scene scene() {
    Dice dice = Dice.of(7);
    Shopper shopper = Shopper.of(1, "today", dice);
    return Scene.of(new Draft(shopper, ShopSettings.calm(7, 1), dice, TestingDay.OPENS));
  }

  private static void assertThatTheyAgree(ShopSettings settings) {
    TestingDay day = TestingDay.of(settings);
    List<Truth> found = new ArrayList<>();
    Map<String, List<CustomerEvent>> byKey =
        day.events().stream()
            .filter(event -> event.getContactId() == null && event.getStock() == null)
            .collect(groupingBy(TruthTest::key));
    byKey.forEach(
        (key, events) -> found.addAll(TestingIntents.of(key, events, settings.thresholds())));
    List<Truth> scripted =
        day.truths().stream()
            .filter(truth -> CARTS.contains(truth.kind()))
            .map(TruthTest::withoutReason)
            .toList();

    assertThat(scripted.stream().collect(groupingBy(Truth::kind, groupingBy(Function.identity()))))
        .hasSize(3);
    assertThat(found).containsExactlyInAnyOrderElementsOf(scripted);
  }

  /** From one touch of the cart, whatever its stage, to the next one or to its end. */
  private static Map<Plot, Set<Long>> gaps(List<Script> scripts) {
    Map<Plot, Set<Long>> gaps = new HashMap<>();
    for (Script script : scripts) {
      long last = Long.MIN_VALUE;
      for (Beat beat : script.beats()) {
        String type = beat.deed().type();
        boolean touches =
            TOUCHES.contains(type) || type.startsWith("checkout_") || type.startsWith("payment_");
        boolean ends = type.equals(EventTypes.ORDER_PLACED) || type.equals(EventTypes.CART_EMPTIED);
        if (last != Long.MIN_VALUE && (touches || ends)) {
          gaps.computeIfAbsent(script.plot(), plot -> new HashSet<>()).add(beat.atMs() - last);
        }
        last = touches ? beat.atMs() : last;
      }
    }
    return gaps;
  }

  private static String key(CustomerEvent event) {
    return event.getUserId() != null ? event.getUserId() : event.getAnonymousId();
  }
}

package io.floorwalker.simulator;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TruthTest {

  private static final long OPENS = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
  private static final Duration T = Duration.ofMinutes(30);
  private static final Set<String> TOUCHES =
      Set.of(EventTypes.PRODUCT_ADDED, EventTypes.PRODUCT_REMOVED, EventTypes.CART_UPDATED);

  @Test
  void twoThousandSessionsLeaveAtLeastAHundredCarts() {
    assertThat(day().truths()).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void atLeastThreeInTenShoppersComeWithinABreathOfTheDeadline() {
    List<Script> scripts = scripts(2_000, Long.MAX_VALUE);
    long nearMisses = scripts.stream().filter(script -> script.plot().isNearMiss()).count();

    assertThat(nearMisses / (double) scripts.size()).isGreaterThanOrEqualTo(0.3);
    assertThat(scripts.stream().map(Script::plot).distinct()).hasSize(Plot.values().length);
  }

  @Test
  void aTruthIsToldBeforeTheFirstEventOfItsShopper() {
    Set<String> seen = new HashSet<>();
    Shop shop =
        Shop.open(
            ShopSettings.calm(7, 500),
            OPENS,
            truth -> assertThat(seen).doesNotContain(truth.key()));
    shop.forEachRemaining(sent -> seen.add(key(Objects.requireNonNull(sent.event()))));

    assertThat(seen).isNotEmpty();
  }

  @Test
  void aTruthIsTheLastTouchOfACartAndFallsDueAfterT() {
    Day day = day();
    for (Truth truth : day.truths()) {
      CustomerEvent evidence = Objects.requireNonNull(day.events().get(truth.evidence().get(0)));

      assertThat(truth.kind()).isEqualTo("cart_abandoned");
      assertThat(truth.evidence()).hasSize(1);
      assertThat(TOUCHES).contains(evidence.getType());
      assertThat(truth.key()).isEqualTo(key(evidence));
      assertThat(truth.atMs()).isEqualTo(at(evidence) + T.toMillis());
    }
  }

  @Test
  void nobodyTouchesOrOrdersBetweenTheEvidenceAndTheDeadline() {
    Day day = day();
    Map<String, List<CustomerEvent>> byKey =
        day.events().values().stream().collect(groupingBy(TruthTest::key));
    for (Truth truth : day.truths()) {
      long lastTouch = truth.atMs() - T.toMillis();

      assertThat(byKey.get(truth.key()))
          .filteredOn(event -> at(event) > lastTouch && at(event) < truth.atMs())
          .allMatch(event -> event.getType().endsWith("_viewed") || isSearch(event));
    }
  }

  @Test
  void everyKindOfNearMissHappensToTheMillisecond() {
    Map<Plot, Set<Long>> gaps = new HashMap<>();
    for (Script script : scripts(2_000, Long.MAX_VALUE)) {
      long last = Long.MIN_VALUE;
      for (Beat beat : script.beats()) {
        String type = beat.deed().type();
        boolean ends = type.equals(EventTypes.ORDER_PLACED) || type.equals(EventTypes.CART_EMPTIED);
        if (last != Long.MIN_VALUE && (TOUCHES.contains(type) || ends)) {
          gaps.computeIfAbsent(script.plot(), plot -> new HashSet<>()).add(beat.atMs() - last);
        }
        if (TOUCHES.contains(type)) {
          last = beat.atMs();
        }
      }
    }
    long t = T.toMillis();

    assertThat(gaps.get(Plot.COMES_BACK_JUST_IN_TIME)).contains(t - 1).doesNotContain(t);
    assertThat(gaps.get(Plot.COMES_BACK_AT_THE_DEADLINE)).contains(t).doesNotContain(t - 1);
    assertThat(gaps.get(Plot.ORDERS_AT_THE_DEADLINE)).contains(t);
    assertThat(gaps.get(Plot.ORDERS_IN_THE_LAST_SECOND))
        .allMatch(gap -> gap < t)
        .anyMatch(gap -> gap >= t - 1000);
    assertThat(gaps.get(Plot.EMPTIES_THE_CART)).allMatch(gap -> gap < t);
  }

  @Test
  void whoGoesToTheCheckoutAndLeavesIsNoAbandonedCartYet() {
    assertThat(scripts(500, Long.MAX_VALUE))
        .filteredOn(script -> script.plot() == Plot.LEAVES_AT_THE_CHECKOUT)
        .isNotEmpty()
        .allMatch(script -> script.truths().isEmpty());
  }

  @Test
  void theLastVisitOfADayIsNotAReturn() {
    assertThat(scripts(500, 1)).allMatch(script -> script.visits() == 1);
  }

  private static List<Script> scripts(int shoppers, long visitsLeft) {
    ShopSettings settings = ShopSettings.calm(7, 0);
    return LongStream.rangeClosed(1, shoppers)
        .mapToObj(
            number -> {
              Dice dice = Dice.of(7, number);
              Shopper shopper = Shopper.of(number, "today", dice);
              return Script.write(shopper, settings, dice, new Script.Start(OPENS, visitsLeft));
            })
        .toList();
  }

  private record Day(List<Truth> truths, Map<String, CustomerEvent> events) {}

  private static Day day() {
    List<Truth> truths = new ArrayList<>();
    Map<String, CustomerEvent> events = new HashMap<>();
    Shop.open(ShopSettings.calm(7, 2_000), OPENS, truths::add)
        .forEachRemaining(
            sent -> {
              if (sent.event() != null) {
                events.put(sent.event().getEventId(), sent.event());
              }
            });
    return new Day(truths, events);
  }

  private static boolean isSearch(CustomerEvent event) {
    return event.getType().equals(EventTypes.PRODUCTS_SEARCHED);
  }

  private static String key(CustomerEvent event) {
    return event.getUserId() != null ? event.getUserId() : event.getAnonymousId();
  }

  private static long at(CustomerEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }
}

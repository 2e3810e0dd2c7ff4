package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The struggles of one visit, added up from its events in order: slow, without any cleverness, and
 * not what the scripts were written with.
 */
final class TestingStruggles {

  private static final Map<String, Integer> WEIGHTS =
      Map.ofEntries(
          Map.entry("rage_click", 2),
          Map.entry("dead_click", 1),
          Map.entry("error_click", 2),
          Map.entry("field_loop", 3),
          Map.entry("payment_declined", 4),
          Map.entry("coupon_denied", 2),
          Map.entry("step_back_and_forth", 2),
          Map.entry("cost_shock", 2),
          Map.entry("reload_loop", 2),
          Map.entry("login_loop", 3),
          Map.entry("step_stall", 1),
          Map.entry("payment_gave_up", 3),
          Map.entry("form_thrash", 1),
          Map.entry("slow_page", 1));

  private final List<CustomerEvent> events;

  private TestingStruggles(List<CustomerEvent> visit) {
    this.events = visit.stream().sorted(comparingLong(CustomerEvent::getSessionSeq)).toList();
  }

  static List<Truth> of(List<CustomerEvent> visit) {
    return new TestingStruggles(visit).truths();
  }

  private List<Truth> truths() {
    if (events.get(0).getIsBot()) {
      return List.of();
    }
    List<Truth> truths = new ArrayList<>();
    List<TestingSigns.Found> open = new ArrayList<>();
    long lastAt = Long.MIN_VALUE / 2;
    String lastStep = "none yet";
    for (TestingSigns.Found sign : TestingSigns.of(events)) {
      open.add(sign);
      if (isClosed(sign) || isQuietened(sign)) {
        continue;
      }
      List<TestingSigns.Found> counted = counted(open, sign.atMs());
      long score = counted.stream().mapToLong(each -> points(each, sign.atMs())).sum();
      boolean armed = sign.atMs() >= lastAt + 600_000 || !sign.step().equals(lastStep);
      if (score >= 3500 && armed) {
        truths.add(truth(sign, counted));
        open.clear();
        lastAt = sign.atMs();
        lastStep = sign.step();
      }
    }
    return truths;
  }

  private Truth truth(TestingSigns.Found deciding, List<TestingSigns.Found> counted) {
    Set<String> evidence = new LinkedHashSet<>();
    counted.forEach(sign -> sign.evidence().forEach(event -> evidence.add(event.getEventId())));
    return new Truth(
        "checkout_struggle",
        deciding.step(),
        events.get(0).getSessionId(),
        deciding.atMs(),
        List.copyOf(evidence));
  }

  private static long points(TestingSigns.Found sign, long atMs) {
    double share = StrictMath.pow(0.5, (atMs - sign.atMs()) / 120_000.0);
    return (long) Math.floor(1000.0 * Objects.requireNonNull(WEIGHTS.get(sign.kind())) * share);
  }

  private static List<TestingSigns.Found> counted(List<TestingSigns.Found> open, long atMs) {
    List<TestingSigns.Found> young =
        open.stream().filter(sign -> atMs - sign.atMs() <= 1_200_000).toList();
    List<TestingSigns.Found> counted = new ArrayList<>();
    for (TestingSigns.Found sign : young) {
      boolean isOld = atMs - sign.atMs() >= 120_000;
      boolean isNewest =
          young.stream()
              .noneMatch(
                  other ->
                      other.kind().equals(sign.kind())
                          && other.step().equals(sign.step())
                          && other.atMs() > sign.atMs());
      boolean isRepeatOfBurst =
          young.stream()
              .filter(rage -> rage.kind().equals("rage_click"))
              .anyMatch(
                  rage ->
                      isOfBurst(sign, rage)
                          && young.stream()
                              .anyMatch(
                                  other ->
                                      other.kind().equals(sign.kind())
                                          && isOfBurst(other, rage)
                                          && other.atMs() > sign.atMs()));
      if ((isOld || isNewest) && !isRepeatOfBurst) {
        counted.add(sign);
      }
    }
    return counted;
  }

  private static boolean isOfBurst(TestingSigns.Found sign, TestingSigns.Found rage) {
    return (sign.kind().equals("dead_click") || sign.kind().equals("error_click"))
        && rage.evidence().contains(sign.evidence().get(0));
  }

  private boolean isClosed(TestingSigns.Found sign) {
    return events.stream()
        .filter(event -> event.getType().equals(EventTypes.ORDER_PLACED))
        .anyMatch(order -> at(order) < sign.atMs());
  }

  private boolean isQuietened(TestingSigns.Found sign) {
    return events.stream()
        .filter(event -> event.getType().equals(EventTypes.SUPPORT_CHAT_OPENED))
        .anyMatch(chat -> at(chat) <= sign.atMs() && sign.atMs() < at(chat) + 600_000);
  }

  private static long at(CustomerEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }
}

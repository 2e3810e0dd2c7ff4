package io.floorwalker.simulator;

import static java.util.stream.Collectors.groupingBy;

import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Everything that a shop sent and told in one run, without what never was. */
record TestingDay(List<Emission> sent, List<Truth> truths) {

  static final long OPENS = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();

  static TestingDay of(ShopSettings settings) {
    List<Emission> sent = new ArrayList<>();
    List<Truth> truths = new ArrayList<>();
    Shop.open(settings, OPENS, truths::add).forEachRemaining(sent::add);
    return new TestingDay(sent, truths);
  }

  /** The scripts of so many shoppers at the built-in thresholds. */
  static List<Script> scripts(int shoppers) {
    return scripts(shoppers, Long.MAX_VALUE);
  }

  static List<Script> scripts(int shoppers, long visitsLeft) {
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

  /** The thresholds of a shop in a hurry. */
  static Thresholds soon(Duration abandoned, Duration stale) {
    return new Thresholds(abandoned, abandoned, abandoned, stale, stale, stale.multipliedBy(3));
  }

  /** What people did, once each. */
  List<CustomerEvent> events() {
    List<CustomerEvent> events = new ArrayList<>();
    for (Emission emission : sent) {
      if (emission.event() != null
          && emission.fate() != Fate.FAR_FUTURE
          && emission.fate() != Fate.REPEATED) {
        events.add(emission.event());
      }
    }
    return events;
  }

  Map<String, List<CustomerEvent>> visits() {
    return events().stream()
        .filter(event -> event.getContactId() == null && event.getStock() == null)
        .collect(groupingBy(CustomerEvent::getSessionId));
  }

  List<Truth> truths(String kind) {
    return truths.stream().filter(truth -> truth.kind().equals(kind)).toList();
  }
}

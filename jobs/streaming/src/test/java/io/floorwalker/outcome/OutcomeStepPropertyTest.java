package io.floorwalker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.decisions.Exposure;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever the order of arrival, the watermarks, restores and re-scales: each exposure has one
 * answer, and it is the one that looking at all events at once gives.
 */
class OutcomeStepPropertyTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Property
  void eachExposureIsAnsweredByAllThatHappened(@ForAll long seed) {
    Random random = new Random(seed);
    List<Exposure> exposures = exposures(random);
    List<CustomerEvent> events = events(random);
    List<UnitNews> arrivals = new ArrayList<>(exposures.stream().map(UnitNews::of).toList());
    events.forEach(event -> arrivals.addAll(UnitNews.of(event)));
    Collections.shuffle(arrivals, random);

    Map<String, OutcomeKind> expected = new TreeMap<>();
    for (Exposure exposure : exposures) {
      boolean achieved = events.stream().anyMatch(event -> isSuccess(event, exposure));
      expected.put(
          exposure.open().getDecisionId(),
          achieved ? OutcomeKind.CONVERTED : OutcomeKind.NOT_CONVERTED);
    }
    Map<String, OutcomeKind> answered = new TreeMap<>();
    for (Outcome outcome : run(arrivals, random)) {
      assertThat(answered.put(outcome.getDecisionId(), outcome.getKind())).as("once").isNull();
    }
    assertThat(answered).isEqualTo(expected);
  }

  /** Decisions come at any time, events before the watermark. */
  private static List<Outcome> run(List<UnitNews> arrivals, Random random) {
    List<Outcome> outcomes = new ArrayList<>();
    PipelineHarness<UnitNews, Outcome> join = Units.started();
    List<UnitNews> waiting = new ArrayList<>(arrivals);
    long watermark = Moment.START.minusSeconds(1).toEpochMilli();
    while (!waiting.isEmpty()) {
      UnitNews next = waiting.remove(waiting.size() - 1);
      join.element(next, Moment.START.toEpochMilli());
      if (random.nextInt(4) == 0) {
        watermark = Math.max(watermark, before(waiting, random));
        join.watermark(watermark);
      }
      if (random.nextInt(12) == 0) {
        outcomes.addAll(join.output());
        Snapshot snapshot = join.snapshot();
        join.close();
        join = Units.restored(snapshot, 1 + random.nextInt(3));
      }
    }
    join.watermark(Moment.at("90d").toEpochMilli());
    outcomes.addAll(join.output());
    assertThat(join.keyedStateEntries()).as("entries at the end").isZero();
    join.close();
    return outcomes;
  }

  /** A moment at which no event is still to come that lies before it. */
  private static long before(List<UnitNews> waiting, Random random) {
    long first =
        waiting.stream()
            .filter(news -> news.achieved() != null)
            .mapToLong(news -> news.achieved().at())
            .min()
            .orElse(Moment.at("20d").toEpochMilli());
    return first - 1 - random.nextInt(3) * HOUR.toMillis();
  }

  private static boolean isSuccess(CustomerEvent event, Exposure exposure) {
    long at = event.getOccurredAt().toEpochMilli();
    boolean inTime = at >= exposure.from() && at < exposure.until();
    boolean ofTheUnit =
        exposure.open().getCustomerKey() == null
            ? event.getAccountId() != null
            : event.getType().equals(EventTypes.ORDER_PLACED)
                && exposure.open().getCustomerKey().equals(event.getCustomerKey());
    return inTime && ofTheUnit;
  }

  private static List<Exposure> exposures(Random random) {
    List<Exposure> exposures = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      Instant at = moment(random);
      exposures.add(
          random.nextInt(3) == 0
              ? Units.ann("x-" + number, at)
              : Units.customer("x-" + number, "c-" + random.nextInt(3), at, window(random)));
    }
    return exposures;
  }

  private static Duration window(Random random) {
    return random.nextBoolean() ? DAY : DAY.multipliedBy(3);
  }

  private static List<CustomerEvent> events(Random random) {
    List<CustomerEvent> events = new ArrayList<>();
    for (int number = 0; number < 16; number++) {
      String at = Moment.text(moment(random));
      CustomerEvent.Builder event =
          random.nextInt(3) == 0
              ? Units.annDoes(EventTypes.PORTAL_ACTIVITY, at)
              : Units.ordered("o-" + number, "c-" + random.nextInt(3), at);
      events.add(event.build());
    }
    return events;
  }

  /** On the hour or a millisecond off: many lie on the edges of windows. */
  private static Instant moment(Random random) {
    return Moment.START
        .plus(HOUR.multipliedBy(1 + 12 * random.nextInt(12)))
        .plusMillis(random.nextInt(3) - 1);
  }
}

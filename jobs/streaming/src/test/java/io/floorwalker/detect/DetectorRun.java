package io.floorwalker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Lets a detector run over events: in perfect order, or as they came.
 *
 * @param collect takes what a harness has found, before each restore and at the end
 * @param atEnd looks at what the last harness has kept when all is over
 */
public record DetectorRun(
    Function<DataStream<Received>, DataStream<Detection>> detector,
    Consumer<PipelineHarness<Received, Detection>> collect,
    Consumer<PipelineHarness<Received, Detection>> atEnd) {
  private static final Comparator<Effect> ORDER =
      Comparator.comparingLong(Effect::at)
          .thenComparing(Effect::event, CanonicalOrder.WITHIN_A_MOMENT);

  /** When an event takes effect: in a session with numbers never before the number in front. */
  private record Effect(CustomerEvent event, long at) {

    static Stream<Effect> of(List<CustomerEvent> events) {
      Map<String, Long> newest = new HashMap<>();
      return events.stream()
          .sorted(
              Comparator.comparing(
                  CustomerEvent::getSessionSeq, Comparator.nullsFirst(Comparator.naturalOrder())))
          .map(
              event -> {
                long at = event.getOccurredAt().toEpochMilli();
                return event.getSessionSeq() == null
                    ? new Effect(event, at)
                    : new Effect(event, newest.merge(event.getSessionId(), at, Math::max));
              });
    }
  }

  /**
   * How events come.
   *
   * @param disorder how far an event may come behind the newest one, milliseconds
   * @param cadence at most about so many events between two watermarks
   * @param restores at most so many restores, each at a place and a parallelism of its own
   */
  public record Pace(long disorder, int cadence, int restores) {

    /** Behind which events the pipeline is restored; one place may be drawn twice. */
    Set<Integer> restoredBehind(int events, Random random) {
      return random.ints(restores, 0, events).boxed().collect(Collectors.toSet());
    }
  }

  /** In canonical order by effective times, the watermark right before each event. */
  public void inPerfectOrder(List<CustomerEvent> arrivals) {
    try (PipelineHarness<Received, Detection> harness = started()) {
      for (Effect effect : Effect.of(arrivals).sorted(ORDER).toList()) {
        harness.watermark(effect.at() - 1);
        hear(harness, effect.event());
      }
      harness.endOfInput();
      collect.accept(harness);
    }
  }

  /** In this order, with watermarks, restores and re-scales drawn at random. */
  public void asItCame(List<CustomerEvent> arrivals, Random random, Pace pace) {
    PipelineHarness<Received, Detection> harness = started();
    long accounted = 0;
    try {
      long newest = Long.MIN_VALUE;
      long reached = Long.MIN_VALUE;
      int cadence = 1 + random.nextInt(pace.cadence());
      Set<Integer> restores = pace.restoredBehind(arrivals.size(), random);
      for (int place = 0; place < arrivals.size(); place++) {
        CustomerEvent event = arrivals.get(place);
        newest = Math.max(newest, event.getOccurredAt().toEpochMilli());
        hear(harness, event);
        if (random.nextInt(cadence) == 0) {
          reached = newest - pace.disorder() - 1;
          harness.watermark(reached);
        }
        if (restores.contains(place)) {
          collect.accept(harness);
          accounted += accounted(harness);
          Snapshot snapshot = harness.snapshot();
          harness.close();
          harness = restored(snapshot, 1 + random.nextInt(3));
          if (reached > Long.MIN_VALUE) {
            // As the operator behind the source does.
            harness.watermark(reached);
          }
        }
      }
      harness.endOfInput();
      collect.accept(harness);
      atEnd.accept(harness);
      assertThat(accounted + accounted(harness))
          .as("every event is used, ignored, repeated or late")
          .isEqualTo(arrivals.size());
    } finally {
      harness.close();
    }
  }

  /** Of how many events that came from outside it is known what became of them. */
  private static long accounted(PipelineHarness<Received, Detection> harness) {
    return Stream.of("used", "ignored", "repeated", "late").mapToLong(harness::counter).sum()
        - harness.counter("carried_over");
  }

  private static void hear(PipelineHarness<Received, Detection> harness, CustomerEvent event) {
    harness.element(new Received(event, 0, 0, 0), event.getOccurredAt().toEpochMilli());
  }

  private PipelineHarness<Received, Detection> started() {
    return PipelineHarness.of(Received.TYPE, detector, 1);
  }

  private PipelineHarness<Received, Detection> restored(Snapshot snapshot, int parallelism) {
    return PipelineHarness.restored(Received.TYPE, detector, snapshot, parallelism);
  }
}

package io.floorwalker.detect.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Detection;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Lets a watch run over what happened to contacts as it came, with watermarks, restores and
 * re-scales drawn at random.
 *
 * @param collect takes what a harness has found, before each restore and at the end
 * @param atEnd looks at the last harness when all is over
 */
record ContactRun(
    Function<DataStream<Watched>, DataStream<Detection>> watch,
    Consumer<PipelineHarness<Watched, Detection>> collect,
    Consumer<PipelineHarness<Watched, Detection>> atEnd) {
  private static final TypeInformation<Watched> TYPE = Watched.TYPE;
  private static final int RESTORES = 2;

  /**
   * In this order.
   *
   * @param sparsest at most about so many inputs between two watermarks
   */
  void asItCame(List<Watched> arrivals, Random random, int sparsest) {
    long accounted = 0;
    PipelineHarness<Watched, Detection> harness = PipelineHarness.of(TYPE, watch);
    try {
      long newest = Long.MIN_VALUE;
      long reached = Long.MIN_VALUE;
      int cadence = 1 + random.nextInt(sparsest);
      Set<Integer> restores =
          random.ints(RESTORES, 0, arrivals.size()).boxed().collect(Collectors.toSet());
      for (int place = 0; place < arrivals.size(); place++) {
        Watched input = arrivals.get(place);
        newest = Math.max(newest, input.at());
        harness.element(input, input.at());
        if (random.nextInt(cadence) == 0) {
          reached = newest - RandomContacts.DISORDER - 1;
          harness.watermark(reached);
        }
        if (restores.contains(place)) {
          collect.accept(harness);
          accounted += accounted(harness);
          Snapshot snapshot = harness.snapshot();
          harness.close();
          harness = PipelineHarness.restored(TYPE, watch, snapshot, 1 + random.nextInt(3));
          harness.watermark(reached); // as the operator behind the source does
        }
      }
      harness.endOfInput();
      collect.accept(harness);
      atEnd.accept(harness);
      assertThat(accounted + accounted(harness))
          .as("every event and every row is used, ignored, repeated, late or outdated")
          .isEqualTo(arrivals.size());
      assertThat(harness.eventTimeTimers()).as("nothing is awaited at the end").isZero();
    } finally {
      harness.close();
    }
  }

  private static long accounted(PipelineHarness<Watched, Detection> harness) {
    return Stream.of("used", "ignored", "repeated", "late", "outdated_rows")
        .mapToLong(harness::counter)
        .sum();
  }
}

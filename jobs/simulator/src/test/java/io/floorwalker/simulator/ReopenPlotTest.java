package io.floorwalker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReopenPlotTest {

  @Test
  void anIntentIsReopenedWhereThePlotMeansItAndOnce() {
    Map<Plot, List<Long>> told =
        TestingDay.scripts(3_000).stream()
            .filter(script -> script.plot() instanceof ReopenPlot)
            .collect(
                Collectors.groupingBy(
                    Script::plot,
                    Collectors.mapping(
                        script ->
                            script.truths().stream()
                                .filter(truth -> truth.kind().equals("intent_reopened"))
                                .count(),
                        Collectors.toList())));

    assertThat(told.keySet()).isEqualTo(Set.<Plot>of(ReopenPlot.values()));
    told.forEach(
        (plot, counts) ->
            assertThat(counts)
                .as("%s", plot)
                .containsOnly(plot.traits().nearMiss() ? near(plot) : 1L));
  }

  private static long near(Plot plot) {
    return plot == ReopenPlot.BECOMES_CHEAPER_AT_ONCE || plot == ReopenPlot.BECOMES_CHEAPER_TWICE
        ? 1
        : 0;
  }
}

package io.floorwalker.simulator;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a shopper is there for. */
interface Plot {

  Traits traits();

  /** Writes the shopper's story, and what is true of it. */
  void play(Scene scene);

  /** Every plot of every family. */
  static List<Plot> all() {
    return Stream.<Plot[]>of(
            CartPlot.values(),
            LadderPlot.values(),
            ReasonPlot.values(),
            ReopenPlot.values(),
            BrowsePlot.values(),
            StrugglePlot.values(),
            NearStrugglePlot.values(),
            ArmingPlot.values(),
            BotPlot.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** A plot by weight that needs no more visits than are left, and not more patience. */
  static Plot pick(Dice dice, long visitsLeft, Duration patience) {
    List<Plot> possible =
        all().stream()
            .filter(plot -> plot.traits().longestWait().compareTo(patience) <= 0)
            .toList();
    long drawn = dice.between(1, possible.stream().mapToLong(plot -> plot.traits().weight()).sum());
    for (Plot plot : possible) {
      drawn -= plot.traits().weight();
      if (drawn <= 0) {
        return plot.traits().visits() <= visitsLeft ? plot : CartPlot.LEAVES;
      }
    }
    throw new IllegalStateException("more was drawn than all plots weigh");
  }

  /**
   * How often a plot is played, and what it needs.
   *
   * @param nearMiss true where a little more or less would have decided otherwise
   * @param longestWait what it waits for its own sake, whatever the thresholds are
   */
  record Traits(int weight, int visits, boolean nearMiss, Duration longestWait) {

    static Traits weight(int weight) {
      return new Traits(weight, 1, false, Duration.ZERO);
    }

    static Traits near(int weight) {
      return new Traits(weight, 1, true, Duration.ZERO);
    }

    Traits inVisits(int number) {
      return new Traits(weight, number, nearMiss, longestWait);
    }

    Traits waiting(Duration wait) {
      return new Traits(weight, visits, nearMiss, wait);
    }
  }
}

package io.floorwalker.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.statistics.Statistics;

/**
 * Holds that histories drawn at random lie on both sides of a rule's edges: of all, a quarter match
 * and a quarter just miss, or the property fails. A history just misses something where one event
 * fewer, one more, or a millisecond less of patience makes more be found than is. Fewer than 100
 * histories say nothing about a share.
 *
 * @param found the ids of what is found in a history
 * @param again the same thing once more, a little later
 */
public record AroundTheEdges<T>(Function<List<T>, Set<String>> found, Function<T, T> again) {
  private static final int PARTS = 4;
  private static final int ENOUGH = 100;

  /**
   * Counts a history.
   *
   * @param sooner what would be found if everybody were a millisecond less patient
   */
  public void count(List<T> history, Set<String> sooner) {
    int here = found.apply(history).size();
    Statistics.label("match").collect(here > 0);
    boolean misses =
        sooner.size() > here
            || Stream.concat(fewer(history), more(history))
                .anyMatch(other -> found.apply(other).size() > here);
    Statistics.label("just miss").collect(misses);
    for (String side : List.of("match", "just miss")) {
      Statistics.label(side)
          .coverage(
              coverage ->
                  coverage.check(true).count((lying, all) -> all < ENOUGH || PARTS * lying >= all));
    }
  }

  private Stream<List<T>> fewer(List<T> history) {
    return Stream.iterate(0, place -> place < history.size(), place -> place + 1)
        .map(
            place -> {
              List<T> other = new ArrayList<>(history);
              other.remove((int) place);
              return other;
            });
  }

  private Stream<List<T>> more(List<T> history) {
    return history.stream()
        .map(
            one -> {
              List<T> other = new ArrayList<>(history);
              other.add(again.apply(one));
              return other;
            });
  }
}

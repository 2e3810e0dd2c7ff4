package io.floorwalker.detect.struggle;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the signs of a session add up to at one moment. A sign's points halve every two minutes. Of
 * the same trouble at the same step only the heaviest of the last two minutes counts, and a burst
 * of clicks is one trouble, however many of its clicks were dead or threw.
 *
 * @param milliPoints the sum, in thousandths of a point
 * @param counted the signs that count, in the order in which they were scored
 * @param cause the kind with the most points; of equals the first by alphabet
 */
record Score(long milliPoints, List<Sign> counted, String cause) {
  /** A sign that is older does not count at all, milliseconds. */
  static final long OLDEST = 20 * 60_000;

  private static final double HALF_LIFE = 120_000.0;
  private static final long SAME_TROUBLE = 120_000;

  /** The score at this moment, milliseconds, of signs that are not older than {@link #OLDEST}. */
  static Score at(long moment, Collection<Sign> signs) {
    Set<String> leftOut = new HashSet<>(lighter(moment, signs));
    leftOut.addAll(ofTheSameBurst(signs));
    List<Sign> counted =
        signs.stream().filter(sign -> !leftOut.contains(sign.id())).sorted(Sign.ORDER).toList();
    Map<String, Long> byKind =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    sign -> sign.kind().word(),
                    TreeMap::new,
                    Collectors.summingLong(sign -> points(sign, moment))));
    long sum = byKind.values().stream().mapToLong(Long::longValue).sum();
    return new Score(sum, counted, heaviest(byKind));
  }

  /** The kinds come by alphabet, so that of equals the first stays. */
  private static String heaviest(Map<String, Long> pointsByKind) {
    String cause = "";
    long most = -1;
    for (Map.Entry<String, Long> kind : pointsByKind.entrySet()) {
      if (kind.getValue() > most) {
        cause = kind.getKey();
        most = kind.getValue();
      }
    }
    return cause;
  }

  /** Thousandths of a point. */
  static long points(Sign sign, long moment) {
    long age = moment - sign.at();
    return (long) Math.floor(1000.0 * sign.kind().weight() * StrictMath.pow(0.5, age / HALF_LIFE));
  }

  /** Of the young signs of one kind at one step, all but the heaviest. */
  private static Set<String> lighter(long moment, Collection<Sign> signs) {
    record Trouble(SignalKind kind, @Nullable String step) {}
    Comparator<Sign> lightestFirst =
        Comparator.<Sign>comparingLong(sign -> points(sign, moment))
            .thenComparingLong(Sign::at)
            .thenComparing(Sign::id);
    List<Sign> young = signs.stream().filter(sign -> moment - sign.at() < SAME_TROUBLE).toList();
    Map<Trouble, Sign> heaviest =
        young.stream()
            .collect(
                Collectors.toMap(
                    sign -> new Trouble(sign.kind(), sign.step()),
                    sign -> sign,
                    BinaryOperator.maxBy(lightestFirst)));
    return without(young, heaviest.values());
  }

  /** Of the dead and error clicks of one rage click, all but the newest of each. */
  private static Set<String> ofTheSameBurst(Collection<Sign> signs) {
    Set<String> leftOut = new HashSet<>();
    for (Sign burst : signs) {
      if (burst.kind() == SignalKind.RAGE_CLICK) {
        for (SignalKind kind : List.of(SignalKind.DEAD_CLICK, SignalKind.ERROR_CLICK)) {
          List<Sign> clicks =
              signs.stream()
                  .filter(sign -> sign.kind() == kind)
                  .filter(sign -> burst.evidence().contains(sign.evidence().get(0)))
                  .sorted(Sign.ORDER)
                  .toList();
          leftOut.addAll(
              without(clicks, clicks.subList(Math.max(0, clicks.size() - 1), clicks.size())));
        }
      }
    }
    return leftOut;
  }

  private static Set<String> without(Collection<Sign> signs, Collection<Sign> kept) {
    Set<String> ids = signs.stream().map(Sign::id).collect(Collectors.toSet());
    kept.forEach(sign -> ids.remove(sign.id()));
    return ids;
  }
}

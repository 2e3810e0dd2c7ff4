package io.floorwalker.oracle;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which abandoned intents of a finished history were reopened by what became of their items.
 * Sees all events at once, in any order and with repeats; a product has one currency at a site.
 */
public final class ReopenOracle {
  private static final Set<String> INTENTS =
      Set.of("cart_abandoned", "checkout_abandoned", "payment_abandoned");

  private final AbandonmentOracle abandonment;
  private final ReopenOracleSettings settings;

  private ReopenOracle(AbandonmentOracle abandonment, ReopenOracleSettings settings) {
    this.abandonment = abandonment;
    this.settings = settings;
  }

  /** An oracle for what that of abandonment finds. */
  public static ReopenOracle of(AbandonmentOracle abandonment, ReopenOracleSettings settings) {
    return new ReopenOracle(abandonment, settings);
  }

  /** The detections, in the order of time. */
  public List<ExpectedReopening> detections(Collection<CustomerEvent> events) {
    Map<String, Shelf> shelves = Shelf.of(events, settings.kept().toMillis());
    Map<String, String> sites =
        events.stream()
            .collect(
                Collectors.toMap(
                    CustomerEvent::getEventId, CustomerEvent::getSite, (one, same) -> one));
    Map<String, List<Long>> touches = abandonment.touches(events);
    List<Told> told = new ArrayList<>();
    for (ExpectedDetection left : abandonment.detections(events)) {
      if (INTENTS.contains(left.kind())) {
        String site = Objects.requireNonNull(sites.get(left.decidingEventId()));
        long back = cameBack(left, touches.getOrDefault(left.key(), List.of()));
        told.addAll(ofIntent(left, site, back, shelves));
      }
    }
    return onceInAWhile(told);
  }

  /** Something that may be told, unless the same was told not long ago. */
  private record Told(String product, ExpectedReopening what) {
    List<String> topic() {
      return List.of(what.key(), product, what.cause());
    }
  }

  /** When the customer is back, or nobody is told any more. */
  private long cameBack(ExpectedDetection left, List<Long> touches) {
    long end = left.detectedAt() + settings.kept().toMillis();
    return touches.stream()
        .filter(at -> at >= left.detectedAt() && at < end)
        .findFirst()
        .orElse(end);
  }

  private List<Told> ofIntent(
      ExpectedDetection left, String site, long back, Map<String, Shelf> shelves) {
    List<Told> told = new ArrayList<>();
    Map<String, List<String>> linesOfProduct =
        left.lines().stream().collect(Collectors.groupingBy(ReopenOracle::product));
    linesOfProduct.forEach(
        (product, lines) -> {
          Shelf shelf = shelves.getOrDefault(site + "|" + product, new Shelf(List.of()));
          for (Shelf.Change change : shelf.changes()) {
            long at = change.at();
            if (at < left.detectedAt() || at >= back) {
              continue;
            }
            Shelf.Cost whenLeft = shelf.costAt(left.detectedAt(), change);
            String cause = change.cause(whenLeft, settings.lowStock());
            if (cause != null) {
              List<String> evidence = List.of(left.decidingEventId(), change.event().getEventId());
              told.add(
                  new Told(product, new ExpectedReopening(left.key(), at, cause, lines, evidence)));
            }
          }
        });
    return told;
  }

  private List<ExpectedReopening> onceInAWhile(List<Told> told) {
    Map<List<String>, Long> quietUntil = new HashMap<>();
    List<ExpectedReopening> expected = new ArrayList<>();
    told.sort(
        Comparator.comparingLong((Told one) -> one.what().at())
            .thenComparing(one -> one.what().evidence().get(1)));
    for (Told one : told) {
      if (one.what().at() >= quietUntil.getOrDefault(one.topic(), Long.MIN_VALUE)) {
        expected.add(one.what());
        quietUntil.put(one.topic(), one.what().at() + settings.quiet().toMillis());
      }
    }
    return expected;
  }

  private static String product(String line) {
    return line.substring(0, line.lastIndexOf(" x"));
  }
}

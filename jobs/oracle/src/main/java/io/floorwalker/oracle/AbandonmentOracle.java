package io.floorwalker.oracle;

import static java.util.Comparator.comparingLong;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which carts of a finished history were abandoned. Sees all events at once, in any order and
 * with repeats, as ingest lets them through; everything that would come due after the last event
 * has come due ({@code --at-end fire}). Events without a key are left out.
 */
public final class AbandonmentOracle {

  private final OracleSettings settings;

  private AbandonmentOracle(OracleSettings settings) {
    this.settings = settings;
  }

  /** An oracle for the rule with these settings. */
  public static AbandonmentOracle of(OracleSettings settings) {
    return new AbandonmentOracle(settings);
  }

  /** The detections of kind cart_abandoned, in the order of (detectedAt, key). */
  public List<ExpectedDetection> detections(Collection<CustomerEvent> events) {
    return byKey(events).entrySet().stream()
        .flatMap(
            ofKey ->
                abandoned(ofKey.getValue())
                    .filter(intent -> !intent.isBeyondCart())
                    .map(intent -> detection(ofKey.getKey(), intent)))
        .sorted(comparingLong(ExpectedDetection::detectedAt))
        .toList();
  }

  /** How many intents came due beyond the cart stage, where no rule detects them yet. */
  public long deferredStages(Collection<CustomerEvent> events) {
    return byKey(events).values().stream()
        .flatMap(this::abandoned)
        .filter(Intent::isBeyondCart)
        .count();
  }

  /** Sorted by key, so that detections of one moment keep the order of their keys. */
  private Map<String, List<CustomerEvent>> byKey(Collection<CustomerEvent> events) {
    Map<String, List<CustomerEvent>> byKey = new TreeMap<>();
    for (CustomerEvent event : events) {
      @Nullable String key = settings.keyBy().of(event);
      if (key != null) {
        byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(event);
      }
    }
    return byKey;
  }

  private Stream<Intent> abandoned(List<CustomerEvent> ofOneKey) {
    List<CustomerEvent> sorted = CanonicalOrder.of(ofOneKey);
    List<Moment> history = new CartHistory(settings.cartKept().toMillis()).of(sorted);
    return Intent.split(history, settings.cartAfter().toMillis()).stream()
        .filter(Intent::isAbandoned);
  }

  private ExpectedDetection detection(String key, Intent intent) {
    Moment last = intent.last();
    return new ExpectedDetection(
        "cart_abandoned",
        key,
        last.at() + settings.cartAfter().toMillis(),
        intent.first().at(),
        last.at(),
        last.event().getEventId(),
        last.cart().texts(),
        last.cart().value(),
        last.cart().currency(),
        "cart");
  }
}

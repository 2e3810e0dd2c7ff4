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
 * Says which browses, searches, carts, checkouts and payments of a finished history were abandoned:
 * each spell and each intent at most once, by its highest stage. Sees all events at once, in any
 * order and with repeats, as ingest lets them through; everything that would come due after the
 * last event has come due ({@code --at-end fire}). Events without a key are left out.
 */
public final class AbandonmentOracle {

  private final Sites sites;

  private AbandonmentOracle(Sites sites) {
    this.sites = sites;
  }

  /** An oracle for the rule with these settings. */
  public static AbandonmentOracle of(OracleSettings settings) {
    return of(settings, Map.of());
  }

  /**
   * An oracle for the rule with these settings, and others at some sites. What a cart is, and how
   * long it is kept, is taken from the common ones.
   */
  public static AbandonmentOracle of(OracleSettings settings, Map<String, OracleSettings> bySite) {
    return new AbandonmentOracle(new Sites(settings, bySite));
  }

  /** The detections of all kinds of the ladder, in the order of (detectedAt, key). */
  public List<ExpectedDetection> detections(Collection<CustomerEvent> events) {
    return byKey(withCarriedOver(events)).entrySet().stream()
        .flatMap(ofKey -> abandoned(ofKey.getKey(), ofKey.getValue()))
        .sorted(comparingLong(ExpectedDetection::detectedAt))
        .toList();
  }

  /** When each key did something with its cart, beyond looking around; in order. */
  Map<String, List<Long>> touches(Collection<CustomerEvent> events) {
    Map<String, List<Long>> touches = new TreeMap<>();
    byKey(withCarriedOver(events))
        .forEach(
            (key, ofOneKey) ->
                touches.put(
                    key,
                    new CartHistory(sites.keptMs())
                        .of(CanonicalOrder.of(ofOneKey)).stream()
                            .filter(Moment::matters)
                            .map(Moment::at)
                            .toList()));
    return touches;
  }

  /** The carts that visitors take along are activities of the users whom they become. */
  private Collection<CustomerEvent> withCarriedOver(Collection<CustomerEvent> events) {
    if (sites.common().keyBy() != KeyBy.CUSTOMER) {
      return events;
    }
    List<CustomerEvent> all = new ArrayList<>(events);
    for (List<CustomerEvent> ofOneKey : byKey(events).values()) {
      all.addAll(new SignIns(sites).carriedOver(CanonicalOrder.of(ofOneKey)));
    }
    return all;
  }

  /** Sorted by key, so that detections of one moment keep the order of their keys. */
  private Map<String, List<CustomerEvent>> byKey(Collection<CustomerEvent> events) {
    Map<String, List<CustomerEvent>> byKey = new TreeMap<>();
    for (CustomerEvent event : events) {
      @Nullable String key = sites.common().keyBy().of(event);
      if (key != null) {
        byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(event);
      }
    }
    return byKey;
  }

  private Stream<ExpectedDetection> abandoned(String key, List<CustomerEvent> ofOneKey) {
    List<CustomerEvent> sorted = CanonicalOrder.of(ofOneKey);
    List<Moment> history = new CartHistory(sites.keptMs()).of(sorted);
    List<Intent> intents = Intent.split(history, sites);
    return Stream.concat(
        intents.stream()
            .filter(Intent::isAbandoned)
            .map(intent -> detection(key, intent, during(intent, history))),
        Browsing.of(history, intents, sites).stream().map(spell -> spell.detection(key)));
  }

  /** From its first activity up to its deadline, also what is no activity of it. */
  private List<Moment> during(Intent intent, List<Moment> history) {
    long deadline = deadline(intent);
    return history.subList(history.indexOf(intent.first()), history.size()).stream()
        .takeWhile(moment -> moment.at() < deadline)
        .toList();
  }

  private long deadline(Intent intent) {
    Moment last = intent.last();
    return last.at() + sites.at(last.event()).afterMs(intent.stage());
  }

  private ExpectedDetection detection(String key, Intent intent, List<Moment> during) {
    Moment last = intent.last();
    Stage stage = intent.stage();
    Why why = Why.of(during, last);
    return new ExpectedDetection(
        stage.kind(),
        key,
        deadline(intent),
        intent.first().at(),
        last.at(),
        last.event().getEventId(),
        last.cart().texts(),
        last.cart().value(),
        last.cart().currency(),
        stage.word(),
        why.cause(),
        why.evidence());
  }
}

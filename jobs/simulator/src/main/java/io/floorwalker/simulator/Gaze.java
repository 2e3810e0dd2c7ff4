package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper without a cart looks at, and which of it is given up: two searches less than 30
 * min apart, else three products of one category, and then no look for T.
 */
final class Gaze {

  private static final long SEARCHED_WITHIN_MS = 1_800_000;
  private static final int PRODUCTS = 3;

  private final Thresholds thresholds;
  private final List<Given> givenUp = new ArrayList<>();
  private final Map<String, Map<String, Beat>> firstViews = new LinkedHashMap<>();
  private final List<Beat> products = new ArrayList<>();
  private final List<Beat> searches = new ArrayList<>();
  private @Nullable Beat last;
  private @Nullable Beat lastSearch;

  private record Given(String kind, long atMs, List<String> evidence) {}

  Gaze(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  static boolean isLook(Deed deed) {
    return deed.type().equals(EventTypes.PRODUCT_VIEWED)
        || deed.type().equals(EventTypes.PRODUCTS_SEARCHED);
  }

  void looks(Beat beat) {
    passes(beat.atMs());
    if (beat.deed().type().equals(EventTypes.PRODUCTS_SEARCHED)) {
      searches(beat);
    } else {
      views(beat);
    }
    last = beat;
  }

  /** There is a cart now, or an order: nobody misses a look that comes no more. */
  void turnsTo(long atMs) {
    passes(atMs);
    forget();
  }

  /** When looking around is over, unless something is done before. */
  long deadlineMs() {
    if (last == null) {
      throw new IllegalStateException("the plot speaks of looks that nobody has taken");
    }
    return last.atMs()
        + (searches.isEmpty() ? thresholds.browseAfter() : thresholds.searchAfter()).toMillis();
  }

  /** All that was given up when the story is over. */
  List<Truth> truths(String customerKey) {
    passes(Long.MAX_VALUE);
    return givenUp.stream()
        .map(given -> new Truth(given.kind(), "", customerKey, given.atMs(), given.evidence()))
        .toList();
  }

  private void searches(Beat beat) {
    Beat before = lastSearch;
    if (searches.isEmpty() && before != null && beat.atMs() - before.atMs() < SEARCHED_WITHIN_MS) {
      searches.add(before);
      searches.add(beat);
    }
    lastSearch = beat;
  }

  private void views(Beat beat) {
    CustomerEvent.Builder told = CustomerEvent.newBuilder();
    beat.deed().detail().accept(told);
    ProductLine product = told.getProduct();
    Map<String, Beat> ofCategory =
        firstViews.computeIfAbsent(product.getCategory(), unused -> new LinkedHashMap<>());
    boolean fresh = ofCategory.putIfAbsent(product.getProductId(), beat) == null;
    if (fresh && ofCategory.size() > products.size()) {
      products.clear();
      products.addAll(ofCategory.values());
    }
  }

  private void passes(long atMs) {
    if (last == null || deadlineMs() > atMs) {
      return;
    }
    if (!searches.isEmpty()) {
      givenUp.add(new Given("search_abandoned", deadlineMs(), evidence(searches, last)));
    } else if (products.size() >= PRODUCTS) {
      givenUp.add(
          new Given(
              "browse_abandoned", deadlineMs(), evidence(products.subList(0, PRODUCTS), last)));
    }
    forget();
  }

  private static List<String> evidence(List<Beat> shown, Beat last) {
    Set<String> ids = new LinkedHashSet<>();
    shown.forEach(beat -> ids.add(beat.eventId()));
    ids.remove(last.eventId());
    ids.add(last.eventId());
    return List.copyOf(ids);
  }

  private void forget() {
    firstViews.clear();
    products.clear();
    searches.clear();
    last = null;
    lastSearch = null;
  }
}

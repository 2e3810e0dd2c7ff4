package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One key's looking around while no intent is open, cut into spells: views and searches, each less
 * than T after the one before. A spell that an intent or an order follows in time was no loss.
 */
final class Browsing {

  private final Sites sites;
  private final Map<Moment, Long> openUntil = new IdentityHashMap<>();
  private final List<Spell> abandoned = new ArrayList<>();
  private @Nullable Spell spell;
  private long intentUntil = Long.MIN_VALUE;

  private Browsing(Sites sites) {
    this.sites = sites;
  }

  /** The spells that were abandoned as a browse or a search, in the order of time. */
  static List<Spell> of(List<Moment> history, List<Intent> intents, Sites sites) {
    Browsing browsing = new Browsing(sites);
    intents.forEach(browsing::knows);
    history.forEach(browsing::sees);
    browsing.passes(Long.MAX_VALUE);
    return browsing.abandoned;
  }

  /** Until when an intent is open behind each of its activities. */
  private void knows(Intent intent) {
    Stage stage = Stage.CART;
    for (Moment moment : intent.moments()) {
      stage = moment == intent.first() ? moment.stage() : stage.orHigher(moment.stage());
      long until = moment.isEnd() ? Long.MIN_VALUE : Intent.openUntil(moment, stage, sites);
      openUntil.put(moment, until);
    }
  }

  private void sees(Moment moment) {
    passes(moment.at());
    if (moment.matters()) {
      spell = null;
      intentUntil = openUntil.getOrDefault(moment, Long.MIN_VALUE);
    } else if (moment.at() >= intentUntil) {
      looks(moment.event());
    }
  }

  private void looks(CustomerEvent event) {
    switch (event.getType()) {
      case EventTypes.PRODUCT_VIEWED, EventTypes.PRODUCTS_SEARCHED -> {
        if (!event.getIsBot()) {
          spell = spell == null ? new Spell(sites) : spell;
          spell.looks(event);
        }
      }
      default -> {
        if (spell != null) {
          spell.meets(event);
        }
      }
    }
  }

  /** Lets the spell fall due before this time. */
  private void passes(long at) {
    if (spell != null && spell.deadline() <= at) {
      if (spell.kind() != null) {
        abandoned.add(spell);
      }
      spell = null;
    }
  }

  /** One time of looking around. */
  static final class Spell {
    private final Sites sites;
    private final List<CustomerEvent> looks = new ArrayList<>();
    private final Map<String, Map<String, CustomerEvent>> firstViews = new LinkedHashMap<>();
    private @Nullable CustomerEvent lastSearch;
    private List<CustomerEvent> pair = List.of();
    private @Nullable String mostSeen;
    private boolean browsed;
    private boolean outOfStock;
    private boolean slow;

    private Spell(Sites sites) {
      this.sites = sites;
    }

    private void looks(CustomerEvent event) {
      looks.add(event);
      if (event.getType().equals(EventTypes.PRODUCTS_SEARCHED)) {
        searches(event);
      } else {
        views(event);
      }
      browsed |= favourite().size() >= sites.at(event).browseProducts();
    }

    private void searches(CustomerEvent event) {
      if (pair.isEmpty()
          && lastSearch != null
          && at(event) - at(lastSearch) < sites.at(event).searchedWithin().toMillis()) {
        pair = List.of(lastSearch, event);
      }
      lastSearch = event;
    }

    private void views(CustomerEvent event) {
      @Nullable ProductLine product = event.getProduct();
      if (product == null || product.getProductId() == null || product.getCategory() == null) {
        return;
      }
      Map<String, CustomerEvent> ofCategory =
          firstViews.computeIfAbsent(product.getCategory(), unused -> new LinkedHashMap<>());
      ofCategory.putIfAbsent(product.getProductId(), event);
      if (ofCategory.size() > favourite().size()) {
        mostSeen = product.getCategory();
      }
    }

    private void meets(CustomerEvent event) {
      outOfStock |= event.getType().equals(EventTypes.OUT_OF_STOCK_SHOWN);
      slow |= Why.isSlowPage(event);
    }

    /** The products of the category that had most of them first, with their first views. */
    private Map<String, CustomerEvent> favourite() {
      return mostSeen == null ? Map.of() : firstViews.getOrDefault(mostSeen, Map.of());
    }

    private @Nullable String word() {
      if (!pair.isEmpty()) {
        return "search";
      }
      return browsed ? "browse" : null;
    }

    @Nullable String kind() {
      String word = word();
      return word == null ? null : word + "_abandoned";
    }

    private long deadline() {
      OracleSettings here = sites.at(last());
      return at(last()) + (pair.isEmpty() ? here.browseAfter() : here.searchAfter()).toMillis();
    }

    private CustomerEvent last() {
      return looks.get(looks.size() - 1);
    }

    ExpectedDetection detection(String key) {
      String word = word();
      if (word == null) {
        throw new IllegalStateException("nothing was abandoned");
      }
      return new ExpectedDetection(
          word + "_abandoned",
          key,
          deadline(),
          at(looks.get(0)),
          at(last()),
          last().getEventId(),
          favourite().keySet().stream().map(product -> product + " x1").toList(),
          null,
          null,
          word,
          outOfStock ? "out_of_stock" : slow ? "slow_page" : "unknown",
          evidence());
    }

    private List<String> evidence() {
      List<String> ids = new ArrayList<>();
      if (pair.isEmpty()) {
        favourite().values().stream()
            .limit(sites.at(last()).browseProducts())
            .forEach(view -> ids.add(view.getEventId()));
      } else {
        pair.forEach(search -> ids.add(search.getEventId()));
      }
      ids.remove(last().getEventId());
      ids.add(last().getEventId());
      return List.copyOf(ids);
    }

    private static long at(CustomerEvent event) {
      return event.getOccurredAt().toEpochMilli();
    }
  }
}

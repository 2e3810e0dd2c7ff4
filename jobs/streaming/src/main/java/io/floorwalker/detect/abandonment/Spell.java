package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time of looking around without a cart: views and searches, each less than T after the one
 * before. Pure: every event makes a new value.
 *
 * @param openedAt time of the first look, milliseconds
 * @param lastAt time of the last look, milliseconds
 * @param lastId event id of the last look
 * @param stage how far it has come; it only rises
 * @param looks the first look at each product of each category, in canonical order
 * @param searches the newest search, or the two that made it a search
 * @param cause the word for why it would be left
 */
public record Spell(
    long openedAt,
    long lastAt,
    String lastId,
    Stage stage,
    List<Look> looks,
    List<Search> searches,
    String cause) {

  /** One search; time in milliseconds. */
  public record Search(long at, String eventId) {}

  /** What makes a spell, and when it is over. */
  public record Rule(
      Duration browseAfter, Duration searchAfter, int products, Duration searchedWithin)
      implements Serializable {

    public Rule {
      if (products < 1) {
        throw new IllegalArgumentException(
            "%s is %d; give at least 1".formatted(Keys.BROWSE_PRODUCTS.name(), products));
      }
    }

    static Rule from(Settings settings) {
      return new Rule(
          settings.duration(Keys.BROWSE_AFTER),
          settings.duration(Keys.SEARCH_AFTER),
          Math.toIntExact(settings.number(Keys.BROWSE_PRODUCTS)),
          settings.duration(Keys.SEARCHED_WITHIN));
    }
  }

  /** The spell that this look opens. */
  static Spell of(CustomerEvent look, Rule rule) {
    long at = look.getOccurredAt().toEpochMilli();
    String id = look.getEventId();
    return new Spell(at, at, id, Stage.LOOK, List.of(), List.of(), "unknown").after(look, rule);
  }

  /** With one look more. */
  Spell after(CustomerEvent look, Rule rule) {
    long at = look.getOccurredAt().toEpochMilli();
    boolean search = look.getType().equals(EventTypes.PRODUCTS_SEARCHED);
    List<Search> newSearches =
        search ? searched(new Search(at, look.getEventId()), rule) : searches;
    List<Look> newLooks = search ? looks : with(look);
    Stage shown =
        newSearches.size() == 2
            ? Stage.SEARCH
            : favourite(newLooks).size() >= rule.products() ? Stage.BROWSE : Stage.LOOK;
    return new Spell(
        openedAt, at, look.getEventId(), stage.atLeast(shown), newLooks, newSearches, cause);
  }

  /** With what tells why; the graver word stands. */
  Spell met(CustomerEvent event) {
    String word =
        switch (event.getType()) {
          case EventTypes.OUT_OF_STOCK_SHOWN -> Cause.OUT_OF_STOCK.word();
          case EventTypes.PAGE_VITALS -> cause.equals("unknown") ? Cause.SLOW_PAGE.word() : cause;
          default -> cause;
        };
    return word.equals(cause)
        ? this
        : new Spell(openedAt, lastAt, lastId, stage, looks, searches, word);
  }

  /** When it is over unless there is another look, milliseconds. */
  long deadline(Rule rule) {
    return lastAt + (stage == Stage.SEARCH ? rule.searchAfter() : rule.browseAfter()).toMillis();
  }

  /** The products of the category of which it has seen most, one piece each. */
  List<String> lines() {
    return favourite(looks).stream().map(look -> look.productId() + " x1").toList();
  }

  /** What made it a browse or a search, and the last look behind it. */
  Why why(Rule rule) {
    List<String> evidence =
        new ArrayList<>(
            stage == Stage.SEARCH
                ? searches.stream().map(Search::eventId).toList()
                : favourite(looks).stream().limit(rule.products()).map(Look::eventId).toList());
    evidence.remove(lastId);
    evidence.add(lastId);
    return new Why(cause, List.copyOf(evidence));
  }

  private List<Search> searched(Search search, Rule rule) {
    if (searches.size() == 2) {
      return searches;
    }
    boolean again =
        searches.size() == 1
            && search.at() < searches.get(0).at() + rule.searchedWithin().toMillis();
    return again ? List.of(searches.get(0), search) : List.of(search);
  }

  private List<Look> with(CustomerEvent view) {
    @Nullable ProductLine product = view.getProduct();
    if (product == null || product.getProductId() == null || product.getCategory() == null) {
      return looks;
    }
    Look look = new Look(product.getCategory(), product.getProductId(), view.getEventId());
    if (looks.stream().anyMatch(look::isOfTheSame)) {
      return looks;
    }
    List<Look> after = new ArrayList<>(looks);
    after.add(look);
    return List.copyOf(after);
  }

  /** The looks at the category with most products; of several the one that was so far first. */
  private static List<Look> favourite(List<Look> looks) {
    Map<String, List<Look>> byCategory = new HashMap<>();
    List<Look> most = List.of();
    for (Look look : looks) {
      List<Look> same = byCategory.computeIfAbsent(look.category(), unused -> new ArrayList<>());
      same.add(look);
      most = same.size() > most.size() ? List.copyOf(same) : most;
    }
    return most;
  }
}

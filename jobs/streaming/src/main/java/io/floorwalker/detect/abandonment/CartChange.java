package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.schema.CustomerEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one event made of one key's cart. Pure. */
record CartChange(String key, Cart before, CustomerEvent event, Cart after) {

  static CartChange of(String key, Cart before, CustomerEvent event, Tuned<Cart.Timing> timing) {
    return new CartChange(key, before, event, before.after(event, timing));
  }

  long at() {
    return event.getOccurredAt().toEpochMilli();
  }

  /** What the patterns hear of it; nothing where it must not end their wait. */
  Optional<CartActivity> activity(Tuned<Cart.Timing> timing) {
    boolean unheard =
        ShowsWhy.is(event) || (Looks.is(event.getType()) && after.spell() == before.spell());
    return unheard
        ? Optional.empty()
        : Optional.of(CartActivity.of(key, event, after, timing.at(after.site()).spell()));
  }

  /** What came to light with it behind the last activity of what is open. */
  Optional<IntentNews> cameToLight(Tuned<Cart.Timing> timing) {
    if (!ShowsWhy.is(event)) {
      return Optional.empty();
    }
    Cart.Timing patience = timing.at(after.site());
    @Nullable Spell spell = after.spell();
    if (spell != null && spell != before.spell() && spell.stage() != Stage.LOOK) {
      return Optional.of(IntentNews.cameToLight(key, spell, patience.spell()));
    }
    @Nullable Intent intent = after.intent();
    if (intent == null || intent == before.intent() || intent.pending()) {
      return Optional.empty();
    }
    return Optional.of(IntentNews.cameToLight(key, intent, intent.why(after.lines()), patience));
  }
}

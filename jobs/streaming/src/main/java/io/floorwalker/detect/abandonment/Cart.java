package io.floorwalker.detect.abandonment;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Key;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Scope;
import io.floorwalker.config.Settings;
import io.floorwalker.config.Tuned;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.IntentActivity;
import io.floorwalker.schema.CustomerEvent;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's cart: what lies in it, and the intent that is open, or the spell of looking around
 * while there is none. Pure; {@code CartStep} keeps it.
 *
 * @param touchedAt time of the last activity, milliseconds; the lines are forgotten some days after
 *     it
 * @param site of the last activity or look: its patience counts; null in a cart of before there
 *     were several
 */
public record Cart(
    CartLines lines,
    long touchedAt,
    @Nullable Intent intent,
    @Nullable Spell spell,
    @Nullable String site) {
  static final Cart EMPTY = new Cart(CartLines.EMPTY, 0, null, null, null);

  /** When an intent counts as abandoned at each stage, and how long lines are remembered. */
  public record Timing(
      Spell.Rule spell,
      Duration cartAfter,
      Duration checkoutAfter,
      Duration paymentAfter,
      Duration keptFor)
      implements Serializable {

    private static final List<Key<Duration>> PATIENCE =
        List.of(Keys.CART_AFTER, Keys.CHECKOUT_AFTER, Keys.PAYMENT_AFTER);

    /** At each site. */
    static Tuned<Timing> from(Settings settings) {
      return Tuned.of(settings, Scope.SITE, Timing::ofOneSite);
    }

    /**
     * Refuses a cart that would be forgotten before it counts as abandoned.
     *
     * @throws InvalidSettings with the keys, their values and the remedy
     */
    public static void check(Settings settings) throws InvalidSettings {
      requireKept(settings, "");
      for (Map.Entry<String, Settings> own : settings.own(Scope.SITE).entrySet()) {
        requireKept(own.getValue(), "sites." + own.getKey() + ".");
      }
    }

    private static void requireKept(Settings settings, String of) throws InvalidSettings {
      Duration kept = settings.duration(Keys.CART_KEPT);
      for (Key<Duration> after : PATIENCE) {
        if (kept.compareTo(settings.duration(after)) < 0) {
          throw new InvalidSettings(
              "%s%s is %s, %s only %s; keep a cart at least as long"
                  .formatted(
                      of, after.name(), settings.duration(after), Keys.CART_KEPT.name(), kept));
        }
      }
    }

    private static Timing ofOneSite(Settings settings) {
      return new Timing(
          Spell.Rule.from(settings),
          settings.duration(Keys.CART_AFTER),
          settings.duration(Keys.CHECKOUT_AFTER),
          settings.duration(Keys.PAYMENT_AFTER),
          settings.duration(Keys.CART_KEPT));
    }

    Duration abandonedAfter(Stage stage) {
      return switch (stage) {
        case LOOK, BROWSE -> spell.browseAfter();
        case SEARCH -> spell.searchAfter();
        case CART -> cartAfter;
        case CHECKOUT -> checkoutAfter;
        case PAYMENT -> paymentAfter;
      };
    }
  }

  /** The cart after this event, which is the next in canonical order. */
  Cart after(CustomerEvent event, Tuned<Timing> timing) {
    long at = event.getOccurredAt().toEpochMilli();
    Cart before =
        isForgottenAt(at, timing) ? new Cart(CartLines.EMPTY, 0, null, spell, site) : this;
    CartLines after = before.lines.after(event);
    if (SignIn.is(event)) {
      return new Cart(CartLines.EMPTY, at, null, null, null);
    }
    if (endsIntent(event, after)) {
      return new Cart(after, at, null, null, null);
    }
    Intent open = before.openAt(at, timing);
    if (!IntentActivity.is(event.getType())) {
      return open == null ? before.lookingAround(event, timing) : before.met(event, open);
    }
    Stage shown = Stage.of(event.getType());
    boolean pending = event.getType().equals(EventTypes.PAYMENT_PENDING);
    Intent next =
        open == null
            ? new Intent(shown, at, at, event.getEventId(), pending, Hints.NONE.after(event))
            : new Intent(
                open.stage().atLeast(shown),
                open.openedAt(),
                at,
                event.getEventId(),
                pending,
                open.hints().after(event));
    return new Cart(after, at, next, null, event.getSite());
  }

  /** What tells why is no activity: the cart is as old as before. */
  private Cart met(CustomerEvent event, Intent open) {
    Hints hints = open.hints().after(event);
    return hints == open.hints() ? this : new Cart(lines, touchedAt, open.with(hints), null, site);
  }

  /** No intent is open: a look goes on with the spell or opens one, other events are met in it. */
  private Cart lookingAround(CustomerEvent event, Tuned<Timing> timing) {
    long at = event.getOccurredAt().toEpochMilli();
    Spell open = spell != null && at < spell.deadline(timing.at(site).spell()) ? spell : null;
    if (Looks.is(event.getType())) {
      Spell.Rule rule = timing.at(event.getSite()).spell();
      Spell next = open == null ? Spell.of(event, rule) : open.after(event, rule);
      return new Cart(lines, touchedAt, null, next, event.getSite());
    }
    Spell next = open == null ? spell : open.met(event);
    return next == spell ? this : new Cart(lines, touchedAt, null, next, site);
  }

  /** What goes along with a visitor who signs in; empty where there is nothing to take along. */
  Optional<CustomerEvent> carriedOver(CustomerEvent event, Tuned<Timing> timing) {
    if (!SignIn.is(event)) {
      return Optional.empty();
    }
    long at = event.getOccurredAt().toEpochMilli();
    boolean isCart = !isForgottenAt(at, timing) && (!lines.isEmpty() || openAt(at, timing) != null);
    return isCart ? Optional.of(SignIn.carriedOver(event, lines)) : Optional.empty();
  }

  boolean isEmpty() {
    return lines.isEmpty() && intent == null && spell == null;
  }

  /** When nothing of it matters any more, milliseconds. */
  long forgetAt(Tuned<Timing> timing) {
    boolean touched = !lines.isEmpty() || intent != null;
    long ofCart = touched ? touchedAt + timing.common().keptFor().toMillis() : Long.MIN_VALUE;
    return spell == null ? ofCart : Math.max(ofCart, spell.deadline(timing.at(site).spell()));
  }

  private boolean isForgottenAt(long at, Tuned<Timing> timing) {
    return at >= touchedAt + timing.common().keptFor().toMillis();
  }

  /** The intent, unless its one detection has ended it before this moment. */
  @Nullable Intent openAt(long at, Tuned<Timing> timing) {
    if (intent == null || intent.pending()) {
      return intent;
    }
    return at < intent.deadline(timing.at(site)) ? intent : null;
  }

  private static boolean endsIntent(CustomerEvent event, CartLines after) {
    return switch (event.getType()) {
      case EventTypes.ORDER_PLACED, EventTypes.CART_EMPTIED -> true;
      case EventTypes.PRODUCT_REMOVED -> after.isEmpty();
      case EventTypes.CART_UPDATED ->
          event.getCart() != null && event.getCart().getLines().isEmpty();
      default -> false;
    };
  }
}

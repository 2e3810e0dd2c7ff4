package io.floorwalker.detect.abandonment;

import io.floorwalker.schema.CustomerEvent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event did to a cart: touched its intent, or ended it. What the patterns of abandonment
 * run on.
 *
 * @param at event time, milliseconds
 * @param ended the intent ended with this event: ordered, or the cart emptied
 * @param pending a payment is on its way, so that nothing can fall due
 * @param openedAt first activity of the intent, milliseconds
 * @param lines after the event
 * @param why what is known with this event of why the intent would be left
 */
public record CartActivity(
    String key,
    long at,
    boolean ended,
    boolean pending,
    Stage stage,
    long openedAt,
    String eventId,
    List<String> lines,
    @Nullable BigDecimal value,
    @Nullable String currency,
    Why why,
    Origin origin) {

  /** Whether silence behind this activity abandons an intent of this stage. */
  boolean falls(Stage at) {
    return falls() && stage == at;
  }

  /** Whether silence behind this activity abandons anything. */
  boolean falls() {
    return !ended && !pending && stage != Stage.LOOK;
  }

  /** Whether the customer did something with the cart, and did not only look around. */
  public boolean touchesCart() {
    return stage.compareTo(Stage.CART) >= 0;
  }

  /** Where the event came from; {@code receivedAt} in milliseconds. */
  public record Origin(
      String site,
      @Nullable String customerKey,
      @Nullable String sessionId,
      @Nullable String accountId,
      @Nullable String contactId,
      @Nullable String release,
      @Nullable String deviceClass,
      @Nullable Long receivedAt) {

    static Origin of(CustomerEvent event) {
      boolean known = event.getContext() != null;
      return new Origin(
          event.getSite(),
          event.getCustomerKey(),
          event.getSessionId(),
          event.getAccountId(),
          event.getContactId(),
          known ? event.getContext().getRelease() : null,
          known ? event.getContext().getDeviceClass() : null,
          event.getReceivedAt() == null ? null : event.getReceivedAt().toEpochMilli());
    }
  }

  /** What this event made of the cart. */
  static CartActivity of(String key, CustomerEvent event, Cart after, Spell.Rule rule) {
    if (after.spell() != null) {
      return looked(key, event, after.spell(), rule);
    }
    long at = event.getOccurredAt().toEpochMilli();
    Intent intent = after.intent();
    return new CartActivity(
        key,
        at,
        intent == null,
        intent != null && intent.pending(),
        intent == null ? Stage.CART : intent.stage(),
        intent == null ? at : intent.openedAt(),
        event.getEventId(),
        after.lines().lines().stream().map(CartLine::toString).toList(),
        after.lines().value(),
        after.lines().currency(),
        intent == null ? Why.unknown(event.getEventId()) : intent.why(after.lines()),
        Origin.of(event));
  }

  private static CartActivity looked(
      String key, CustomerEvent event, Spell spell, Spell.Rule rule) {
    return new CartActivity(
        key,
        spell.lastAt(),
        false,
        false,
        spell.stage(),
        spell.openedAt(),
        spell.lastId(),
        spell.lines(),
        null,
        null,
        spell.why(rule),
        Origin.of(event));
  }
}

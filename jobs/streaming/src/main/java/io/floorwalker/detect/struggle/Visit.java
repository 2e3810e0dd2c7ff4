package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session after its events so far. Pure; {@code SessionStep} keeps it.
 *
 * @param events how many there were
 * @param number the last number of an event; 0 where none had one
 * @param step the checkout step that was said last
 * @param stepsViewed the steps whose page was viewed, the one viewed last at the end
 * @param ordered an order was placed
 * @param chatAt when a support chat was opened last, milliseconds
 * @param newestAt effective time of the last event, milliseconds
 * @param pending a payment is on its way and nobody knows yet how it ends
 * @param reacts the session has shown that its pages say when they react
 */
public record Visit(
    long events,
    long number,
    @Nullable String step,
    Stage stage,
    List<String> stepsViewed,
    boolean ordered,
    @Nullable Long chatAt,
    long newestAt,
    boolean pending,
    boolean reacts) {
  /** More than any checkout has; a client that makes steps up must not fill the state. */
  private static final int STEPS_REMEMBERED = 50;

  static final Visit NEW =
      new Visit(0, 0, null, Stage.BROWSE, List.of(), false, null, 0, false, false);

  /** When an event that is the next takes effect: never before the one in front of it. */
  long timeOf(CustomerEvent event) {
    return Math.max(event.getOccurredAt().toEpochMilli(), newestAt);
  }

  /** The visit after this event, which is the next in its order, at its effective time. */
  Visit after(CustomerEvent event, long at) {
    String said = stepOf(event);
    return new Visit(
        events + 1,
        numberAfter(event),
        said == null ? step : said,
        stage.after(event.getType()),
        isView(event) && said != null ? viewed(said) : stepsViewed,
        ordered || event.getType().equals(EventTypes.ORDER_PLACED),
        event.getType().equals(EventTypes.SUPPORT_CHAT_OPENED) ? Long.valueOf(at) : chatAt,
        at,
        isPendingAfter(event.getType()),
        reacts || event.getType().equals(EventTypes.PAGE_REACTED));
  }

  /** The visit after an event that means nothing to it but its number. */
  Visit afterNumberOf(CustomerEvent event) {
    return with(numberAfter(event), ordered);
  }

  /**
   * The visit of a session whose order is known, though not when it was placed among its events.
   */
  Visit withOrder() {
    return with(number, true);
  }

  private Visit with(long number, boolean ordered) {
    return new Visit(
        events, number, step, stage, stepsViewed, ordered, chatAt, newestAt, pending, reacts);
  }

  private long numberAfter(CustomerEvent event) {
    return event.getSessionSeq() == null ? number : Math.max(number, event.getSessionSeq());
  }

  /** Whether the event is a view of a step that was viewed before and is not the present one. */
  boolean isLeftBackwardsBy(CustomerEvent event) {
    String said = stepOf(event);
    return isView(event) && said != null && !said.equals(step) && stepsViewed.contains(said);
  }

  /** The step whose page this event shows to the session for the first time; null for any other. */
  @Nullable String firstReachedBy(CustomerEvent event) {
    String said = stepOf(event);
    return isView(event) && said != null && !stepsViewed.contains(said) ? said : null;
  }

  /** The checkout step that an event carries. */
  static @Nullable String stepOf(CustomerEvent event) {
    return event.getCheckout() == null ? null : event.getCheckout().getStep();
  }

  private boolean isPendingAfter(String type) {
    return switch (type) {
      case EventTypes.PAYMENT_PENDING -> true;
      case EventTypes.PAYMENT_SUCCEEDED, EventTypes.PAYMENT_DECLINED -> false;
      default -> pending;
    };
  }

  private List<String> viewed(String said) {
    List<String> after = new ArrayList<>(stepsViewed);
    after.remove(said);
    after.add(said);
    return after.size() > STEPS_REMEMBERED ? after.subList(1, after.size()) : after;
  }

  private static boolean isView(CustomerEvent event) {
    return event.getType().equals(EventTypes.CHECKOUT_STEP_VIEWED);
  }
}

package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All of one session, in order. */
record Visit(String session, List<VisitMoment> moments) {

  private static final List<String> STAGES = List.of("browse", "cart", "checkout", "payment");

  static Visit of(String session, Collection<CustomerEvent> events, Duration disorder) {
    List<VisitMoment> moments = new ArrayList<>();
    Set<String> viewed = new HashSet<>();
    @Nullable String step = null;
    int stage = 0;
    for (SessionOrder.Effect effect : SessionOrder.of(events, disorder)) {
      CustomerEvent event = effect.event();
      @Nullable String before = step;
      @Nullable String own = event.getCheckout() == null ? null : event.getCheckout().getStep();
      step = own == null ? before : own;
      stage = Math.max(stage, stage(event.getType()));
      boolean again = false;
      if (own != null && event.getType().equals(EventTypes.CHECKOUT_STEP_VIEWED)) {
        again = !viewed.add(own) && !Objects.equals(own, before);
      }
      moments.add(
          new VisitMoment(event, effect.at(), moments.size(), step, STAGES.get(stage), again));
    }
    return new Visit(session, moments);
  }

  /** True where the first order of the session stands before this place. */
  boolean isOrderedBefore(int position) {
    return moments.stream().limit(position).anyMatch(moment -> moment.is(EventTypes.ORDER_PLACED));
  }

  /** True where a support chat was opened before this place, and not before this time. */
  boolean isChatOpenedBefore(int position, long from) {
    return moments.stream()
        .limit(position)
        .anyMatch(moment -> moment.is(EventTypes.SUPPORT_CHAT_OPENED) && moment.at() >= from);
  }

  /** True where a payment that was pending before this place has not ended before it. */
  boolean isPending(int position) {
    boolean pending = false;
    for (VisitMoment moment : moments.subList(0, position)) {
      boolean ends =
          moment.is(EventTypes.PAYMENT_SUCCEEDED) || moment.is(EventTypes.PAYMENT_DECLINED);
      pending = moment.is(EventTypes.PAYMENT_PENDING) || (pending && !ends);
    }
    return pending;
  }

  /** True where a page has said before this place that it reacted. */
  boolean hasReactedBefore(int position) {
    return moments.stream().limit(position).anyMatch(moment -> moment.is(EventTypes.PAGE_REACTED));
  }

  private static int stage(String type) {
    if (!Shopping.isActivity(type)) {
      return 0;
    }
    return switch (Stage.of(type)) {
      case CART -> 1;
      case CHECKOUT -> 2;
      case PAYMENT -> 3;
    };
  }
}

package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which beats of an intent tell why it was left: those of the first cause that has any, told one
 * after the other while the story goes on.
 */
final class Why {

  private static final long LEAVES_WITHIN_MS = 20_000;
  private static final long LOOP_WITHIN_MS = 120_000;

  private final List<Beat> declined = new ArrayList<>();
  private final List<Beat> costs = new ArrayList<>();
  private final List<Beat> accounts = new ArrayList<>();
  private final Map<Beat, String> missing = new LinkedHashMap<>();
  private final List<Beat> coupons = new ArrayList<>();
  private final Map<String, List<Beat>> errors = new LinkedHashMap<>();
  private final List<Beat> slow = new ArrayList<>();
  private List<Beat> loop = List.of();

  /** The shopper meets something, or does something, while the intent is open. */
  void meets(Beat beat) {
    switch (beat.deed().type()) {
      case EventTypes.PAYMENT_DECLINED -> declined.add(beat);
      case EventTypes.PAYMENT_SUCCEEDED -> declined.clear();
      case EventTypes.COST_SHOWN -> costs.add(beat);
      case EventTypes.ACCOUNT_REQUIRED_SHOWN -> accounts.add(beat);
      case EventTypes.SIGNED_IN -> accounts.clear();
      case EventTypes.OUT_OF_STOCK_SHOWN ->
          missing.put(beat, told(beat).getProduct().getProductId());
      case EventTypes.COUPON_DENIED -> coupons.add(beat);
      case EventTypes.COUPON_APPLIED -> coupons.clear();
      case EventTypes.FIELD_ERROR -> fails(beat, told(beat).getForm().getField());
      case EventTypes.CHECKOUT_STEP_COMPLETED -> {
        errors.clear();
        loop = List.of();
      }
      case EventTypes.PAGE_VITALS -> {
        if (isSlow(told(beat))) {
          slow.add(beat);
        }
      }
      default -> {
        // Tells nothing.
      }
    }
  }

  /** Event ids: the newest three beats of the cause, then the last touch, each once. */
  List<String> evidence(Beat last, Set<String> inTheCart) {
    List<Beat> shown =
        List.of(
                declined,
                costs.stream()
                    .filter(cost -> last.atMs() - cost.atMs() < LEAVES_WITHIN_MS)
                    .toList(),
                accounts,
                missing.keySet().stream()
                    .filter(beat -> inTheCart.contains(missing.get(beat)))
                    .toList(),
                coupons,
                loop,
                slow)
            .stream()
            .filter(beats -> !beats.isEmpty())
            .findFirst()
            .orElse(List.of());
    List<String> ids =
        shown.subList(Math.max(0, shown.size() - 3), shown.size()).stream()
            .map(Beat::eventId)
            .filter(id -> !id.equals(last.eventId()))
            .collect(Collectors.toCollection(ArrayList::new));
    ids.add(last.eventId());
    return ids;
  }

  private void fails(Beat beat, String field) {
    List<Beat> ofField = errors.computeIfAbsent(field, unused -> new ArrayList<>());
    ofField.add(beat);
    int third = ofField.size() - 3;
    if (third >= 0 && beat.atMs() - ofField.get(third).atMs() < LOOP_WITHIN_MS) {
      loop = List.copyOf(ofField.subList(third, ofField.size()));
    }
  }

  private static boolean isSlow(CustomerEvent.Builder vitals) {
    return exceeds(vitals.getInteraction().getLcpMs(), 4_000)
        || exceeds(vitals.getInteraction().getInpMs(), 500);
  }

  private static boolean exceeds(@Nullable Integer measured, int limit) {
    return measured != null && measured > limit;
  }

  private static CustomerEvent.Builder told(Beat beat) {
    CustomerEvent.Builder event = CustomerEvent.newBuilder().setEventId(beat.eventId());
    beat.deed().detail().accept(event);
    return event;
  }
}

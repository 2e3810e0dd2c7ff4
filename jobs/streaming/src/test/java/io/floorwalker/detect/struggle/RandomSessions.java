package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Form;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What many shoppers did, drawn at random around the edges of the patterns and of the score: each
 * session has a few troubles at once, with gaps that make it or just miss it, ties, repeats,
 * successes, orders and chats. In the order of arrival, no event further behind than the disorder;
 * no session is silent for as long as two hours. Some sessions number their events, see {@link
 * Numbering}.
 */
final class RandomSessions {
  static final long DISORDER = 5_000;

  /** Where every second session is. */
  static final String OTHER_SITE = "other";

  private static final long START = 1_772_445_600_000L;

  private final Random random;

  RandomSessions(long seed) {
    random = new Random(seed);
  }

  /** A trouble: what happens, the gaps that follow, milliseconds. */
  private enum Trouble {
    CLICKS(List.of(0, 200, 200, 300, 300, 500, 999, 1000, 1000, 1001, 1999, 2000, 2499, 2500)),
    FORM(List.of(0, 1_000, 30_000, 59_999, 60_000, 60_001, 119_999, 120_000)),
    LOGIN(List.of(0, 10_000, 149_999, 150_000, 150_001, 299_999, 300_000)),
    PAYMENT(List.of(0, 20_000, 40_000, 59_999, 60_000, 299_999, 300_000)),
    COUPON(List.of(0, 15_000, 179_999, 180_000)),
    STEPS(List.of(0, 5_000, 59_999, 60_000, 60_001, 89_999, 90_000, 179_999, 180_000)),
    COSTS(List.of(0, 3_000, 19_999, 20_000)),
    THRASH(List.of(0, 1_000, 5_000, 5_000, 20_000, 39_999, 40_000, 59_999, 119_999, 120_000)),
    PAGES(List.of(0, 1_000, 2_499, 2_500, 45_000)),
    RELOADS(List.of(0, 5_000, 29_999, 30_000, 30_001, 59_999, 60_000)),
    REST(List.of(0, 119_999, 120_000, 599_999, 600_000, 600_001, 1_199_999, 1_200_000, 1_200_001));

    private final List<Integer> gaps;

    Trouble(List<Integer> gaps) {
      this.gaps = gaps;
    }
  }

  /** Who numbers events. */
  private enum Numbering {
    NOBODY,
    /** Some numbers are lost on the way. */
    EVERYBODY,
    /** One clock for all, which steps back once; its events come in order. */
    A_BAD_CLOCK,
    /** The page does, what stands behind the shop does not. */
    THE_PAGE
  }

  private record Arrival(long at, CustomerEvent event) {}

  List<CustomerEvent> ofSessions(int sessions) {
    return IntStream.range(0, sessions)
        .mapToObj(number -> arrivals(session(number), any(Numbering.values())))
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::event)
        .toList();
  }

  private List<Arrival> arrivals(List<CustomerEvent> events, Numbering numbering) {
    return switch (numbering) {
      case NOBODY -> events.stream().map(this::arrival).toList();
      case EVERYBODY ->
          numbered(events).stream()
              .filter(event -> random.nextInt(20) > 0)
              .map(this::arrival)
              .toList();
      case A_BAD_CLOCK -> ofABadClock(numbered(events).stream().distinct().toList());
      case THE_PAGE ->
          numbered(events).stream()
              .map(event -> event.getSessionSeq() > 1 && isOfTheShop(event) ? plain(event) : event)
              .map(this::arrival)
              .toList();
    };
  }

  private Arrival arrival(CustomerEvent event) {
    return new Arrival(event.getOccurredAt().toEpochMilli() + random.nextLong(DISORDER), event);
  }

  private List<Arrival> ofABadClock(List<CustomerEvent> events) {
    List<Arrival> arrivals = new ArrayList<>();
    int stepsAt = random.nextInt(events.size());
    long step = random.nextInt(3) * 1_000L;
    long last = 0;
    for (int place = 0; place < events.size(); place++) {
      CustomerEvent event = events.get(place);
      long at = event.getOccurredAt().toEpochMilli();
      last = Math.max(last, at + random.nextLong(DISORDER - step));
      long said = place < stepsAt ? at : at - step;
      arrivals.add(
          new Arrival(
              last,
              CustomerEvent.newBuilder(event).setOccurredAt(Instant.ofEpochMilli(said)).build()));
    }
    return arrivals;
  }

  /** A repeat has the number of its first. */
  private static List<CustomerEvent> numbered(List<CustomerEvent> events) {
    Map<String, Long> numbers = new HashMap<>();
    return events.stream()
        .map(
            event ->
                CustomerEvent.newBuilder(event)
                    .setSessionSeq(
                        numbers.computeIfAbsent(event.getEventId(), unused -> numbers.size() + 1L))
                    .build())
        .toList();
  }

  private static boolean isOfTheShop(CustomerEvent event) {
    return Set.of(
            EventTypes.PAYMENT_DECLINED,
            EventTypes.PAYMENT_SUCCEEDED,
            EventTypes.ORDER_PLACED,
            EventTypes.COUPON_DENIED)
        .contains(event.getType());
  }

  private static CustomerEvent plain(CustomerEvent event) {
    return CustomerEvent.newBuilder(event).setSessionSeq(null).build();
  }

  private List<CustomerEvent> session(int number) {
    List<CustomerEvent> events = new ArrayList<>();
    List<Trouble> troubles = List.of(any(Trouble.values()), any(Trouble.values()), Trouble.REST);
    boolean bot = random.nextInt(30) == 0;
    boolean numberless = random.nextInt(30) == 0;
    long at = START + random.nextInt(600_000);
    int length = 4 + random.nextInt(28);
    Trouble trouble = troubles.get(0);
    for (int position = 0; position < length; position++) {
      if (random.nextInt(4) == 0) {
        trouble = troubles.get(random.nextInt(6) == 0 ? 2 : random.nextInt(2));
      }
      CustomerEvent.Builder draft =
          CustomerEvent.newBuilder()
              .setEventId("e-" + number + "-" + random.nextInt(10) + "-" + position)
              .setOccurredAt(Instant.ofEpochMilli(at))
              .setReceivedAt(Instant.ofEpochMilli(at + random.nextInt(100)))
              .setSessionId(numberless ? null : "s-" + number)
              .setCustomerKey("c-" + number % 7)
              .setSite(number % 2 == 0 ? "shop" : OTHER_SITE)
              .setIsBot(bot);
      CustomerEvent event = event(trouble, draft).build();
      events.add(event);
      if (random.nextInt(12) == 0) {
        events.add(CustomerEvent.newBuilder(event).build());
      }
      at += random.nextInt(4) == 0 ? random.nextInt(1_500) : any(trouble.gaps);
    }
    return events;
  }

  private CustomerEvent.Builder event(Trouble trouble, CustomerEvent.Builder event) {
    return switch (trouble) {
      case CLICKS -> interaction(event);
      case FORM ->
          random.nextInt(6) == 0
              ? step(event, EventTypes.CHECKOUT_STEP_COMPLETED)
              : event
                  .setType(EventTypes.FIELD_ERROR)
                  .setForm(Form.newBuilder().setField(any("zip", "zip", "email")).build());
      case LOGIN ->
          event.setType(random.nextInt(6) == 0 ? EventTypes.SIGNED_IN : EventTypes.LOGIN_FAILED);
      case PAYMENT ->
          random.nextInt(3) == 0
              ? page(event)
              : event
                  .setType(
                      any(
                          EventTypes.PAYMENT_DECLINED,
                          EventTypes.PAYMENT_DECLINED,
                          EventTypes.PAYMENT_DECLINED,
                          EventTypes.PAYMENT_STARTED,
                          EventTypes.PAYMENT_PENDING,
                          EventTypes.PAYMENT_SUCCEEDED))
                  .setPayment(Payment.newBuilder().setHard(perhaps(any(true, false))).build());
      case COUPON ->
          event.setType(
              any(
                  EventTypes.COUPON_DENIED,
                  EventTypes.COUPON_DENIED,
                  EventTypes.COUPON_DENIED,
                  EventTypes.COUPON_APPLIED));
      case STEPS -> step(event, EventTypes.CHECKOUT_STEP_VIEWED);
      case COSTS -> cost(event);
      case THRASH ->
          event
              .setType(any(EventTypes.FORM_CLEARED, EventTypes.FIELD_CHANGED))
              .setForm(
                  random.nextInt(20) == 0
                      ? null
                      : Form.newBuilder()
                          .setFormId(random.nextInt(5) == 0 ? perhaps("other") : "pay")
                          .build());
      case PAGES -> page(event);
      case RELOADS ->
          random.nextInt(8) == 0
              ? event.setType(EventTypes.CHECKOUT_STARTED)
              : event
                  .setType(EventTypes.PAGE_RELOADED)
                  .setContext(Context.newBuilder().setPage(any("/pay", "/pay", "/cart")).build());
      case REST ->
          event.setType(
              any(
                  EventTypes.PAGE_VIEWED,
                  EventTypes.PRODUCT_ADDED,
                  EventTypes.CHECKOUT_STARTED,
                  EventTypes.PAYMENT_STARTED,
                  EventTypes.SUPPORT_CHAT_OPENED,
                  EventTypes.ORDER_PLACED));
    };
  }

  /** What pages say of themselves, and a type that nobody knows. */
  private CustomerEvent.Builder page(CustomerEvent.Builder event) {
    return switch (random.nextInt(7)) {
      case 0 -> event.setType(EventTypes.PAGE_VIEWED);
      case 1 -> event.setType("page_imagined");
      case 2, 3 -> event.setType(EventTypes.PAGE_REACTED);
      case 4 -> event.setType(EventTypes.CHECKOUT_STARTED);
      default ->
          event
              .setType(EventTypes.PAGE_VITALS)
              .setInteraction(
                  Interaction.newBuilder()
                      .setLcpMs(perhaps(any(4_000, 4_001)))
                      .setInpMs(perhaps(any(500, 501)))
                      .build());
    };
  }

  private CustomerEvent.Builder interaction(CustomerEvent.Builder event) {
    if (random.nextInt(7) == 0) {
      return event
          .setType(EventTypes.SCRIPT_ERROR)
          .setInteraction(Interaction.newBuilder().setError("TypeError").build());
    }
    if (random.nextInt(8) == 0) {
      return event.setType(EventTypes.PAGE_REACTED);
    }
    boolean placed = random.nextInt(4) == 0;
    return event
        .setType(EventTypes.ELEMENT_CLICKED)
        .setInteraction(
            Interaction.newBuilder()
                .setSelector(selector())
                .setX(placed ? Integer.valueOf(any(List.of(0, 30, 50, 51))) : null)
                .setY(placed ? Integer.valueOf(any(List.of(0, 40, 41))) : null)
                .setInteractive(random.nextBoolean())
                .setReactionMs(random.nextInt(3) == 0 ? -1 : null)
                .build());
  }

  private @Nullable String selector() {
    return random.nextInt(6) == 0
        ? null
        : any("#pay", "#pay", "#pay", "#pay", "#help", ".qty-plus");
  }

  private CustomerEvent.Builder step(CustomerEvent.Builder event, String type) {
    return event
        .setType(type)
        .setCheckout(
            Checkout.newBuilder().setStep(any("ship", "ship", "pay", "pay", "review")).build());
  }

  private CustomerEvent.Builder cost(CustomerEvent.Builder event) {
    return switch (random.nextInt(5)) {
      case 0 -> step(event, EventTypes.CHECKOUT_STEP_LEFT);
      case 1 -> step(event, EventTypes.CHECKOUT_STEP_VIEWED);
      case 2 -> event.setType(EventTypes.CART_VIEWED);
      default -> event.setType(EventTypes.COST_SHOWN).setCheckout(new Checkout());
    };
  }

  private <T> @Nullable T perhaps(T known) {
    return random.nextInt(4) == 0 ? null : known;
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private int any(List<Integer> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

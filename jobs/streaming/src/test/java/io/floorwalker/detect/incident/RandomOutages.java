package io.floorwalker.detect.incident;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What many shoppers did in the same half hour of six weeks, drawn at random: few at a time and
 * then many at once, on few devices and releases, in the end with other codes and elements than
 * before, at the edges of minutes and hours. In the order of arrival, no event further behind than
 * the disorder.
 */
final class RandomOutages {
  static final long DISORDER = 5_000;
  private static final long START = Instant.parse("2026-03-02T10:50:00Z").toEpochMilli();
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final int MINUTE = 60_000;

  private final Random random;
  private final int[] bursts;

  RandomOutages(long seed) {
    random = new Random(seed);
    bursts = random.ints(4, 0, 20).toArray();
  }

  List<CustomerEvent> ofSessions(int sessions) {
    record Arrival(long at, CustomerEvent event) {}
    return IntStream.range(0, sessions)
        .mapToObj(this::session)
        .flatMap(List::stream)
        .map(
            event ->
                new Arrival(
                    event.getOccurredAt().toEpochMilli() + random.nextLong(DISORDER), event))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::event)
        .toList();
  }

  private List<CustomerEvent> session(int number) {
    List<CustomerEvent> events = new ArrayList<>();
    String site = any("shop", "shop", "shop", "outlet");
    @Nullable String device = random.nextInt(4) == 0 ? null : any("phone", "phone", "tablet");
    String release = any("r-1", "r-2");
    boolean past = random.nextInt(3) == 0;
    int week = past ? random.nextInt(4) : 4 + random.nextInt(2);
    long at = START + week * WEEK + minute() * MINUTE + second();
    int visits = 1 + random.nextInt(2);
    boolean struggles = random.nextInt(9) < 4;
    boolean numbered = number % 2 == 0;
    for (int visit = 0; visit < visits; visit++) {
      String step = any("payment", "payment", "payment", "address");
      List<CustomerEvent.Builder> drafts = new ArrayList<>();
      if (random.nextInt(15) > 0) {
        drafts.add(
            of(EventTypes.CHECKOUT_STEP_VIEWED)
                .setCheckout(Checkout.newBuilder().setStep(step).build()));
      }
      if (struggles) {
        drafts.addAll(trouble(past));
      }
      for (CustomerEvent.Builder draft : drafts) {
        CustomerEvent event =
            draft
                .setEventId("e-" + number + "-" + random.nextInt(10) + "-" + events.size())
                .setOccurredAt(Instant.ofEpochMilli(at))
                .setSessionId("s-" + number)
                .setSessionSeq(numbered ? Long.valueOf(events.size() + 1) : null)
                .setCustomerKey(number % 5 == 0 ? null : "c-" + number / 2)
                .setSite(site)
                .setContext(Context.newBuilder().setDeviceClass(device).setRelease(release).build())
                .build();
        events.add(event);
        if (random.nextInt(12) == 0) {
          events.add(CustomerEvent.newBuilder(event).build());
        }
        at += random.nextInt(900);
      }
      at += random.nextInt(3) * MINUTE;
    }
    if (!events.isEmpty() && random.nextInt(5) == 0) {
      CustomerEvent last = events.get(events.size() - 1);
      events.add(
          CustomerEvent.newBuilder(last)
              .setType(EventTypes.ORDER_PLACED)
              .setEventId("o-" + number)
              .setOccurredAt(Instant.ofEpochMilli(at))
              .setSessionSeq(numbered ? Long.valueOf(last.getSessionSeq() + 1) : null)
              .build());
    }
    return events;
  }

  private List<CustomerEvent.Builder> trouble(boolean past) {
    if (random.nextBoolean()) {
      String element = past ? any("#pay", "#pay", "#terms") : "#terms";
      List<CustomerEvent.Builder> clicks = new ArrayList<>();
      for (int click = 0; click < 3; click++) {
        clicks.add(
            of(EventTypes.ELEMENT_CLICKED)
                .setInteraction(Interaction.newBuilder().setSelector(element).build()));
      }
      clicks.add(of(EventTypes.SCRIPT_ERROR).setInteraction(new Interaction()));
      return clicks;
    }
    @Nullable String code =
        random.nextInt(4) == 0 ? null : past ? any("limit", "limit", "expired") : "fraud";
    Payment payment = Payment.newBuilder().setCode(code).build();
    return List.of(
        of(EventTypes.PAYMENT_DECLINED).setPayment(payment),
        of(EventTypes.PAYMENT_DECLINED).setPayment(payment));
  }

  /** Of the twenty around an hour, and most in a few of them. */
  private int minute() {
    return random.nextInt(3) == 0 ? random.nextInt(20) : bursts[random.nextInt(bursts.length)];
  }

  private int second() {
    return random.nextInt(4) == 0 ? 0 : random.nextInt(MINUTE);
  }

  private static CustomerEvent.Builder of(String type) {
    return CustomerEvent.newBuilder().setType(type);
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}

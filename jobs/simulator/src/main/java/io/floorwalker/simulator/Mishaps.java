package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from the shop to the topic, on which a few records suffer. */
final class Mishaps {

  /** 2099-01-01T00:00:00Z. */
  private static final long FAR_FUTURE_MS = 4_070_908_800_000L;

  private final Flaws flaws;
  private final Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);

  Mishaps(Flaws flaws) {
    this.flaws = flaws;
  }

  /** What is sent for one event: the event itself and whatever comes on top of it. */
  List<Emission> befall(CustomerEvent event, Dice dice) {
    List<Emission> sent = new ArrayList<>();
    long occurredAt = event.getOccurredAt().toEpochMilli();
    long bound = flaws.disorderBound().toMillis();
    byte[] value = wire.encode(event);
    boolean late = isView(event) && dice.chance(flaws.late());
    boolean disordered = dice.chance(flaws.disordered());
    long delay = disordered ? dice.between(Math.min(1, bound), bound) : 0;
    boolean repeated = dice.chance(flaws.repeated());
    if (late) {
      long lateAt = occurredAt + flaws.lateBy().toMillis();
      sent.add(emission(lateAt, event, value, Fate.LATE));
    } else {
      long sendAt = occurredAt + delay;
      sent.add(emission(sendAt, event, value, disordered ? Fate.DISORDERED : Fate.PLAIN));
    }
    if (repeated && !late) {
      long again = occurredAt + dice.between(delay, bound);
      sent.add(emission(again, event, value, Fate.REPEATED));
    }
    if (dice.chance(flaws.broken())) {
      sent.add(emission(occurredAt, event, broken(value, dice), Fate.BROKEN));
    }
    if (dice.chance(flaws.farFuture())) {
      CustomerEvent astray = astray(event);
      sent.add(emission(occurredAt, astray, wire.encode(astray), Fate.FAR_FUTURE));
    }
    return sent;
  }

  private static Emission emission(long sendAt, CustomerEvent event, byte[] value, Fate fate) {
    byte[] key = key(event).getBytes(StandardCharsets.UTF_8);
    @Nullable CustomerEvent carried = fate == Fate.BROKEN ? null : event;
    return new Emission(Topics.RAW_CANONICAL, sendAt, key, value, fate, carried);
  }

  /**
   * The key that ingest will write it under, too: it then stays on its partition, and no partition
   * is ahead of another when a long past is read at once.
   */
  private static String key(CustomerEvent event) {
    if (event.getSessionId() != null) {
      return event.getSessionId();
    }
    if (event.getUserId() != null) {
      return event.getUserId();
    }
    String product = event.getStock() == null ? "" : event.getStock().getProductId();
    return event.getSite() + "|" + product;
  }

  /** Whether it can be missing without changing what is true; a look at a product can not. */
  private static boolean isView(CustomerEvent event) {
    return switch (event.getType()) {
      case EventTypes.PAGE_VIEWED, EventTypes.PRODUCT_LIST_VIEWED -> true;
      default -> false;
    };
  }

  private static byte[] broken(byte[] value, Dice dice) {
    return switch ((int) dice.between(0, 3)) {
      case 0 -> new byte[0];
      case 1 -> "{\"type\": \"product_added\", ".getBytes(StandardCharsets.UTF_8);
      case 2 -> Arrays.copyOf(value, value.length / 2);
      default -> unknownSchema(value, dice);
    };
  }

  /** The right header, and a fingerprint (bytes 2 to 9) that nobody has published. */
  private static byte[] unknownSchema(byte[] value, Dice dice) {
    byte[] strange = value.clone();
    System.arraycopy(dice.bytes(8), 0, strange, 2, 8);
    return strange;
  }

  /** Without a number: one would tear a hole into its session when the event is refused. */
  private static CustomerEvent astray(CustomerEvent event) {
    long occurredAt = FAR_FUTURE_MS + event.getOccurredAt().toEpochMilli() % 86_400_000L;
    return CustomerEvent.newBuilder()
        .setEventId(event.getEventId() + "-astray")
        .setOccurredAt(Instant.ofEpochMilli(occurredAt))
        .setType("page_viewed")
        .setSource(event.getSource())
        .setSite(event.getSite())
        .setSessionId(event.getSessionId())
        .setAnonymousId(event.getAnonymousId())
        .setUserId(event.getUserId())
        .setContext(event.getContext())
        .build();
  }
}

package io.floorwalker.detect.stakeholder;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What many contacts did and what the roster said of them, drawn at random around the edges of the
 * rule: gaps of a step - 1 ms, at it and + 1 ms, ties, repeats, absences, removals. In the order of
 * arrival, nothing further behind than the disorder.
 */
final class RandomContacts {
  static final long DISORDER = 60_000;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long[] EDGES = {7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY};
  private static final long START = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
  private static final List<String> TYPES =
      List.of(
          EventTypes.PORTAL_ACTIVITY,
          EventTypes.PORTAL_ACTIVITY,
          EventTypes.SIGNED_IN,
          EventTypes.ORDER_PLACED,
          EventTypes.CRM_ACTIVITY,
          EventTypes.PAGE_VIEWED);

  private final Random random;
  private long offset;

  RandomContacts(long seed) {
    random = new Random(seed);
  }

  /** The inputs of so many contacts, as they arrive. */
  List<Watched> arrivals(int contacts) {
    record Arrival(long at, Watched input) {}
    List<Watched> inputs = new ArrayList<>();
    for (int contact = 0; contact < contacts; contact++) {
      addHistory("c-" + contact, inputs);
    }
    return inputs.stream()
        .map(input -> new Arrival(input.at() + random.nextLong(DISORDER), input))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::input)
        .toList();
  }

  private void addHistory(String contact, List<Watched> inputs) {
    long at = START + random.nextLong(DAY);
    long heard = at;
    long changed = at;
    if (random.nextInt(5) > 0) {
      inputs.add(Watched.of(row(contact, at, true)));
    }
    int length = 1 + random.nextInt(10);
    for (int position = 0; position < length; position++) {
      at = Math.max(at, heard + gap());
      if (random.nextInt(4) == 0) {
        // Two rows of one moment would have one id where neither has a version.
        at = Math.max(at, changed + 1);
        changed = at;
        inputs.add(Watched.of(change(contact, at)));
        continue;
      }
      Watched activity = Watched.of(new Received(event(contact, position, at), 0, 0, 0));
      inputs.add(activity);
      heard = at;
      if (random.nextInt(10) == 0) {
        inputs.add(activity);
      }
    }
  }

  private long gap() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1, 2, 3, 4 -> near(EDGES[random.nextInt(3)]);
      case 5 -> near(EDGES[random.nextInt(4)]);
      case 6 -> random.nextLong(45 * DAY);
      default -> random.nextLong(8 * DAY);
    };
  }

  private long near(long edge) {
    return edge + random.nextInt(3) - 1;
  }

  private RosterChange change(String contact, long at) {
    return random.nextInt(5) == 0
        ? new RosterChange("acme", contact, at, null, 0, offset++)
        : row(contact, at, random.nextInt(3) > 0);
  }

  private RosterChange row(String contact, long at, boolean watched) {
    ContactStatus status = ContactStatus.values()[random.nextInt(ContactStatus.values().length)];
    Account row =
        Account.newBuilder()
            .setAccountId("acme")
            .setContactId(contact)
            .setSite(random.nextBoolean() ? "b2b" : "")
            .setRole(random.nextBoolean() ? "champion" : null)
            .setTarget(watched || random.nextBoolean())
            .setStatus(watched ? ContactStatus.ACTIVE : status)
            .setAwayUntil(random.nextInt(4) == 0 ? around(at) : null)
            .setLastActivityAt(random.nextInt(4) == 0 ? before(at) : null)
            .setRosterVersion(random.nextBoolean() ? "v-" + offset : null)
            .setChangedAt(Instant.ofEpochMilli(at))
            .build();
    return new RosterChange("acme", contact, at, row, 0, offset++);
  }

  private Instant around(long at) {
    return Instant.ofEpochMilli(
        random.nextInt(4) == 0 ? at - random.nextLong(DAY) : at + random.nextLong(40 * DAY));
  }

  private @Nullable Instant before(long at) {
    return Instant.ofEpochMilli(at - random.nextLong(20 * DAY));
  }

  private CustomerEvent event(String contact, int position, long at) {
    return CustomerEvent.newBuilder()
        .setEventId(contact + "-" + random.nextInt(10) + "-" + position)
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setReceivedAt(Instant.ofEpochMilli(at + 250))
        .setType(TYPES.get(random.nextInt(TYPES.size())))
        .setSite("portal")
        .setAccountId("acme")
        .setContactId(contact)
        .setIsBot(random.nextInt(12) == 0)
        .setIsInternal(random.nextInt(6) == 0)
        .build();
  }
}

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

  /** Steps of a patience of 7 days; patience learned from days, from every second, every third. */
  private static final long[] EDGES = {
    7 * DAY, 14 * DAY, 30 * DAY, 5 * DAY, 6 * DAY, 9 * DAY, 13 * DAY, 90 * DAY
  };

  private static final List<String> ROLES = List.of("champion", "decision_maker", "user");
  private static final List<String> TIERS = List.of("gold", "silver");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Pacific/Auckland", "nowhere");
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
    List<Watched> inputs = new ArrayList<>();
    for (int contact = 0; contact < contacts; contact++) {
      addHistory(new Contact.Id("a-" + contact % 11, "c-" + contact), inputs);
    }
    if (random.nextInt(3) == 0) {
      addBusyAccount(inputs);
    }
    return asTheyArrive(inputs);
  }

  /** The inputs of so many contacts, none of whom looks in every day, as they arrive. */
  List<Watched> quietArrivals(int contacts) {
    List<Watched> inputs = new ArrayList<>();
    for (int contact = 0; contact < contacts; contact++) {
      addHistory(new Contact.Id("a", "c-" + contact), inputs);
    }
    return asTheyArrive(inputs);
  }

  private List<Watched> asTheyArrive(List<Watched> inputs) {
    record Arrival(long at, Watched input) {}
    return inputs.stream()
        .map(input -> new Arrival(input.at() + random.nextLong(DISORDER), input))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::input)
        .toList();
  }

  /** What one contact did and what the roster said of it, in order. */
  List<Watched> ofOneContact() {
    List<Watched> inputs = new ArrayList<>();
    addHistory(new Contact.Id("a", "c"), inputs);
    return inputs;
  }

  /** Contacts who look in nearly every day for months, then less. */
  private void addBusyAccount(List<Watched> inputs) {
    for (int number = 0; number < 3; number++) {
      Contact.Id contact = new Contact.Id("busy", "b-" + number);
      long at = START + random.nextLong(DAY);
      inputs.add(Watched.of(row(contact, at, true)));
      int busy = 70 + random.nextInt(60);
      for (int visit = 0; visit < busy + 40; visit++) {
        long gap = visit < busy ? DAY : DAY * (1 + random.nextInt(3));
        at += gap + (random.nextInt(3) - 1) * random.nextLong(DAY / 4);
        inputs.add(Watched.of(new Received(event(contact, visit, at), 0, 0, 0)));
      }
    }
  }

  private void addHistory(Contact.Id contact, List<Watched> inputs) {
    long at = START + random.nextLong(random.nextInt(3) == 0 ? 60_000 : DAY);
    long heard = at;
    long changed = at;
    if (random.nextInt(5) > 0) {
      inputs.add(Watched.of(row(contact, at, true)));
    }
    int usual = random.nextInt(5);
    int visits = usual == 0 ? 0 : 6 + random.nextInt(16);
    int length = visits + 1 + random.nextInt(10);
    for (int position = 0; position < length; position++) {
      at = Math.max(at, heard + (position < visits ? usual(usual) : gap()));
      if (random.nextInt(position < visits ? 20 : 4) == 0) {
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

  /** So many days, more or less. */
  private long usual(int days) {
    return Math.max(1, days * DAY + (random.nextInt(3) - 1) * DAY / 2);
  }

  private long gap() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1, 2 -> near(EDGES[random.nextInt(3)]);
      case 3, 4 -> near(EDGES[3 + random.nextInt(4)]);
      case 5 -> near(EDGES[random.nextInt(EDGES.length)]);
      case 6 -> random.nextLong(45 * DAY);
      default -> random.nextLong(8 * DAY);
    };
  }

  private long near(long edge) {
    return edge + random.nextInt(3) - 1;
  }

  private RosterChange change(Contact.Id contact, long at) {
    return random.nextInt(5) == 0
        ? new RosterChange(contact.account(), contact.contact(), at, null, 0, offset++)
        : row(contact, at, random.nextInt(3) > 0);
  }

  private RosterChange row(Contact.Id contact, long at, boolean watched) {
    ContactStatus status = ContactStatus.values()[random.nextInt(ContactStatus.values().length)];
    Account row =
        Account.newBuilder()
            .setAccountId(contact.account())
            .setContactId(contact.contact())
            .setSite(random.nextBoolean() ? "b2b" : "")
            .setRole(random.nextInt(8) > 0 ? ROLES.get(random.nextInt(3)) : null)
            .setTier(random.nextInt(4) > 0 ? TIERS.get(random.nextInt(2)) : null)
            .setTarget(watched || random.nextBoolean())
            .setStatus(watched ? ContactStatus.ACTIVE : status)
            .setAwayUntil(random.nextInt(4) == 0 ? around(at) : null)
            .setLastActivityAt(random.nextInt(4) == 0 ? before(at) : null)
            .setTimeZone(random.nextBoolean() ? ZONES.get(random.nextInt(ZONES.size())) : null)
            .setRosterVersion(random.nextBoolean() ? "v-" + offset : null)
            .setChangedAt(Instant.ofEpochMilli(at))
            .build();
    return new RosterChange(contact.account(), contact.contact(), at, row, 0, offset++);
  }

  private Instant around(long at) {
    return Instant.ofEpochMilli(
        random.nextInt(4) == 0 ? at - random.nextLong(DAY) : at + random.nextLong(40 * DAY));
  }

  private @Nullable Instant before(long at) {
    return Instant.ofEpochMilli(at - random.nextLong(20 * DAY));
  }

  private CustomerEvent event(Contact.Id contact, int position, long at) {
    return CustomerEvent.newBuilder()
        .setEventId(contact.contact() + "-" + random.nextInt(10) + "-" + position)
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setReceivedAt(Instant.ofEpochMilli(at + 250))
        .setType(TYPES.get(random.nextInt(TYPES.size())))
        .setSite("portal")
        .setAccountId(contact.account())
        .setContactId(contact.contact())
        .setIsBot(random.nextInt(12) == 0)
        .setIsInternal(random.nextInt(6) == 0)
        .build();
  }
}

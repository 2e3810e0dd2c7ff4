package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Portal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes what one contact does: the events of portal and CRM. */
final class Ledger {

  private static final List<String> ACTIVITIES =
      List.of("dashboard_viewed", "quote_viewed", "invoice_downloaded", "catalogue_searched");

  private final Contact contact;
  private final Dice dice;
  private List<CustomerEvent> events = new ArrayList<>();
  private int visits;
  private int written;

  Ledger(Contact contact, Dice dice) {
    this.contact = contact;
    this.dice = dice;
  }

  /** The events since this was asked last. */
  List<CustomerEvent> takeOut() {
    List<CustomerEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }

  /**
   * Signs in and does a few things, or orders; each event is an activity, the last one returned.
   */
  Deeds portalVisit(long atMs, long pauseMs) {
    visits++;
    Deeds deeds = new Deeds(write(atMs, dice.oneOf(List.of(true, false)) ? signIn() : browse()));
    long now = atMs;
    long more = dice.between(0, 3);
    for (int i = 0; i < more; i++) {
      now += dice.between(1, pauseMs);
      deeds.add(write(now, browse()));
    }
    if (dice.chance(0.15)) {
      now += dice.between(1, pauseMs);
      deeds.add(write(now, Deed.order("portal", List.of(Catalogue.pick(dice, 10, "EUR")))));
    }
    return deeds;
  }

  /** A call, a mail or a meeting that a colleague noted. */
  Deeds crmActivity(long atMs) {
    String kind = dice.oneOf(List.of("call", "mail", "meeting"));
    CustomerEvent.Builder event = event(atMs, portal(EventTypes.CRM_ACTIVITY, kind));
    return new Deeds(keep(event.setSource("simulator-crm").setIsInternal(true)));
  }

  /** A colleague or a machine looks into the contact's portal, which is nobody's activity. */
  void somebodyElseLooks(long atMs) {
    visits++;
    boolean bot = dice.chance(0.5);
    CustomerEvent.Builder event = event(atMs, browse()).setSessionSeq(1L);
    keep(event.setSessionId(contact.sessionId(visits)).setIsBot(bot).setIsInternal(!bot));
  }

  private CustomerEvent write(long atMs, Deed deed) {
    CustomerEvent.Builder event = event(atMs, deed).setSessionId(contact.sessionId(visits));
    long number = 1;
    for (CustomerEvent before : events) {
      number += contact.sessionId(visits).equals(before.getSessionId()) ? 1 : 0;
    }
    return keep(event.setSessionSeq(number));
  }

  private CustomerEvent keep(CustomerEvent.Builder event) {
    CustomerEvent kept = event.build();
    events.add(kept);
    return kept;
  }

  private CustomerEvent.Builder event(long atMs, Deed deed) {
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setEventId(contact.eventId(++written))
            .setOccurredAt(Instant.ofEpochMilli(atMs))
            .setType(deed.type())
            .setSource("simulator")
            .setSite("demo-shop")
            .setUserId(contact.userId())
            .setAccountId(contact.accountId())
            .setContactId(contact.contactId())
            .setContext(
                Context.newBuilder()
                    .setDeviceClass("desktop")
                    .setCountry(contact.account().region())
                    .setTimeZone(contact.account().timeZone())
                    .setRelease("portal-7")
                    .setPage("/portal")
                    .build());
    deed.detail().accept(event);
    return event;
  }

  private Deed signIn() {
    return Deed.of(EventTypes.SIGNED_IN);
  }

  private Deed browse() {
    return portal(EventTypes.PORTAL_ACTIVITY, dice.oneOf(ACTIVITIES));
  }

  private static Deed portal(String type, String activity) {
    Portal portal = Portal.newBuilder().setActivity(activity).build();
    return new Deed(type, null, event -> event.setPortal(portal));
  }

  /** The activities of one visit. */
  static final class Deeds {
    private final List<CustomerEvent> events = new ArrayList<>();

    Deeds(CustomerEvent first) {
      add(first);
    }

    void add(CustomerEvent event) {
      events.add(event);
    }

    List<CustomerEvent> events() {
      return events;
    }

    String firstId() {
      return events.get(0).getEventId();
    }

    String lastId() {
      return last().getEventId();
    }

    long lastMs() {
      return last().getOccurredAt().toEpochMilli();
    }

    private CustomerEvent last() {
      return events.get(events.size() - 1);
    }
  }
}

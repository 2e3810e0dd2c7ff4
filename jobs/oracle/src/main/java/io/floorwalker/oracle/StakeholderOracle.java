package io.floorwalker.oracle;

import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Says which contacts of a finished history fell silent, and when they came back. Sees all events
 * and the whole history of the roster at once, in any order and with repeats; of several rows of a
 * contact from one time on the one given last holds. Nothing warms up.
 */
public final class StakeholderOracle {

  private static final Set<String> ACTIVITIES =
      Set.of(
          EventTypes.PORTAL_ACTIVITY,
          EventTypes.SIGNED_IN,
          EventTypes.ORDER_PLACED,
          EventTypes.CRM_ACTIVITY);

  private record Contact(
      String account, String contact, List<CustomerEvent> activities, List<RosterChange> roster) {}

  private record Occurrence(long at, Consumer<ContactWatch> to) {}

  private final StakeholderOracleSettings settings;

  private StakeholderOracle(StakeholderOracleSettings settings) {
    this.settings = settings;
  }

  /** An oracle for the rule with these settings. */
  public static StakeholderOracle of(StakeholderOracleSettings settings) {
    return new StakeholderOracle(settings);
  }

  /**
   * What opened and what closed up to the end of time (UTC ms, inclusive), in the order of (at,
   * key). At Long.MAX_VALUE every step fires.
   */
  public List<ExpectedStakeholder> detections(
      Collection<CustomerEvent> events, Collection<RosterChange> roster, long endOfTime) {
    return walked(events, roster, endOfTime).stream()
        .flatMap(contact -> contact.found().stream())
        .sorted(comparingLong(ExpectedStakeholder::at))
        .toList();
  }

  /** Every contact, walked through up to the end of time. */
  List<ContactWatch> walked(
      Collection<CustomerEvent> events, Collection<RosterChange> roster, long endOfTime) {
    BulkLoads bulkLoads = BulkLoads.of(roster, settings.bulkLoad());
    return contacts(events, roster).values().stream()
        .map(contact -> walked(contact, bulkLoads, endOfTime))
        .toList();
  }

  private static Map<String, Contact> contacts(
      Collection<CustomerEvent> events, Collection<RosterChange> roster) {
    Map<String, Contact> contacts = new TreeMap<>();
    for (RosterChange change : roster) {
      contact(contacts, change.accountId(), change.contactId()).roster().add(change);
    }
    for (CustomerEvent event : events) {
      if (isActivity(event)) {
        contact(contacts, event.getAccountId(), event.getContactId()).activities().add(event);
      }
    }
    return contacts;
  }

  private static Contact contact(Map<String, Contact> contacts, String account, String contact) {
    return contacts.computeIfAbsent(
        account + "|" + contact,
        unused -> new Contact(account, contact, new ArrayList<>(), new ArrayList<>()));
  }

  private static boolean isActivity(CustomerEvent event) {
    return event.getAccountId() != null
        && event.getContactId() != null
        && ACTIVITIES.contains(event.getType())
        && !event.getIsBot()
        && (!event.getIsInternal() || event.getType().equals(EventTypes.CRM_ACTIVITY));
  }

  /** A row holds from its time on, so it stands before the activity of that moment. */
  private ContactWatch walked(Contact contact, BulkLoads bulkLoads, long endOfTime) {
    List<Occurrence> history = new ArrayList<>();
    for (RosterChange change : contact.roster()) {
      history.add(new Occurrence(change.at(), watch -> watch.roster(change)));
    }
    for (CustomerEvent activity : CanonicalOrder.of(contact.activities())) {
      long at = activity.getOccurredAt().toEpochMilli();
      history.add(new Occurrence(at, watch -> watch.activity(activity)));
    }
    history.sort(comparingLong(Occurrence::at)); // stable
    ContactWatch watch =
        new ContactWatch(settings, bulkLoads, contact.account(), contact.contact());
    for (Occurrence occurrence : history) {
      if (occurrence.at() <= endOfTime) {
        watch.passTo(occurrence.at());
        occurrence.to().accept(watch);
      }
    }
    watch.passTo(endOfTime);
    return watch;
  }
}

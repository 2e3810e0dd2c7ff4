package io.floorwalker.oracle;

import static io.floorwalker.oracle.History.ms;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What contact k-1 at account a-1 did and what the roster said of it, told by a test: event ids
 * e-1, e-2, ...; roster versions r-1, r-2, ...
 */
final class Contacts {

  private final History history = new History();
  private final List<RosterChange> roster = new ArrayList<>();

  @SafeVarargs
  final Contacts did(String time, String type, Consumer<CustomerEvent.Builder>... details) {
    List<Consumer<CustomerEvent.Builder>> all = new ArrayList<>();
    all.add(event -> event.setAccountId("a-1").setContactId("k-1").setCustomerKey("u-1"));
    all.addAll(List.of(details));
    history.at(time, type, event -> all.forEach(detail -> detail.accept(event)));
    return this;
  }

  Contacts active(String time) {
    return did(time, EventTypes.PORTAL_ACTIVITY);
  }

  /** A row of an active contact of a target account, unless the details say otherwise. */
  @SafeVarargs
  final Contacts row(String time, Consumer<Account.Builder>... details) {
    Account.Builder row =
        Account.newBuilder()
            .setAccountId("a-1")
            .setContactId("k-1")
            .setTarget(true)
            .setStatus(ContactStatus.ACTIVE)
            .setRosterVersion("r-" + (roster.size() + 1))
            .setChangedAt(at(time));
    for (Consumer<Account.Builder> detail : details) {
      detail.accept(row);
    }
    roster.add(RosterChange.of(row.build()));
    return this;
  }

  Contacts noRow(String time) {
    roster.add(RosterChange.removed("a-1", "k-1", ms(time)));
    return this;
  }

  List<CustomerEvent> events() {
    return history.events();
  }

  List<RosterChange> roster() {
    return List.copyOf(roster);
  }

  static Consumer<Account.Builder> status(ContactStatus status) {
    return row -> row.setStatus(status);
  }

  static Consumer<Account.Builder> noTarget() {
    return row -> row.setTarget(false);
  }

  static Consumer<Account.Builder> awayUntil(String time) {
    return row -> row.setAwayUntil(at(time));
  }

  static Consumer<Account.Builder> lastActive(String time) {
    return row -> row.setLastActivityAt(at(time));
  }

  private static Instant at(String time) {
    return Instant.ofEpochMilli(ms(time));
  }
}

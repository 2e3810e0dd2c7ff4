package io.floorwalker.simulator;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one contact, each with a version of its own. */
final class Roster {

  private final Contact contact;
  private final Wire<Account> wire = Wire.of(Account.class);
  private List<Emission> rows = new ArrayList<>();
  private int versions;

  Roster(Contact contact) {
    this.contact = contact;
  }

  /** The rows since this was asked last. */
  List<Emission> takeOut() {
    List<Emission> taken = rows;
    rows = new ArrayList<>();
    return taken;
  }

  void row(long changedAtMs, ContactStatus status, Row row) {
    Contact.Account account = contact.account();
    Account written =
        Account.newBuilder()
            .setAccountId(account.id())
            .setContactId(contact.contactId())
            .setSite("demo-shop")
            .setRole(contact.role())
            .setTier(account.tier())
            .setOwner(row.owner() == null ? account.owner() : row.owner())
            .setManager(account.manager())
            .setTarget(account.isTarget())
            .setStatus(status)
            .setAwayUntil(instant(row.awayUntilMs()))
            .setLastActivityAt(instant(row.lastActivityMs()))
            .setRegion(account.region())
            .setTimeZone(account.timeZone())
            .setRosterVersion("v" + ++versions)
            .setChangedAt(Instant.ofEpochMilli(changedAtMs))
            .build();
    rows.add(rowEmission(changedAtMs, wire.encode(written)));
  }

  /** Removes the key. */
  void tombstone(long atMs) {
    rows.add(rowEmission(atMs, null));
  }

  private Emission rowEmission(long atMs, byte @Nullable [] value) {
    byte[] key = contact.key().getBytes(StandardCharsets.UTF_8);
    return new Emission(Topics.ACCOUNTS, atMs, key, value, Fate.PLAIN, null);
  }

  private static @Nullable Instant instant(@Nullable Long ms) {
    return ms == null ? null : Instant.ofEpochMilli(ms);
  }

  /** What a row says beside who the contact is; the owner where it is not the usual one. */
  record Row(@Nullable Long lastActivityMs, @Nullable Long awayUntilMs, @Nullable String owner) {}
}

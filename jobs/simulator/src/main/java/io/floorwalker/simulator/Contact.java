package io.floorwalker.simulator;

import java.util.List;
import java.util.Locale;

/** One made-up person at one account, and how often that person usually looks in. */
record Contact(String name, Account account, String role, Rhythm rhythm) {

  private static final List<String> ROLES = List.of("champion", "decision_maker", "user", "buyer");

  /** The contact of this number, from 1; the day tells apart the contacts of several runs. */
  static Contact of(int number, int accounts, String day, Dice dice) {
    int account = (number - 1) % accounts + 1;
    return new Contact(
        String.format(Locale.ROOT, "%04d-%s", number, day),
        Account.of(account, day),
        ROLES.get((number - 1) / accounts % ROLES.size()),
        dice.oneOf(List.of(Rhythm.values())));
  }

  String accountId() {
    return account.id();
  }

  String contactId() {
    return "contact-" + name;
  }

  String key() {
    return accountId() + "|" + contactId();
  }

  String userId() {
    return "buyer-" + name;
  }

  String sessionId(int visit) {
    return "portal-" + name + "-" + visit;
  }

  String eventId(int number) {
    return "portal-event-" + name + "-" + number;
  }

  /**
   * The share of an unlearned L that usually lies between two visits; each is longer or shorter by
   * a third.
   */
  enum Rhythm {
    DAILY(1 / 7.0),
    TWICE_A_WEEK(1 / 2.0),
    WEEKLY(5 / 7.0);

    private final double share;

    Rhythm(double share) {
      this.share = share;
    }

    long gapMs(long staleAfterMs, Dice dice) {
      long usual = Math.round(staleAfterMs * share);
      return dice.between(usual * 2 / 3, usual * 4 / 3);
    }
  }

  /** Every sixth account is nobody's target. */
  record Account(String id, String tier, String region, String timeZone, boolean isTarget) {

    private static final List<String> TIERS = List.of("enterprise", "mid_market", "small");
    private static final List<String> REGIONS = List.of("DE", "FR", "GB");
    private static final List<String> ZONES =
        List.of("Europe/Berlin", "Europe/Paris", "Europe/London");

    static Account of(int number, String day) {
      return new Account(
          String.format(Locale.ROOT, "account-%04d-%s", number, day),
          TIERS.get(number % 3),
          REGIONS.get(number % 3),
          ZONES.get(number % 3),
          number % 6 != 0);
    }

    String owner() {
      return "rep-" + tier;
    }

    String manager() {
      return "manager-" + region;
    }
  }
}

package io.floorwalker.oracle;

import io.floorwalker.oracle.StakeholderOracleSettings.BulkLoad;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Minutes in which the roster said something of very many contacts, and what of each. */
final class BulkLoads {

  private final BulkLoad rule;
  private final Map<String, List<Long>> timesByContact = new HashMap<>();

  private BulkLoads(BulkLoad rule) {
    this.rule = rule;
  }

  static BulkLoads of(Collection<RosterChange> roster, BulkLoad rule) {
    BulkLoads loads = new BulkLoads(rule);
    roster.stream()
        .filter(change -> change.row() != null)
        .collect(Collectors.groupingBy(BulkLoads::minute))
        .values()
        .forEach(loads::add);
    return loads;
  }

  /**
   * Whether what was found of the contact at this time, when this row held, is to be taken with a
   * grain of salt.
   */
  boolean mark(String contact, long foundAt, long rowChangedAt) {
    return timesByContact.getOrDefault(contact, List.of()).stream()
        .anyMatch(at -> at <= rowChangedAt && foundAt < at + rule.quiet().toMillis());
  }

  private void add(List<RosterChange> ofOneMinute) {
    Map<String, List<Long>> times =
        ofOneMinute.stream()
            .collect(
                Collectors.groupingBy(
                    RosterChange::key, Collectors.mapping(RosterChange::at, Collectors.toList())));
    if (times.size() > rule.contacts()) {
      times.forEach((contact, at) -> timesByContact.merge(contact, at, BulkLoads::both));
    }
  }

  private static List<Long> both(List<Long> some, List<Long> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Instant minute(RosterChange change) {
    return Instant.ofEpochMilli(change.at()).truncatedTo(ChronoUnit.MINUTES);
  }
}

package io.floorwalker.oracle;

import static java.util.Comparator.comparingLong;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says which accounts of a finished history had trouble with their contacts together, and when that
 * was over. Sees everything at once and looks again at every moment at which something happened and
 * at every midnight. Nothing warms up.
 */
public final class CommitteeOracle {

  private final StakeholderOracleSettings settings;
  private final Map<String, List<String>> requiredRoles;

  private CommitteeOracle(
      StakeholderOracleSettings settings, Map<String, List<String>> requiredRoles) {
    this.settings = settings;
    this.requiredRoles = Map.copyOf(requiredRoles);
  }

  /**
   * An oracle for contacts that are watched by these settings.
   *
   * @param requiredRoles by tier, settings {@code stakeholder.required-roles.<tier>}
   */
  public static CommitteeOracle of(
      StakeholderOracleSettings settings, Map<String, List<String>> requiredRoles) {
    return new CommitteeOracle(settings, requiredRoles);
  }

  /** What opened and what closed, in the order of time; everything that can fall due does. */
  public List<ExpectedStakeholder> detections(
      Collection<CustomerEvent> events, Collection<RosterChange> roster) {
    Map<String, List<Presence>> accounts = new TreeMap<>();
    for (ContactWatch contact :
        StakeholderOracle.of(settings).walked(events, roster, Long.MAX_VALUE)) {
      accounts
          .computeIfAbsent(contact.account(), unused -> new ArrayList<>())
          .addAll(contact.presences());
    }
    return accounts.entrySet().stream()
        .flatMap(
            account ->
                new CommitteeHistory(account.getKey(), account.getValue(), requiredRoles)
                    .found().stream())
        .sorted(comparingLong(ExpectedStakeholder::at))
        .toList();
  }
}

package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The silences of one contact, told again from rows and events up to the end of all time. */
final class TestingSilence {

  private static final Set<String> ACTIVITIES =
      Set.of(
          EventTypes.PORTAL_ACTIVITY,
          EventTypes.SIGNED_IN,
          EventTypes.ORDER_PLACED,
          EventTypes.CRM_ACTIVITY);

  /** Either an event or a row; a removal has neither. */
  record Entry(long atMs, @Nullable CustomerEvent event, @Nullable Account row) {}

  private final String key;
  private final long[] offsets;
  private final List<Truth> truths = new ArrayList<>();
  private boolean watched;
  private long sinceMs;
  private long activeMs = -1;
  private String activeId = "";
  private long awayUntilMs;
  private int steps;
  private boolean missed;

  private TestingSilence(String key, Thresholds thresholds) {
    this.key = key;
    long first = thresholds.staleAfter().toMillis();
    this.offsets =
        new long[] {
          first,
          first + thresholds.staleSecondAfter().toMillis(),
          first + thresholds.staleThirdAfter().toMillis()
        };
  }

  static List<Truth> of(String key, List<Entry> entries, Thresholds thresholds) {
    TestingSilence silence = new TestingSilence(key, thresholds);
    entries.stream()
        .sorted(comparingLong(Entry::atMs))
        .forEach(
            entry -> {
              silence.passUntil(entry.atMs());
              silence.read(entry);
            });
    silence.passUntil(Long.MAX_VALUE);
    return silence.truths;
  }

  private void read(Entry entry) {
    CustomerEvent event = entry.event();
    Account row = entry.row();
    if (event == null) {
      changes(entry.atMs(), row);
    } else if (isActivity(event)) {
      if (steps > 0 || missed) {
        tell("stakeholder_returned", "", entry.atMs(), event.getEventId());
      }
      isActive(entry.atMs(), event.getEventId());
    }
  }

  private void changes(long atMs, @Nullable Account row) {
    boolean watches = row != null && row.getTarget() && row.getStatus() == ContactStatus.ACTIVE;
    if (watches && !watched) {
      sinceMs = atMs;
    }
    if (!watches) {
      steps = 0;
      missed = false;
    }
    watched = watches;
    if (row != null) {
      awayUntilMs = row.getAwayUntil() == null ? 0 : row.getAwayUntil().toEpochMilli();
      if (row.getLastActivityAt() != null && row.getLastActivityAt().toEpochMilli() > activeMs) {
        isActive(row.getLastActivityAt().toEpochMilli(), "");
      }
    }
  }

  private void isActive(long atMs, String id) {
    activeMs = atMs;
    activeId = id;
    steps = 0;
    missed = false;
  }

  /** Lets everything come due that does so at or before a time. */
  private void passUntil(long ms) {
    if (watched && activeMs < 0 && !missed && sinceMs + offsets[0] <= ms) {
      missed = true;
      tell("stakeholder_never_active", "", sinceMs + offsets[0], "");
    }
    while (watched && activeMs >= 0 && steps < 3) {
      long due = Math.max(activeMs + offsets[steps], awayUntilMs);
      if (due > ms) {
        return;
      }
      steps++;
      tell("stakeholder_stale", String.valueOf(steps), due, activeId);
    }
  }

  private void tell(String kind, String step, long atMs, String evidence) {
    truths.add(
        new Truth(kind, step, key, atMs, evidence.isEmpty() ? List.of() : List.of(evidence)));
  }

  private static boolean isActivity(CustomerEvent event) {
    boolean isCrm = event.getType().equals(EventTypes.CRM_ACTIVITY);
    return ACTIVITIES.contains(event.getType())
        && !event.getIsBot()
        && (isCrm || !event.getIsInternal());
  }
}

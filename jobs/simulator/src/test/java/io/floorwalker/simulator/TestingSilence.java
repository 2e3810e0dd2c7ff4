package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  private final Thresholds thresholds;
  private final TreeSet<Long> days = new TreeSet<>();
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
    this.thresholds = thresholds;
  }

  /** After so much silence the step, from 0, falls due. */
  private long offset(int step) {
    return switch (step) {
      case 0 -> limit();
      case 1 -> limit() + thresholds.staleSecondAfter().toMillis();
      default -> limit() + thresholds.staleThirdAfter().toMillis();
    };
  }

  private long limit() {
    List<Long> known = List.copyOf(days);
    List<Long> gaps = new ArrayList<>();
    for (int i = Math.max(1, known.size() - 16); i < known.size(); i++) {
      gaps.add(known.get(i) - known.get(i - 1));
    }
    if (!thresholds.learnsRhythm() || gaps.size() < 8) {
      return thresholds.staleAfter().toMillis();
    }
    gaps.sort(null);
    double median = (gaps.get((gaps.size() - 1) / 2) + gaps.get(gaps.size() / 2)) / 2.0;
    return (long) (Math.min(90, Math.max(5, 3 * median)) * 86_400_000);
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
      days.add(Math.floorDiv(entry.atMs(), 86_400_000L));
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
    if (watched && activeMs < 0 && !missed && sinceMs + offset(0) <= ms) {
      missed = true;
      tell("stakeholder_never_active", "", sinceMs + offset(0), "");
    }
    while (watched && activeMs >= 0 && steps < 3) {
      long due = Math.max(activeMs + offset(steps), awayUntilMs);
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

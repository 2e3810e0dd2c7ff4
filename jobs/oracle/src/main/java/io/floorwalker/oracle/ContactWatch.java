package io.floorwalker.oracle;

import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One contact at one account, walked through in the order of time. Before each activity and each
 * change of the roster {@link #passTo} opens what falls due until then: at the deadline itself it
 * is too late.
 */
final class ContactWatch {

  private static final long REMEMBERED_MS = Duration.ofDays(90).toMillis();

  private final StakeholderOracleSettings settings;
  private final String account;
  private final String contact;
  private final BulkLoads bulkLoads;
  private final List<Presence> presences = new ArrayList<>();
  private final List<ExpectedStakeholder> found = new ArrayList<>();
  private final List<ExpectedStakeholder> open = new ArrayList<>();
  private final Set<String> everOpened = new HashSet<>();
  private final ActiveDays days = new ActiveDays();
  private @Nullable Account row;
  private @Nullable Silence lastActivity;

  /** The row or the activity with which the watch began; null while nobody watches. */
  private @Nullable Silence watchedSince;

  private boolean isSeen;
  private long lastOccurrence = Long.MIN_VALUE;

  ContactWatch(
      StakeholderOracleSettings settings, BulkLoads bulkLoads, String account, String contact) {
    this.settings = settings;
    this.bulkLoads = bulkLoads;
    this.account = account;
    this.contact = contact;
  }

  String account() {
    return account;
  }

  /** How the contact stood after each thing that happened, in order. */
  List<Presence> presences() {
    return presences;
  }

  List<ExpectedStakeholder> found() {
    return found;
  }

  /** Opens what falls due up to this time. */
  void passTo(long now) {
    if (watchedSince == null) {
      forget(now);
      return;
    }
    StakeholderOracleSettings.Steps steps = settings.steps(row == null ? null : row.getTier());
    long first = days.patience(settings.rhythm(), steps.stale()).toMillis();
    if (lastActivity == null) {
      openIfDue("stakeholder_never_active", null, watchedSince, first, now);
      return;
    }
    long second = first + steps.second().toMillis();
    long third = first + steps.third().toMillis();
    openIfDue("stakeholder_stale", "1", lastActivity, first, now);
    openIfDue("stakeholder_stale", "2", lastActivity, second, now);
    openIfDue("stakeholder_stale", "3", lastActivity, third, now);
  }

  void activity(CustomerEvent event) {
    long at = event.getOccurredAt().toEpochMilli();
    Silence silence = Silence.afterEvent(at, event.getEventId());
    days.add(at);
    comesBack(at, silence);
    if (lastActivity == null || at >= lastActivity.since()) {
      lastActivity = silence;
    }
    isSeen = true;
    beginOrEndWatch(at, silence);
    stands(at, true);
  }

  /** A row that says removed is as none, but for the activity that it knows of. */
  void roster(RosterChange change) {
    Account said = change.row();
    row = said == null || said.getStatus() == ContactStatus.REMOVED ? null : said;
    isSeen &= row != null;
    String version = said == null ? "" : Watching.version(said);
    beginOrEndWatch(change.at(), Silence.saidBy(version, change.at()));
    if (said != null && said.getLastActivityAt() != null) {
      long lastAt = said.getLastActivityAt().toEpochMilli();
      if (lastActivity == null || lastAt > lastActivity.since()) {
        Silence silence = Silence.saidBy(version, lastAt);
        comesBack(change.at(), silence);
        lastActivity = silence;
      }
    }
    stands(change.at(), false);
  }

  private void stands(long at, boolean isActivity) {
    lastOccurrence = at;
    presences.add(
        new Presence(
            at,
            contact,
            watchedSince != null,
            row,
            lastActivity == null ? null : lastActivity.day(),
            isActivity));
  }

  /** What was missed is missed no more, by an event or by what a row says. */
  private void comesBack(long at, Silence silence) {
    if (!open.isEmpty()) {
      closeAll(at, "returned");
      String kind = "stakeholder_returned";
      String id = silence.detectionId(kind, null, account, contact);
      found.add(opened(kind, null, silence, at, id));
    }
  }

  /** Of somebody who is not listed nothing is known any more after so much silence. */
  private void forget(long now) {
    if (row == null && lastActivity != null && now - lastActivity.since() >= REMEMBERED_MS) {
      lastActivity = null;
      isSeen = false;
      days.clear();
    }
  }

  private void beginOrEndWatch(long at, Silence since) {
    boolean isWatched = Watching.isWatched(settings.roster(), row, isSeen);
    if (!isWatched) {
      closeAll(at, Watching.reason(row));
      watchedSince = null;
    } else if (watchedSince == null) {
      watchedSince = since;
    }
  }

  /** Opens what falls due so long after the silence began, or when an absence ends; once. */
  private void openIfDue(
      String kind, @Nullable String step, Silence silence, long after, long now) {
    long due = due(silence.since(), after);
    if (row != null && row.getAwayUntil() != null) {
      due = Math.max(due, row.getAwayUntil().toEpochMilli());
    }
    if (due > now) {
      return;
    }
    String id = silence.detectionId(kind, step, account, contact);
    if (everOpened.add(id)) {
      ExpectedStakeholder stale = opened(kind, step, silence, due, id);
      found.add(stale);
      open.add(stale);
      if ("1".equals(step)) {
        presences.add(Presence.dark(Math.max(due, lastOccurrence), silence, row, stale));
      }
    }
  }

  private long due(long since, long after) {
    return switch (settings.calendar()) {
      case EVERY_DAY -> since + after;
      case BUSINESS -> WorkingDays.after(since, after, row == null ? null : row.getTimeZone());
    };
  }

  private ExpectedStakeholder opened(
      String kind, @Nullable String step, Silence silence, long at, String id) {
    return new ExpectedStakeholder(
        kind,
        Phase.OPENED,
        1,
        step,
        account + "|" + contact,
        at,
        silence.since(),
        silence.evidence(),
        isOfBulkLoad(at) ? "bulk_load" : null,
        id);
  }

  private boolean isOfBulkLoad(long at) {
    if (row == null) {
      return false;
    }
    long changedAt = row.getChangedAt().toEpochMilli();
    return bulkLoads.mark(account + "|" + contact, Math.max(at, changedAt), changedAt);
  }

  private void closeAll(long at, String reason) {
    open.forEach(stale -> found.add(stale.closed(at, reason)));
    if (open.stream().anyMatch(stale -> "1".equals(stale.step()))) {
      presences.add(Presence.bright(at, contact, row, reason));
    }
    open.clear();
  }
}

package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.detect.stakeholder.Roll.Alarm;
import io.floorwalker.detect.stakeholder.Roll.Seat;
import io.floorwalker.schema.Detection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of one account together. Active is who was active on one of the last 30 days, dark
 * whose step 1 is open; only watched contacts count.
 *
 * <pre>{@code
 *                        0d       14d      20d
 * single_threaded        1 of 2    opens   2 active: closed, restored
 * coverage_low           a role of the tier has nobody active    opens after 14 d
 * champion_dark          a champion falls silent: opens at once; closed when none is silent
 * usage_drop             at the end of a day: below 0.6 of what was usual; closed from 0.7 on
 * }</pre>
 *
 * What falls due at a moment stands before what happens in it. Times are milliseconds.
 */
final class Committee {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final String RESTORED = "restored";
  private static final String NO_COMMITTEE = "not_a_committee";

  private final String account;
  private final CommitteeRules rules;
  private final CommitteeRecords records;
  private final Map<String, Seat> seats = new TreeMap<>();
  private final Alarms alarms;
  private final Usage usage;
  private long clock;

  Committee(String account, Roll roll, CommitteeRules rules, CommitteeRecords records) {
    this.account = account;
    this.rules = rules;
    this.records = records;
    roll.seats().forEach(seat -> seats.put(seat.contact(), seat));
    alarms = Alarms.of(roll);
    usage = Usage.of(roll);
    clock = roll.clock();
  }

  Roll roll() {
    return new Roll(
        List.copyOf(seats.values()), alarms.kept(), usage.counts(), usage.firstDay(), clock);
  }

  /** What opened and closed since this was asked last, in order. */
  List<Notice> takeSaid() {
    return alarms.takeSaid();
  }

  /** Lets the time until this moment pass, it included, in which nothing else happens. */
  void passTo(long at) {
    for (long next = nextDue(); next <= at; next = nextDue()) {
      alarms.openLasting(next, this::lasting); // by what held until now
      clock = next;
      review();
      if (next % DAY == 0) {
        compare(next / DAY - 1);
      }
    }
    clock = Math.max(clock, at);
  }

  /** After the news of one moment. */
  void hear(List<Member> members) {
    members.forEach(this::take);
    review();
  }

  /** When {@link #passTo} has something to do next; {@link Contact#NEVER} where nothing is. */
  long nextDue() {
    long next = alarms.nextDue();
    if (!usage.isEmpty() || alarms.isOpen(Alarms.USAGE_DROP)) {
      next = Math.min(next, (Math.floorDiv(clock, DAY) + 1) * DAY);
    }
    for (Seat seat : seats.values()) {
      if (isActive(seat)) {
        next = Math.min(next, activeUntil(Objects.requireNonNull(seat.lastDay())));
      }
    }
    return next;
  }

  private void take(Member member) {
    member.turns().forEach(turned -> take(member, turned));
    if (member.isWatched()) {
      Seat before = seats.get(member.contact());
      seats.put(member.contact(), seat(member, member.role(), before != null && before.isDark()));
    } else {
      seats.remove(member.contact());
    }
    if (member.newDay() != null) {
      usage.add(member.newDay());
    }
    closeDark(clock, "role_changed");
  }

  private void take(Member member, Member.Turned turned) {
    if (turned.isDark()) {
      seats.put(member.contact(), seat(member, turned.role(), true));
      String kind = turned.role() == null ? null : Alarms.DARK.get(turned.role());
      if (kind != null) {
        alarms.open(records.dark(kind, member, turned), turned.rowAt());
      }
    } else {
      seats.computeIfPresent(member.contact(), (contact, seat) -> seat.brightened());
      takeBackDark(member, turned);
      closeDark(turned.at(), Objects.requireNonNull(turned.reason()));
    }
  }

  private void closeDark(long at, String reason) {
    Alarms.DARK.forEach(
        (role, kind) -> {
          if (nobodyIsDark(role)) {
            alarms.close(kind, at, reason);
          }
        });
  }

  /** That of a silence that never was; where another contact of the role is silent, it stands. */
  private void takeBackDark(Member member, Member.Turned turned) {
    Latecomer late = turned.late();
    if (late == null) {
      return;
    }
    Contact.Id id = new Contact.Id(account, member.contact());
    Alarms.DARK.forEach(
        (role, kind) -> {
          if (nobodyIsDark(role)) {
            alarms.takeBack(kind, turned.silence().detectionId(kind, null, id), late);
          }
        });
  }

  private boolean nobodyIsDark(String role) {
    return seats.values().stream().noneMatch(seat -> seat.isDark() && role.equals(seat.role()));
  }

  /** Whether what lasts is so, and whether what is open is over. */
  private void review() {
    long active = seats.values().stream().filter(this::isActive).count();
    if (active >= 2) {
      alarms.close(Alarms.SINGLE_THREADED, clock, RESTORED);
    } else if (seats.size() < 2) {
      alarms.close(Alarms.SINGLE_THREADED, clock, NO_COMMITTEE);
    }
    alarms.holds(Alarms.SINGLE_THREADED, seats.size() >= 2 && active == 1, clock);
    List<String> required = rules.required(tier());
    List<String> missing = missing(required);
    if (required.isEmpty()) {
      alarms.close(Alarms.COVERAGE_LOW, clock, NO_COMMITTEE);
    } else if (missing.isEmpty()) {
      alarms.close(Alarms.COVERAGE_LOW, clock, RESTORED);
    }
    alarms.holds(Alarms.COVERAGE_LOW, !missing.isEmpty(), clock);
  }

  private Detection lasting(Alarm alarm) {
    long since = Objects.requireNonNull(alarm.since());
    CommitteeRecords.Lasting lasting =
        new CommitteeRecords.Lasting(account, site(), since, since + CommitteeRules.LASTING);
    if (!alarm.kind().equals(Alarms.COVERAGE_LOW)) {
      return records.lasting(alarm.kind(), lasting, null, null);
    }
    List<String> required = rules.required(tier());
    List<String> missing = missing(required);
    double coverage = 1 - missing.size() / (double) required.size();
    return records.lasting(alarm.kind(), lasting, String.join(",", missing), coverage);
  }

  private void compare(long lastDay) {
    usage.forgetBefore(lastDay);
    OptionalDouble ratio = usage.ratio(lastDay);
    if (ratio.isEmpty()) {
      alarms.close(Alarms.USAGE_DROP, clock, "no_baseline");
    } else if (ratio.getAsDouble() >= CommitteeRules.NO_DROP) {
      alarms.close(Alarms.USAGE_DROP, clock, RESTORED);
    } else if (ratio.getAsDouble() < CommitteeRules.DROP) {
      CommitteeRecords.Lasting period =
          new CommitteeRecords.Lasting(account, site(), clock - CommitteeRules.LASTING, clock);
      alarms.open(records.dropped(Alarms.USAGE_DROP, period, ratio.getAsDouble()), null);
    }
  }

  private List<String> missing(List<String> required) {
    return required.stream()
        .filter(
            role -> seats.values().stream().noneMatch(s -> role.equals(s.role()) && isActive(s)))
        .toList();
  }

  /** Of the first contact by id that has one. */
  private @Nullable String tier() {
    return seats.values().stream()
        .map(Seat::tier)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private String site() {
    return seats.values().stream()
        .map(Seat::site)
        .filter(site -> !site.isEmpty())
        .findFirst()
        .orElse("");
  }

  private boolean isActive(Seat seat) {
    return seat.lastDay() != null && clock < activeUntil(seat.lastDay());
  }

  private static long activeUntil(long lastDay) {
    return (lastDay + CommitteeRules.ACTIVE_DAYS) * DAY;
  }

  private static Seat seat(Member member, @Nullable String role, boolean isDark) {
    return new Seat(member.contact(), role, member.tier(), member.site(), member.lastDay(), isDark);
  }
}

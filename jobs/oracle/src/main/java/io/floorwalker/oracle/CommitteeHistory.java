package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contacts of one account, walked through moment by moment. */
final class CommitteeHistory {

  private static final long FORTNIGHT = Duration.ofDays(14).toMillis();
  private static final int ACTIVE_DAYS = 30;

  /** After so many days without news nothing can change any more. */
  private static final int SETTLED_DAYS = 200;

  private static final Map<String, String> DARK =
      Map.of("champion", "champion_dark", "decision_maker", "decision_maker_dark");

  private final String account;
  private final List<Presence> news;
  private final Map<String, List<String>> requiredRoles;
  private final ContactDays contactDays = new ContactDays();
  private final Map<String, Presence> watched = new TreeMap<>();
  private final Set<String> dark = new TreeSet<>();
  private final Map<String, Long> since = new TreeMap<>();
  private final Map<String, ExpectedStakeholder> open = new TreeMap<>();
  private final List<ExpectedStakeholder> found = new ArrayList<>();
  private final TreeSet<Long> moments = new TreeSet<>();

  CommitteeHistory(String account, List<Presence> news, Map<String, List<String>> requiredRoles) {
    this.account = account;
    // Of one contact at one moment: in the order in which it was told.
    this.news =
        news.stream()
            .sorted(Comparator.comparingLong(Presence::at).thenComparing(Presence::contact))
            .toList();
    this.requiredRoles = requiredRoles;
  }

  List<ExpectedStakeholder> found() {
    if (news.isEmpty()) {
      return List.of();
    }
    news.forEach(one -> moments.add(one.at()));
    LocalDate settled = day(moments.last()).plusDays(SETTLED_DAYS);
    for (LocalDate day = day(moments.first()).plusDays(1);
        day.isBefore(settled);
        day = day.plusDays(1)) {
      moments.add(midnight(day));
    }
    for (Long moment = moments.first(); moment != null; moment = moments.higher(moment)) {
      at(moment);
    }
    return found;
  }

  private void at(long moment) {
    openWhatLasted(moment);
    look(moment);
    if (midnight(day(moment)) == moment) {
      compare(day(moment).minusDays(1), moment);
    }
    Map<String, List<Presence>> now =
        news.stream()
            .filter(one -> one.at() == moment)
            .collect(Collectors.groupingBy(Presence::contact, TreeMap::new, Collectors.toList()));
    now.values().forEach(contact -> hear(contact, moment));
    look(moment);
  }

  private void hear(List<Presence> contact, long moment) {
    contact.stream().filter(one -> !one.isStanding()).forEach(one -> turn(one, moment));
    contact.stream().filter(Presence::isStanding).reduce((one, last) -> last).ifPresent(this::sit);
    boolean wasActive = contact.stream().anyMatch(Presence::isActivity);
    contactDays.saw(contact.get(0).contact(), day(moment), wasActive, watched.keySet());
    brighten(moment, "role_changed");
  }

  private void turn(Presence one, long moment) {
    ExpectedStakeholder stale = one.wentDark();
    if (stale == null) {
      dark.remove(one.contact());
      brighten(moment, Objects.requireNonNull(one.cameBack()));
      return;
    }
    dark.add(one.contact());
    watched.putIfAbsent(one.contact(), one);
    String kind = one.role() == null ? null : DARK.get(one.role());
    if (kind != null && !open.containsKey(kind)) {
      open(
          new ExpectedStakeholder(
              kind,
              Phase.OPENED,
              1,
              null,
              account,
              stale.at(),
              stale.lastEvidenceAt(),
              stale.evidence(),
              stale.reason(),
              Objects.requireNonNull(one.silence())
                  .detectionId(kind, null, account, one.contact())));
    }
  }

  private void sit(Presence one) {
    if (one.isWatched()) {
      watched.put(one.contact(), one);
    } else {
      watched.remove(one.contact());
    }
  }

  private void brighten(long moment, String reason) {
    DARK.forEach(
        (role, kind) -> {
          boolean isAnyDark =
              watched.values().stream()
                  .anyMatch(one -> role.equals(one.role()) && dark.contains(one.contact()));
          if (!isAnyDark) {
            close(kind, moment, reason);
          }
        });
  }

  private void openWhatLasted(long moment) {
    Map.copyOf(since)
        .forEach(
            (kind, begun) -> {
              if (begun + FORTNIGHT == moment) {
                open(onAccount(kind, moment, begun, begun));
              }
            });
  }

  private void look(long moment) {
    List<Presence> active = watched.values().stream().filter(one -> isActive(one, moment)).toList();
    if (active.size() >= 2) {
      close("single_threaded", moment, "restored");
    }
    if (watched.size() < 2) {
      close("single_threaded", moment, "not_a_committee");
    }
    lasts("single_threaded", active.size() == 1 && watched.size() >= 2, moment);
    Optional<String> tier =
        watched.values().stream().map(Presence::tier).filter(Objects::nonNull).findFirst();
    List<String> required = tier.map(requiredRoles::get).orElse(List.of());
    Set<@Nullable String> covered = active.stream().map(Presence::role).collect(Collectors.toSet());
    if (required.isEmpty()) {
      close("coverage_low", moment, "not_a_committee");
    } else if (covered.containsAll(required)) {
      close("coverage_low", moment, "restored");
    }
    lasts("coverage_low", !covered.containsAll(required), moment);
  }

  private void lasts(String kind, boolean isSo, long moment) {
    if (!isSo || open.containsKey(kind)) {
      since.remove(kind);
    } else if (since.putIfAbsent(kind, moment) == null) {
      moments.add(moment + FORTNIGHT);
    }
  }

  private void compare(LocalDate lastDay, long moment) {
    Optional<ContactDays.Shares> shares = contactDays.shares(lastDay);
    if (shares.isEmpty()) {
      close("usage_drop", moment, "no_baseline");
    } else if (shares.get().isAtLeastTenths(7)) {
      close("usage_drop", moment, "restored");
    } else if (!shares.get().isAtLeastTenths(6) && !open.containsKey("usage_drop")) {
      open(onAccount("usage_drop", moment, moment, moment));
    }
  }

  private ExpectedStakeholder onAccount(String kind, long at, long evidenceAt, long named) {
    String id =
        Ids.rosterDetection(kind, account, "", Instant.ofEpochMilli(named).toString(), null);
    return new ExpectedStakeholder(
        kind, Phase.OPENED, 1, null, account, at, evidenceAt, List.of(), null, id);
  }

  private void open(ExpectedStakeholder opened) {
    found.add(opened);
    open.put(opened.kind(), opened);
    since.keySet().removeIf(opened.kind()::equals);
  }

  private void close(String kind, long moment, String reason) {
    ExpectedStakeholder opened = open.remove(kind);
    if (opened != null) {
      found.add(opened.closed(moment, reason));
    }
  }

  private static boolean isActive(Presence one, long moment) {
    return one.lastDay() != null && day(moment).isBefore(one.lastDay().plusDays(ACTIVE_DAYS));
  }

  private static LocalDate day(long moment) {
    return Instant.ofEpochMilli(moment).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}

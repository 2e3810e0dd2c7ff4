package io.floorwalker.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says when so many sessions of a finished history struggle at one step that it is an outage, and
 * which struggles are part of one. Sees all events at once, in any order and with repeats.
 */
public final class IncidentOracle {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long WEEK = 7 * 24 * HOUR;

  private final StruggleOracle struggles;
  private final IncidentOracleSettings settings;

  private IncidentOracle(StruggleOracle struggles, IncidentOracleSettings settings) {
    this.struggles = struggles;
    this.settings = settings;
  }

  /** An oracle for the rule with these settings, over the struggles that the other one finds. */
  public static IncidentOracle of(StruggleOracle struggles, IncidentOracleSettings settings) {
    return new IncidentOracle(struggles, settings);
  }

  /** The incidents of all sites, in the order of (openedAt, key). */
  public List<ExpectedIncident> incidents(Collection<CustomerEvent> events) {
    return incidents(StepVisits.of(events, struggles));
  }

  /** The incident_id of each struggle that is part of an incident, by its detection_id. */
  public Map<String, String> incidentOfStruggle(Collection<CustomerEvent> events) {
    StepVisits visits = StepVisits.of(events, struggles);
    List<ExpectedIncident> incidents = incidents(visits);
    Map<String, String> marks = new TreeMap<>();
    visits
        .idOfStruggle()
        .forEach(
            (struggle, id) ->
                incidentOf(struggle, incidents)
                    .ifPresent(incident -> marks.put(id, incident.detectionId())));
    return marks;
  }

  /** Whom the incidents that ended had held back, in the order of (at, detectionId). */
  public List<ExpectedRecovery> recoveries(Collection<CustomerEvent> events) {
    StepVisits visits = StepVisits.of(events, struggles);
    List<ExpectedIncident> incidents = incidents(visits);
    return incidents.stream()
        .flatMap(incident -> recoveries(incident, incidents, visits).stream())
        .sorted(comparingLong(ExpectedRecovery::at).thenComparing(ExpectedRecovery::detectionId))
        .toList();
  }

  private List<ExpectedRecovery> recoveries(
      ExpectedIncident incident, List<ExpectedIncident> all, StepVisits visits) {
    Long end = incident.closedAt();
    if (end == null) {
      return List.of();
    }
    Comparator<StepVisit> order =
        comparingLong(StepVisit::at).thenComparing(visits.idOfStruggle()::get);
    // Of a session only the newest struggle counts, and of a person the newest session.
    Map<String, StepVisit> newest = new TreeMap<>();
    visits.struggles().stream()
        .filter(struggle -> struggle.at() < end && incidentOf(struggle, all).isPresent())
        .sorted(order)
        .forEach(struggle -> newest.put(struggle.session(), struggle));
    Map<String, List<StepVisit>> held = new TreeMap<>();
    newest.values().stream()
        .filter(struggle -> incidentOf(struggle, all).filter(incident::equals).isPresent())
        .sorted(order)
        .forEach(
            struggle ->
                held.computeIfAbsent(struggle.person(), unused -> new ArrayList<>()).add(struggle));
    List<ExpectedRecovery> recoveries = new ArrayList<>();
    for (List<StepVisit> sessions : held.values()) {
      if (sessions.stream()
          .noneMatch(one -> visits.ordered().getOrDefault(one.session(), end) < end)) {
        StepVisit last = sessions.get(sessions.size() - 1);
        recoveries.add(
            new ExpectedRecovery(
                last.session(), end, last.step(), incident.detectionId(), last.decidingEvent()));
      }
    }
    return recoveries;
  }

  private static Optional<ExpectedIncident> incidentOf(
      StepVisit struggle, List<ExpectedIncident> incidents) {
    return struggle.groups().stream()
        .flatMap(
            group ->
                incidents.stream()
                    .filter(incident -> incident.key().equals(group.key()))
                    .filter(incident -> incident.isOpenAt(struggle.at())))
        .findFirst();
  }

  private List<ExpectedIncident> incidents(StepVisits visits) {
    Set<String> sites = new TreeSet<>();
    visits.struggles().forEach(struggle -> sites.add(struggle.site()));
    return sites.stream()
        .flatMap(
            site ->
                new Course(ofSite(visits.reached(), site), ofSite(visits.struggles(), site))
                    .run().stream())
        .sorted(comparingLong(ExpectedIncident::openedAt).thenComparing(ExpectedIncident::key))
        .toList();
  }

  private static List<StepVisit> ofSite(List<StepVisit> visits, String site) {
    return visits.stream().filter(visit -> visit.site().equals(site)).toList();
  }

  /** One site, from minute to minute. */
  private final class Course {
    private final List<StepVisit> reached;
    private final List<StepVisit> struggles;
    private final List<ExpectedIncident> incidents = new ArrayList<>();
    private final Map<String, Integer> calm = new HashMap<>();

    Course(List<StepVisit> reached, List<StepVisit> struggles) {
      this.reached = reached;
      this.struggles = struggles;
    }

    List<ExpectedIncident> run() {
      TreeSet<Long> ends = new TreeSet<>();
      for (StepVisit struggle : struggles) {
        long end = Math.floorDiv(struggle.at(), MINUTE) * MINUTE + MINUTE;
        for (int minute = 0; minute < 5; minute++) {
          ends.add(end + minute * MINUTE);
        }
      }
      for (Long end = ends.pollFirst(); end != null; end = ends.pollFirst()) {
        close(end);
        open(end);
        if (incidents.stream().anyMatch(ExpectedIncident::isOpen)) {
          ends.add(end + MINUTE);
        }
      }
      return incidents;
    }

    private void close(long end) {
      for (int i = 0; i < incidents.size(); i++) {
        ExpectedIncident incident = incidents.get(i);
        if (incident.isOpen()) {
          StepVisit.Group group = group(incident.key());
          long s = struggling(group.key(), end - 5 * MINUTE, end).size();
          long n = whole(group.base(), end);
          boolean isCalm = s == 0 || (double) s / n < settings.ratio() / 2 * usual(group, end);
          int minutes = isCalm ? calm.getOrDefault(incident.key(), 0) + 1 : 0;
          calm.put(incident.key(), minutes);
          if (minutes == settings.calmMinutes()) {
            incidents.set(i, incident.closed(end));
          }
        }
      }
    }

    private void open(long end) {
      Map<String, List<StepVisit>> byStep = new TreeMap<>();
      for (StepVisit struggle : struggles) {
        if (struggle.isIn(end - 5 * MINUTE, end)) {
          byStep.computeIfAbsent(struggle.step(), unused -> new ArrayList<>()).add(struggle);
        }
      }
      for (List<StepVisit> atStep : byStep.values()) {
        if (!isOpen(atStep.get(0).groups().get(0).key())) {
          atStep.stream()
              .flatMap(struggle -> struggle.groups().stream())
              .distinct()
              .sorted(comparingInt(StepVisit.Group::rank).thenComparing(StepVisit.Group::key))
              .filter(group -> !isOpen(group.key()) && isOutage(group, end))
              .findFirst()
              .ifPresent(group -> open(group, atStep, end));
        }
      }
    }

    private void open(StepVisit.Group group, List<StepVisit> atStep, long end) {
      List<StepVisit> evidence =
          atStep.stream()
              .filter(struggle -> struggle.isOf(group.key()))
              .sorted(
                  comparingLong(StepVisit::at).thenComparing(comparing(StepVisit::decidingEvent)))
              .toList();
      StepVisit last = evidence.get(evidence.size() - 1);
      long s = struggling(group.key(), end - 5 * MINUTE, end).size();
      incidents.add(
          new ExpectedIncident(
              group.key(),
              last.step(),
              end,
              null,
              evidence.get(0).at(),
              last.at(),
              (double) s / whole(group.base(), end),
              evidence.stream().map(StepVisit::decidingEvent).limit(50).toList(),
              last.decidingEvent()));
      calm.remove(group.key());
    }

    private boolean isOutage(StepVisit.Group group, long end) {
      long s = struggling(group.key(), end - 5 * MINUTE, end).size();
      if (s < settings.sessions()) {
        return false;
      }
      long n = whole(group.base(), end);
      double usual = usual(group, end);
      return (double) s / n >= settings.ratio() * usual
          && Chance.ofAtLeast(s, n, usual) < settings.tail();
    }

    private boolean isOpen(String key) {
      return incidents.stream()
          .anyMatch(incident -> incident.isOpen() && incident.key().equals(key));
    }

    private StepVisit.Group group(String key) {
      return struggles.stream()
          .flatMap(struggle -> struggle.groups().stream())
          .filter(group -> group.key().equals(key))
          .findFirst()
          .orElseThrow();
    }

    private Set<String> struggling(String group, long from, long to) {
      return sessions(struggles, group, from, to);
    }

    /** Sessions that reached the step in the window, and those that struggle there in it. */
    private long whole(String base, long end) {
      Set<String> sessions = struggling(base, end - 5 * MINUTE, end);
      sessions.addAll(sessions(reached, base, end - 5 * MINUTE, end));
      return sessions.size();
    }

    /** The same hour of the week in the four weeks before, drawn towards the whole site. */
    private double usual(StepVisit.Group group, long end) {
      long hour = Math.floorDiv(end, HOUR) * HOUR;
      String base = group.base().equals(group.key()) ? group.usual() : group.base();
      long s = 0;
      long n = 0;
      for (int week = 1; week <= 4; week++) {
        long from = hour - week * WEEK;
        s += strugglingByMinute(group.usual(), from, from + HOUR);
        n += reached.stream().filter(one -> one.isOf(base) && one.isIn(from, from + HOUR)).count();
      }
      return (s + 200.0 * siteShare(hour)) / (n + 200.0);
    }

    private double siteShare(long hour) {
      long n = reached.stream().filter(one -> one.isIn(hour - 4 * WEEK, hour)).count();
      if (n < 200) {
        return settings.prior();
      }
      Set<String> steps = new TreeSet<>();
      struggles.forEach(struggle -> steps.add(struggle.groups().get(0).key()));
      long s =
          steps.stream().mapToLong(step -> strugglingByMinute(step, hour - 4 * WEEK, hour)).sum();
      return (double) s / n;
    }

    /** A session counts once in each minute. */
    private long strugglingByMinute(String group, long from, long to) {
      Map<Long, Set<String>> byMinute = new HashMap<>();
      for (StepVisit struggle : struggles) {
        if (struggle.isOf(group) && struggle.isIn(from, to)) {
          byMinute
              .computeIfAbsent(Math.floorDiv(struggle.at(), MINUTE), unused -> new HashSet<>())
              .add(struggle.session());
        }
      }
      return byMinute.values().stream().mapToLong(Set::size).sum();
    }

    private static Set<String> sessions(List<StepVisit> visits, String group, long from, long to) {
      Set<String> sessions = new HashSet<>();
      for (StepVisit visit : visits) {
        if (visit.isOf(group) && visit.isIn(from, to)) {
          sessions.add(visit.session());
        }
      }
      return sessions;
    }
  }
}

package io.floorwalker.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which sessions of a finished history were in trouble, and by which signs. Sees all events at
 * once, in any order and with repeats. Events without a session, of a type that nobody knows, and
 * of bots are left out.
 */
public final class StruggleOracle {

  private final StruggleOracleSettings settings;

  private StruggleOracle(StruggleOracleSettings settings) {
    this.settings = settings;
  }

  /** An oracle for the rule with these settings. */
  public static StruggleOracle of(StruggleOracleSettings settings) {
    return new StruggleOracle(settings);
  }

  /** The signals of all sessions, in the order of (at, kind, signalId). */
  public List<ExpectedSignal> signals(Collection<CustomerEvent> events) {
    return visits(events)
        .flatMap(visit -> signs(visit, settings).stream())
        .map(Sign::signal)
        .sorted(
            comparingLong(ExpectedSignal::at)
                .thenComparing(ExpectedSignal::kind)
                .thenComparing(ExpectedSignal::signalId))
        .toList();
  }

  /** The detections of kind checkout_struggle, in the order of (at, session). */
  public List<ExpectedStruggle> detections(Collection<CustomerEvent> events) {
    return visits(events)
        .flatMap(visit -> episodes(visit).stream())
        .sorted(comparing(ExpectedStruggle::at))
        .toList();
  }

  /** Sorted by session, so that detections of one moment keep that order. */
  private Stream<Visit> visits(Collection<CustomerEvent> events) {
    Map<String, List<CustomerEvent>> bySession = new TreeMap<>();
    for (CustomerEvent event : events) {
      if (event.getSessionId() != null
          && !event.getIsBot()
          && (event.getSessionSeq() != null || EventTypes.all().contains(event.getType()))) {
        bySession.computeIfAbsent(event.getSessionId(), unused -> new ArrayList<>()).add(event);
      }
    }
    return bySession.entrySet().stream()
        .map(ofSession -> Visit.of(ofSession.getKey(), ofSession.getValue(), settings.disorder()));
  }

  /** How far behind the newest event another may come. */
  Duration disorder() {
    return settings.disorder();
  }

  /** What is found in one session, in the order of scoring. */
  static List<Sign> signs(Visit visit, StruggleOracleSettings settings) {
    return SignalRules.all(settings.signals()).stream()
        .flatMap(rule -> rule.signs(visit).stream())
        .sorted(Sign.SCORED)
        .toList();
  }

  /** A score is looked at only when a signal arises; an episode uses up the signals so far. */
  private List<ExpectedStruggle> episodes(Visit visit) {
    List<ExpectedStruggle> episodes = new ArrayList<>();
    List<Sign> unused = new ArrayList<>();
    for (Sign sign : signs(visit, settings)) {
      unused.add(sign);
      Score score = Score.at(sign.at(), unused);
      if (score.milli() >= settings.thresholdMilli() && isArmed(visit, episodes, sign)) {
        episodes.add(episode(visit, sign, score));
        unused.clear();
      }
    }
    return episodes;
  }

  private boolean isArmed(Visit visit, List<ExpectedStruggle> episodes, Sign sign) {
    return isArmedAgain(episodes.isEmpty() ? null : episodes.get(episodes.size() - 1), sign)
        && !isChatting(visit, sign)
        && !isOrdered(visit, sign);
  }

  private boolean isChatting(Visit visit, Sign sign) {
    return visit.isChatOpenedBefore(
        sign.place().position() + 1, sign.at() - settings.chatQuiet().toMillis() + 1);
  }

  /** An order closes what stands behind it. */
  private static boolean isOrdered(Visit visit, Sign sign) {
    return visit.isOrderedBefore(sign.place().position() + (sign.isAbsence() ? 1 : 0));
  }

  private boolean isArmedAgain(@Nullable ExpectedStruggle last, Sign sign) {
    return last == null
        || sign.at() - last.at() >= settings.rearmAfter().toMillis()
        || !Objects.equals(sign.signal().step(), last.step());
  }

  private static ExpectedStruggle episode(Visit visit, Sign deciding, Score score) {
    return new ExpectedStruggle(
        visit.session(),
        deciding.at(),
        score.firstEvidenceAt(),
        score.lastEvidenceAt(),
        deciding.signal().step(),
        deciding.stage(),
        score.cause(),
        score.milli(),
        score.signalIds(),
        score.evidence(),
        deciding.last().id());
  }
}

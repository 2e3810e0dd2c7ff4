package io.floorwalker.detect.struggle;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The trouble of one session: its signs since the last episode, and that episode. Pure; {@code
 * StruggleScore} keeps it.
 *
 * @param signs not older than 20 minutes at the newest of them
 * @param usedUpTo by kind, the place in the session of the last evidence that a sign has used up;
 *     of kinds with several events only, for what is evidence alone is shared with nothing
 */
public record Struggle(
    List<Sign> signs, Map<String, Long> usedUpTo, @Nullable LastEpisode lastEpisode) {
  static final Struggle NONE = new Struggle(List.of(), Map.of(), null);

  /** When a struggle is detected, and when it is not detected again. */
  public record Rules(long threshold, Duration rearmAfter, Duration chatQuiet)
      implements Serializable {

    static Rules from(Settings settings) {
      return new Rules(
          settings.number(Keys.STRUGGLE_THRESHOLD),
          settings.duration(Keys.STRUGGLE_REARM_AFTER),
          settings.duration(Keys.STRUGGLE_CHAT_QUIET));
    }
  }

  /** The last episode, {@code at} in milliseconds. */
  public record LastEpisode(long at, @Nullable String step) {}

  /**
   * Which matches of one moment are signs, in the order in which they are scored: a match that
   * shares evidence with an earlier sign of its kind is none.
   */
  List<Sign> signsAmong(Collection<Sign> matches) {
    Map<String, Long> used = new HashMap<>(usedUpTo);
    List<Sign> fresh = new ArrayList<>();
    for (Sign match : matches.stream().sorted(Sign.FIRST_COME).toList()) {
      String kind = match.kind().word();
      if (match.isOfOneEvent()) {
        fresh.add(match);
      } else if (match.firstPosition() > used.getOrDefault(kind, 0L)) {
        used.put(kind, match.last().position());
        fresh.add(match);
      }
    }
    fresh.sort(Sign.ORDER);
    return fresh;
  }

  /** The struggle with one more sign, the next in order. */
  Struggle with(Sign sign) {
    List<Sign> young = new ArrayList<>(signs);
    young.removeIf(other -> sign.at() - other.at() > Score.OLDEST);
    young.add(sign);
    Map<String, Long> used = new HashMap<>(usedUpTo);
    if (!sign.isOfOneEvent()) {
      used.merge(sign.kind().word(), sign.last().position(), Math::max);
    }
    return new Struggle(young, used, lastEpisode);
  }

  /** The episode that this sign, the newest, opens; null where it opens none. */
  @Nullable Score opensAt(Sign sign, Rules rules) {
    if (!isArmedFor(sign, rules)) {
      return null;
    }
    Score score = Score.at(sign.at(), signs);
    return score.milliPoints() >= rules.threshold() ? score : null;
  }

  /** After an episode the score starts at nothing. */
  Struggle afterEpisodeAt(Sign sign) {
    return new Struggle(List.of(), usedUpTo, new LastEpisode(sign.at(), sign.step()));
  }

  private boolean isArmedFor(Sign sign, Rules rules) {
    SessionEvent.Place place = sign.last().place();
    Long chat = place.chatAt();
    if (place.ordered() || (chat != null && sign.at() < chat + rules.chatQuiet().toMillis())) {
      return false;
    }
    return lastEpisode == null
        || sign.at() >= lastEpisode.at() + rules.rearmAfter().toMillis()
        || !Objects.equals(sign.step(), lastEpisode.step());
  }
}

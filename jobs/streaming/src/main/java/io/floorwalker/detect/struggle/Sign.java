package io.floorwalker.detect.struggle;

import io.floorwalker.contract.Ids;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sign of trouble, as the score needs it.
 *
 * @param firstAt time of the first evidence, milliseconds
 * @param firstPosition the place of the first evidence in the session
 * @param evidence event ids, in order
 * @param element the selector that was clicked
 * @param last the last evidence, when and where the sign arises: itself, or at the end of the
 *     silence that followed it
 */
public record Sign(
    String id,
    SignalKind kind,
    long firstAt,
    long firstPosition,
    List<String> evidence,
    @Nullable String element,
    @Nullable String field,
    SessionEvent last) {

  /**
   * The order in which signs are scored: that of the events and ends of silences that decide them.
   * A silence ends in front of the events of its time, but one that its event itself says is over
   * ends behind it.
   */
  static final Comparator<Sign> ORDER =
      Comparator.comparingLong(Sign::at)
          .thenComparing(Sign::endsSilence, Comparator.reverseOrder())
          .thenComparingLong(sign -> sign.last().position())
          .thenComparing(sign -> sign.kind() == SignalKind.DEAD_CLICK)
          .thenComparing(sign -> sign.kind().word())
          .thenComparing(Sign::id);

  /**
   * The order in which evidence is used up: of matches that end together the one that began first.
   */
  static final Comparator<Sign> FIRST_COME =
      Comparator.<Sign>comparingLong(sign -> sign.last().position())
          .thenComparingLong(Sign::firstPosition);

  static Sign of(SignalKind kind, SignalMatch match) {
    SessionEvent first = match.first();
    SessionEvent last = match.last();
    return new Sign(
        Ids.signal(kind.word(), last.eventId()),
        kind,
        first.at(),
        first.position(),
        match.evidence(),
        first.target().selector(),
        first.target().field(),
        last);
  }

  /** When the sign arose, milliseconds. */
  long at() {
    return last.at();
  }

  /** Whether a single event is all of its evidence, which it then shares with no other sign. */
  boolean isOfOneEvent() {
    return firstPosition == last.position();
  }

  private boolean endsSilence() {
    return isOfOneEvent() && at() > firstAt;
  }

  /** Time of the last evidence, milliseconds; a silence has a single one. */
  long lastEvidenceAt() {
    return isOfOneEvent() ? firstAt : last.at();
  }

  @Nullable String step() {
    return last.place().step();
  }
}

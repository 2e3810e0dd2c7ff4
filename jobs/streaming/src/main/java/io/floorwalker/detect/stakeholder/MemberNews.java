package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a turn of a contact is news for its committee. Times are milliseconds. */
record MemberNews(Contact before, Turn turn, Patience patience) {

  /** Empty where nothing has changed that a committee counts. */
  Optional<Member> at(long at, StakeholderRecords records) {
    Contact after = turn.contact();
    Member now = member(at, after, turns(records));
    Member then = member(at, before, List.of());
    boolean isNews =
        now.newDay() != null
            || !now.turns().isEmpty()
            || now.isWatched() != then.isWatched()
            || (now.isWatched() && !seat(now).equals(seat(then)));
    return isNews ? Optional.of(now) : Optional.empty();
  }

  private Member member(long at, Contact contact, List<Member.Turned> turns) {
    Silence silence = contact.silence();
    RosterRow row = contact.row();
    boolean isWatched = contact.isWatched(patience);
    String site = row == null || row.site().isEmpty() ? site(silence) : row.site();
    return new Member(
        contact.id().account(),
        contact.id().contact(),
        at,
        isWatched,
        row,
        site,
        silence == null || !silence.hasActivity() ? null : Trace.day(silence.since()),
        isWatched ? newDay(contact) : null,
        turns);
  }

  /** The day that was added to those before; activity comes in order. */
  private @Nullable Long newDay(Contact contact) {
    List<Long> days = contact.trace().days();
    List<Long> known = before.trace().days();
    if (days.isEmpty()) {
      return null;
    }
    Long newest = days.get(days.size() - 1);
    return known.isEmpty() || newest > known.get(known.size() - 1) ? newest : null;
  }

  private List<Member.Turned> turns(StakeholderRecords records) {
    List<Member.Turned> turns = new ArrayList<>();
    for (Finding finding : turn.findings()) {
      if (finding.kind().equals(Silence.STALE) && Objects.equals(finding.step(), "1")) {
        RosterRow row = finding.contact().row();
        turns.add(
            new Member.Turned(
                finding.phase() == Phase.OPENED,
                finding.at(),
                row == null ? null : row.role(),
                finding.rowAt(),
                finding.evidence(),
                records.reason(finding),
                finding.late()));
      }
    }
    return turns;
  }

  private static String site(@Nullable Silence silence) {
    return silence == null ? "" : silence.site();
  }

  /** What is compared, with nulls. */
  private static List<@Nullable Object> seat(Member member) {
    List<@Nullable Object> seat = new ArrayList<>();
    seat.add(member.role());
    seat.add(member.tier());
    seat.add(member.site());
    seat.add(member.lastDay());
    return seat;
  }
}

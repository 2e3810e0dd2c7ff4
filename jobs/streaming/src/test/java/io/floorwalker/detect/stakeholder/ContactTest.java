package io.floorwalker.detect.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.RosterChange;
import io.floorwalker.testkit.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The rule without Flink; L is 7 d. */
class ContactTest {
  private static final Patience PATIENCE = Patience.from(Settings.builtIn());
  private static final Contact UNKNOWN = Contact.unknown(new Contact.Id("acme", "ann"));

  @Test
  void nothingIsAwaitedOfAContactThatStandsNowhere() {
    assertThat(UNKNOWN.isNobody()).isTrue();
    assertThat(UNKNOWN.nextDue(PATIENCE)).isEqualTo(Contact.NEVER);
    assertThat(UNKNOWN.due(at("100d"), PATIENCE)).isEqualTo(Turn.to(UNKNOWN));
  }

  @Test
  void theNextStepIsCountedFromTheLastActivity() {
    Contact watched = seen(listed(UNKNOWN, "0m"), "1d");
    assertThat(watched.nextDue(PATIENCE)).isEqualTo(at("8d"));
    assertThat(seen(watched, "2d").nextDue(PATIENCE)).isEqualTo(at("9d"));
  }

  @Test
  void timeThatPassesInTwoPartsSaysTheSameAsInOne() {
    Contact watched = seen(listed(UNKNOWN, "0m"), "0m");
    Turn once = watched.due(at("40d"), PATIENCE);
    Turn twice = watched.due(at("13d"), PATIENCE).then(contact -> contact.due(at("40d"), PATIENCE));
    assertThat(words(twice)).isEqualTo(words(once)).hasSize(3);
    assertThat(twice.contact()).isEqualTo(once.contact());
  }

  @Test
  void afterItsLastStepNothingIsAwaitedAndTheContactStays() {
    Contact stale = seen(listed(UNKNOWN, "0m"), "0m").due(at("30d"), PATIENCE).contact();
    assertThat(stale.nextDue(PATIENCE)).isEqualTo(Contact.NEVER);
    assertThat(stale.due(at("365d"), PATIENCE).contact().isNobody()).isFalse();
  }

  @Test
  void theSameRowTwiceIsAsOnce() {
    RosterChange row = row("0m", account -> {});
    Turn once = UNKNOWN.after(row, PATIENCE);
    Turn again = once.contact().after(row, PATIENCE);
    assertThat(again).isEqualTo(Turn.to(once.contact()));
  }

  @Test
  void aRemovalTwiceIsAsOnce() {
    Contact stale = seen(listed(UNKNOWN, "0m"), "0m").due(at("8d"), PATIENCE).contact();
    Turn removed = stale.after(ContactTimeline.removed(Moment.at("9d"), 0), PATIENCE);
    assertThat(words(removed)).containsExactly("stakeholder_stale 1 CLOSED 9d removed");
    assertThat(removed.contact().after(ContactTimeline.removed(Moment.at("9d"), 1), PATIENCE))
        .isEqualTo(Turn.to(removed.contact()));
  }

  @Test
  void aRemovalWhenAStepFallsDueIsTooLate() {
    Turn removed =
        seen(listed(UNKNOWN, "0m"), "0m")
            .after(ContactTimeline.removed(Moment.at("7d"), 0), PATIENCE);
    assertThat(words(removed))
        .containsExactly(
            "stakeholder_stale 1 OPENED 7d null", "stakeholder_stale 1 CLOSED 7d removed");
  }

  @Test
  void aRemovedContactThatNeverDidAnythingIsForgottenAtOnce() {
    Contact listed = listed(UNKNOWN, "0m");
    assertThat(listed.after(ContactTimeline.removed(Moment.at("1d"), 0), PATIENCE).contact())
        .isEqualTo(UNKNOWN);
    RosterChange status = row("1d", account -> account.setStatus(ContactStatus.REMOVED));
    assertThat(listed.after(status, PATIENCE).contact()).isEqualTo(UNKNOWN);
  }

  @Test
  void aContactThatIsNotOnTheRosterIsForgottenNinetyDaysAfterItsLastActivity() {
    Contact unlisted = seen(UNKNOWN, "1d");
    assertThat(unlisted.nextDue(PATIENCE)).isEqualTo(at("91d"));
    assertThat(unlisted.due(at("91d") - 1, PATIENCE).contact()).isEqualTo(unlisted);
    assertThat(unlisted.due(at("91d"), PATIENCE).contact()).isEqualTo(UNKNOWN);
    assertThat(listed(unlisted, "91d").silence())
        .as("the row that comes then begins a watch")
        .extracting(Silence::evidence)
        .isEqualTo(Silence.Evidence.NONE);
  }

  @Test
  void anInactiveContactStaysAsLongAsTheRosterNamesIt() {
    Contact inactive =
        seen(UNKNOWN, "0m")
            .after(row("1d", row -> row.setStatus(ContactStatus.INACTIVE)), PATIENCE)
            .contact();
    assertThat(inactive.due(at("365d"), PATIENCE).contact()).isEqualTo(inactive);
  }

  @Test
  void whatWasSaidIsNotSaidAgainAfterAPause() {
    Contact stale = seen(listed(UNKNOWN, "0m"), "0m").due(at("8d"), PATIENCE).contact();
    Turn paused =
        stale
            .after(row("9d", row -> row.setStatus(ContactStatus.INACTIVE)), PATIENCE)
            .then(contact -> contact.after(row("10d", row -> {}), PATIENCE))
            .then(contact -> contact.due(at("14d"), PATIENCE));
    assertThat(words(paused))
        .containsExactly(
            "stakeholder_stale 1 CLOSED 9d inactive", "stakeholder_stale 2 OPENED 14d null");
  }

  @Test
  void aWatchThatBeginsAnewCountsFromItsOwnBegin() {
    Turn turn =
        listed(UNKNOWN, "0m")
            .after(row("1d", row -> row.setTarget(false)), PATIENCE)
            .then(contact -> contact.after(row("3d", row -> {}), PATIENCE))
            .then(contact -> contact.due(at("60d"), PATIENCE));
    assertThat(words(turn)).containsExactly("stakeholder_never_active null OPENED 10d null");
  }

  @Test
  void anEarlierActivityThanTheKnownOneIsNoNews() {
    Contact watched = seen(listed(UNKNOWN, "0m"), "3d");
    Turn turn = watched.after(row("4d", row -> row.setLastActivityAt(Moment.at("2d"))), PATIENCE);
    assertThat(turn.findings()).isEmpty();
    assertThat(turn.contact().silence()).isEqualTo(watched.silence());
  }

  @Test
  void ofTwoActivitiesAtOneMomentTheLaterInOrderIsTheEvidence() {
    Contact watched = seen(seen(listed(UNKNOWN, "0m"), "1d"), "1d", "e-2");
    assertThat(Objects.requireNonNull(watched.silence()).eventId()).isEqualTo("e-2");
  }

  @Test
  void aMomentHasOneReport() {
    Turn turn =
        listed(UNKNOWN, "0m")
            .after(ContactTimeline.event(Moment.at("1d"), "e-1", event -> {}), PATIENCE)
            .then(contact -> contact.after(row("1d", row -> row.setTarget(false)), PATIENCE));
    assertThat(turn.reports())
        .extracting(Turn.Report::standing)
        .containsExactly(new Standing("removed", at("1d")));
  }

  @Test
  void whereTheRosterIsOptionalActivityWithoutARowBeginsTheWatch() {
    Patience optional =
        Patience.from(Settings.builtIn().with(Map.of("stakeholder.roster", "optional")));
    Contact seen = seen(UNKNOWN, "0m");
    assertThat(seen.isWatched(PATIENCE)).isFalse();
    assertThat(seen.isWatched(optional)).isTrue();
    assertThat(seen.after(row("1d", row -> row.setTarget(false)), optional).contact())
        .matches(contact -> !contact.isWatched(optional), "no target");
    assertThat(
            seen.after(row("1d", row -> row.setStatus(ContactStatus.INACTIVE)), optional).contact())
        .matches(contact -> !contact.isWatched(optional), "inactive");
    Contact removed = seen.after(ContactTimeline.removed(Moment.at("1d"), 0), optional).contact();
    assertThat(removed.isWatched(optional)).as("for what was before").isFalse();
    assertThat(seen(removed, "2d").isWatched(optional)).as("seen again").isTrue();
  }

  @Test
  void aRhythmIsLearnedFromEightGapsOn() {
    Contact contact = listed(UNKNOWN, "0m");
    for (int visit = 0; visit < 8; visit++) {
      contact = seen(contact, 2 * visit + "d");
    }
    assertThat(contact.nextDue(PATIENCE)).as("7 gaps").isEqualTo(at("21d"));
    assertThat(seen(contact, "16d").nextDue(PATIENCE)).as("8 gaps").isEqualTo(at("22d"));
    assertThat(seen(seen(contact, "14d"), "14d1h").nextDue(PATIENCE))
        .as("a day counts once")
        .isEqualTo(at("21d1h"));
  }

  @Test
  void aRhythmIsThatOfTheSixteenNewestGaps() {
    Contact contact = listed(UNKNOWN, "0m");
    for (int day = 0; day <= 8; day++) {
      contact = seen(contact, day + "d");
    }
    assertThat(contact.nextDue(PATIENCE)).as("not below 5 days").isEqualTo(at("13d"));
    for (int day = 12; day <= 40; day += 4) {
      contact = seen(contact, day + "d");
    }
    assertThat(contact.nextDue(PATIENCE)).as("between 1 and 4").isEqualTo(at("47d12h"));
    assertThat(seen(contact, "44d").nextDue(PATIENCE)).isEqualTo(at("56d"));
    assertThat(seen(contact, "44d").trace().days()).hasSize(17);
  }

  @Test
  void whatCannotBeLearnedByIsRefused() {
    assertThatThrownBy(
            () ->
                Patience.check(
                    Settings.builtIn().with(Map.of("stakeholder.rhythm.shortest", "91d"))))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("stakeholder.rhythm.shortest")
        .hasMessageContaining("stakeholder.rhythm.longest");
    assertThatThrownBy(
            () -> Patience.check(Settings.builtIn().with(Map.of("stakeholder.rhythm.gaps", "17"))))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("give at most that");
  }

  @Test
  void aRhythmMayBeFixed() {
    Patience fixed = Patience.from(Settings.builtIn().with(Map.of("stakeholder.rhythm", "fixed")));
    Contact contact = listed(UNKNOWN, "0m");
    for (int visit = 0; visit < 20; visit++) {
      contact = seen(contact, 2 * visit + "d");
    }
    assertThat(contact.nextDue(fixed)).isEqualTo(at("45d"));
  }

  private static List<String> words(Turn turn) {
    return turn.findings().stream()
        .map(
            finding ->
                "%s %s %s %s %s"
                    .formatted(
                        finding.kind(),
                        finding.step(),
                        finding.phase() == Phase.OPENED ? "OPENED" : "CLOSED",
                        Moment.text(Instant.ofEpochMilli(finding.at())),
                        finding.reason()))
        .toList();
  }

  private static Contact listed(Contact contact, String time) {
    return contact.after(row(time, row -> {}), PATIENCE).contact();
  }

  private static Contact seen(Contact contact, String time) {
    return seen(contact, time, "e-1");
  }

  private static Contact seen(Contact contact, String time, String eventId) {
    return contact
        .after(ContactTimeline.event(Moment.at(time), eventId, event -> {}), PATIENCE)
        .contact();
  }

  private static RosterChange row(String time, Consumer<Account.Builder> change) {
    return ContactTimeline.listed(Moment.at(time), 0, change);
  }

  private static long at(String time) {
    return Moment.at(time).toEpochMilli();
  }
}

package io.floorwalker.oracle;

import static io.floorwalker.oracle.History.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Ids;
import io.floorwalker.oracle.StakeholderOracleSettings.Roster;
import io.floorwalker.schema.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The story begins on a Monday at 10:00 UTC. */
class CommitteeOracleTest {

  private final CommitteeOracle oracle =
      CommitteeOracle.of(
          StakeholderOracleSettings.builtIn(Roster.REQUIRED),
          Map.of("gold", List.of("champion", "user")));

  private final Contacts contacts = new Contacts();

  @Test
  void aChampionWhoFallsSilentIsDarkUntilTheReturn() {
    listed("0s", "ann", "champion");
    active("0s", "ann");
    active("9d", "ann");

    assertThat(found("champion_dark"))
        .startsWith("OPENED 7d e-1 null", "CLOSED 9d e-1 returned", "OPENED 16d e-2 null");
    assertThat(detections("champion_dark").get(0).detectionId())
        .isEqualTo(Ids.detection("champion_dark", null, "e-1"));
  }

  @Test
  void oneActiveContactOfTwoIsASingleThreadAfterFourteenDays() {
    listed("0s", "ann", "user");
    listed("0s", "bob", "user");
    active("1h", "ann");
    active("15d", "bob");

    assertThat(found("single_threaded")).startsWith("OPENED 14d1h  null", "CLOSED 15d  restored");
    assertThat(detections("single_threaded").get(0).detectionId())
        .isEqualTo(
            Ids.rosterDetection(
                "single_threaded", "a-1", "", Instant.ofEpochMilli(ms("1h")).toString(), null));
  }

  @Test
  void aRequiredRoleWithoutAnybodyActiveIsLowCoverageAfterFourteenDays() {
    contacts.row("0s", row -> row.setContactId("ann").setRole("champion").setTier("gold"));
    active("1h", "ann");
    listed("15d", "bob", "user");
    active("15d", "bob");

    assertThat(found("coverage_low")).startsWith("OPENED 14d  null", "CLOSED 15d  restored");
  }

  @Test
  void usageDropsBelowThreeFifthsAndIsBackFromSevenTenthsOn() {
    listed("0s", "ann", "user");
    for (int day = 0; day <= 96; day++) {
      if (day < 80 || day > 85) {
        active(day + "d", "ann");
      }
    }

    assertThat(found("usage_drop")).startsWith("OPENED 85d14h  null", "CLOSED 95d14h  restored");
  }

  @Test
  void usageWithoutSixtyDaysBeforeIsNotCompared() {
    listed("0s", "ann", "user");
    for (int day = 0; day < 50; day++) {
      active(day + "d", "ann");
    }

    assertThat(found("usage_drop")).noneMatch(one -> one.startsWith("OPENED 5"));
  }

  private void listed(String time, String contact, String role) {
    contacts.row(time, row -> row.setContactId(contact).setRole(role));
  }

  private void active(String time, String contact) {
    contacts.did(time, EventTypes.PORTAL_ACTIVITY, event -> event.setContactId(contact));
  }

  private List<ExpectedStakeholder> detections(String kind) {
    return oracle.detections(contacts.events(), contacts.roster()).stream()
        .filter(one -> one.kind().equals(kind))
        .toList();
  }

  private List<String> found(String kind) {
    return detections(kind).stream()
        .map(
            one ->
                "%s %s %s %s"
                    .formatted(
                        one.phase() == Phase.OPENED ? "OPENED" : "CLOSED",
                        text(one.at() - ms("0s")),
                        String.join(",", one.evidence()),
                        one.reason()))
        .toList();
  }

  private static String text(long since) {
    long hours = since / 3_600_000;
    return (hours / 24 + "d") + (hours % 24 == 0 ? "" : hours % 24 + "h");
  }
}

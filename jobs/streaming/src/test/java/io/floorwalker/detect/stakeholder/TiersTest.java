package io.floorwalker.detect.stakeholder;

import static io.floorwalker.testkit.Detections.detection;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.testkit.DetectionCondition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two tiers, of which {@code gold} is missed after 3 d, then 5 d and 9 d. */
class TiersTest {
  private static final Settings SETTINGS =
      Settings.builtIn()
          .with(
              Map.of(
                  "tiers.gold.stakeholder.stale.after", "3d",
                  "tiers.gold.stakeholder.stale.second.after", "2d",
                  "tiers.gold.stakeholder.stale.third.after", "6d"));

  @Test
  void goldIsMissedSooner() {
    silent("gold", "10d").watched(SETTINGS, null).emits(stale("3d"), stale("5d"), stale("9d"));
  }

  @Test
  void othersAreMissedAsBefore() {
    silent("silver", "10d").watched(SETTINGS, null).emits(stale("7d"));
  }

  @Test
  void whoComesBackInTheLastMillisecondOfTheTiersPatienceIsNotMissed() {
    new ContactTimeline()
        .listed("0d", row -> row.setTier("gold"))
        .seen("0d", "e-1")
        .seen("2d23h59m59s999ms", "e-2")
        .watermark("4d")
        .watched(SETTINGS, null)
        .emitsNothing();
  }

  @Test
  void theTierOfTheMomentCounts() {
    new ContactTimeline()
        .listed("0d", row -> row.setTier("silver"))
        .seen("0d", "e-1")
        .listed("1d", row -> row.setTier("gold"))
        .watermark("4d")
        .watched(SETTINGS, null)
        .emits(stale("3d"));
  }

  @Test
  void aThirdStepBeforeTheSecondIsRefused() {
    assertThatThrownBy(
            () ->
                Patience.check(
                    Settings.builtIn()
                        .with(Map.of("tiers.gold.stakeholder.stale.third.after", "1d"))))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("tiers.gold.stakeholder.stale.second.after is PT168H")
        .hasMessageContaining("stakeholder.stale.third.after only PT24H");
  }

  /** The stages of GoCSM: 7, 14 and 30 days. */
  @Test
  void keyUsersAreMissedAsPublishedByGoCsm() throws Exception {
    silent("gold", "31d")
        .watched(rule("gocsm"), null)
        .emits(stale("7d"), stale("14d"), stale("30d"));
  }

  @Test
  void eachWayOfSellingHasItsPatience() throws Exception {
    Settings rule = rule("silence-by-motion");
    silent("smb", "8d").watched(rule, null).emits(stale("7d"));
    silent("mid-market", "15d").watched(rule, null).emits(stale("14d"));
    silent("enterprise", "46d").watched(rule, null).emits(stale("30d"), stale("45d"));
  }

  private static ContactTimeline silent(String tier, String until) {
    return new ContactTimeline()
        .listed("0d", row -> row.setTier(tier))
        .seen("0d", "e-1")
        .watermark(until);
  }

  private static DetectionCondition stale(String due) {
    return detection("stakeholder_stale").deadline(due);
  }

  private static Settings rule(String name) throws InvalidSettings {
    Path root = Path.of(System.getProperty("floorwalker.root"));
    return Settings.read(
        List.of(root.resolve("deploy/conf/rules/" + name + ".yaml")), Map.of(), List.of());
  }
}

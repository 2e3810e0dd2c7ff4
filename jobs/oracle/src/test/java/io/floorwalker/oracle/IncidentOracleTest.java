package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_VIEWED;
import static io.floorwalker.contract.EventTypes.PAYMENT_DECLINED;
import static io.floorwalker.oracle.Families.step;
import static io.floorwalker.oracle.History.in;
import static io.floorwalker.oracle.History.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentOracleTest {

  private final IncidentOracle oracle =
      IncidentOracle.of(
          StruggleOracle.of(StruggleOracleSettings.builtIn()), IncidentOracleSettings.builtIn());

  @Test
  void fiveOfFiveAreAnOutageThatEndsTenCalmMinutesLater() {
    List<ExpectedIncident> incidents = oracle.incidents(struggles(5).events());

    assertThat(incidents).hasSize(1);
    ExpectedIncident incident = incidents.get(0);
    assertThat(incident.key()).isEqualTo("|step|payment");
    assertThat(incident.openedAt()).isEqualTo(ms("1m"));
    assertThat(incident.closedAt()).isEqualTo(ms("15m"));
    assertThat(incident.firstEvidenceAt()).isEqualTo(ms("3s"));
    assertThat(incident.lastEvidenceAt()).isEqualTo(ms("11s"));
    assertThat(incident.share()).isEqualTo(1.0);
    assertThat(incident.evidence()).containsExactly("e-3", "e-6", "e-9", "e-12", "e-15");
    assertThat(incident.detectionId())
        .isEqualTo(Ids.detection("incident", "payment", "e-15||step|payment"));
  }

  @Test
  void fourAreNone() {
    assertThat(oracle.incidents(struggles(4).events())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "6, 0"})
  void fiveOfElevenMayBeChance(int others, int incidents) {
    History history = struggles(5);
    for (int other = 1; other <= others; other++) {
      history.at("1s", CHECKOUT_STEP_VIEWED, in("calm-" + other), step("payment"));
    }
    assertThat(oracle.incidents(history.events())).hasSize(incidents);
  }

  @Test
  void aStruggleIsPartOfTheIncidentThatIsOpen() {
    History history =
        struggles(5)
            .at("1m", CHECKOUT_STEP_VIEWED, in("during"), step("payment"))
            .at("1m0.5s", PAYMENT_DECLINED, in("during"))
            .at("1m1s", PAYMENT_DECLINED, in("during"))
            .at("20m", CHECKOUT_STEP_VIEWED, in("after"), step("payment"))
            .at("20m1s", PAYMENT_DECLINED, in("after"))
            .at("20m2s", PAYMENT_DECLINED, in("after"));
    ExpectedIncident incident = oracle.incidents(history.events()).get(0);

    assertThat(oracle.incidentOfStruggle(history.events()))
        .containsOnlyKeys(Ids.detection("checkout_struggle", "payment", "e-18"))
        .containsValue(incident.detectionId());
  }

  @Test
  void orderAndRepeatsChangeNothing() {
    List<CustomerEvent> events = new ArrayList<>(struggles(6).events());
    List<ExpectedIncident> incidents = oracle.incidents(events);
    events.addAll(events.subList(3, 9));
    Collections.reverse(events);
    assertThat(oracle.incidents(events)).isEqualTo(incidents).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 10, 0.02, 7.414640371097601e-07",
    "12, 100, 0.02, 8.420024304713465e-07",
    "40, 400, 0.03, 5.6661669181304143e-11",
    "3, 4, 0.5, 0.3125"
  })
  void chanceIsTheUpperTailOfTheBinomial(long s, long n, double p, double exact) {
    assertThat(Chance.ofAtLeast(s, n, p)).isCloseTo(exact, within(exact * 1e-12));
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new IncidentOracleSettings(0, 3.0, 1e-6, 10, 0.02))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sessions is 0");
    assertThatThrownBy(() -> new IncidentOracleSettings(5, 1.0, 1e-6, 10, 0.02))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ratio is 1.0");
  }

  /** So many sessions whose payment is declined twice, two seconds after one another. */
  private static History struggles(int sessions) {
    History history = new History();
    for (int number = 0; number < sessions; number++) {
      int second = 1 + 2 * number;
      history
          .at(second + "s", CHECKOUT_STEP_VIEWED, in("s-" + number), step("payment"))
          .at(second + 1 + "s", PAYMENT_DECLINED, in("s-" + number))
          .at(second + 2 + "s", PAYMENT_DECLINED, in("s-" + number));
    }
    return history;
  }
}

package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.ELEMENT_CLICKED;
import static io.floorwalker.contract.EventTypes.PAGE_VIEWED;
import static io.floorwalker.contract.EventTypes.SCRIPT_ERROR;
import static io.floorwalker.oracle.Families.click;
import static io.floorwalker.oracle.Families.dead;
import static io.floorwalker.oracle.Families.element;
import static io.floorwalker.oracle.Families.place;
import static io.floorwalker.oracle.History.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClickSignalsTest {

  private final StruggleOracle oracle = StruggleOracle.of(StruggleOracleSettings.builtIn());

  @Nested
  class Rage {

    @Test
    void threeClicksOnOneElement() {
      assertThat(signals(clicks("#pay", "0s", "0.5s", "1s")))
          .containsExactly(
              new ExpectedSignal(
                  "rage_click", "s-1", ms("1s"), null, List.of("e-1", "e-2", "e-3")));
    }

    @ParameterizedTest
    @CsvSource({
      "0.999s, 1.999s, 1",
      "1s, 2s, 1",
      "1.001s, 2s, 0",
      "1s, 2.001s, 0",
      "0.999s, 2s, 0",
      "0.001s, 1.001s, 1",
      "0s, 0s, 1",
    })
    void aGapOfASecondIsStillOne(String second, String third, int found) {
      assertThat(signals(clicks("#pay", "0s", second, third))).hasSize(found);
    }

    @Test
    void aSlowFirstClickIsForgottenForTheQuickOnes() {
      assertThat(signals(clicks("#pay", "0s", "1.5s", "2s", "2.5s")))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-2", "e-3", "e-4"));
    }

    @Test
    void sixClicksAreTwoSignalsAndFiveAreOne() {
      assertThat(signals(clicks("#pay", "0s", "0.1s", "0.2s", "0.3s", "0.4s"))).hasSize(1);
      assertThat(signals(clicks("#pay", "0s", "0.1s", "0.2s", "0.3s", "0.4s", "0.5s")))
          .extracting(ExpectedSignal::at)
          .containsExactly(ms("0.2s"), ms("0.5s"));
    }

    @Test
    void othersMayStandBetween() {
      History history =
          new History()
              .at("0s", ELEMENT_CLICKED, element("#pay"))
              .at("0.2s", ELEMENT_CLICKED, element("#help"))
              .at("0.3s", PAGE_VIEWED)
              .at("0.4s", ELEMENT_CLICKED, element("#pay"))
              .at("0.6s", ELEMENT_CLICKED, element("#pay"));

      assertThat(signals(history))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-1", "e-4", "e-5"));
    }

    @Test
    void ofTwoInterleavedTheOneThatEndsFirstForgetsTheOther() {
      History history = new History();
      for (String selector : List.of("#a", "#b", "#b", "#b", "#a", "#a")) {
        history.at("0." + history.events().size() + "s", ELEMENT_CLICKED, element(selector));
      }
      assertThat(signals(history))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-2", "e-3", "e-4"));
    }

    @ParameterizedTest
    @CsvSource({"50, 0, 1", "0, -50, 1", "30, 40, 1", "51, 0, 0", "36, 36, 0", "-31, 40, 0"})
    void withoutASelectorFiftyPixelsAreOneElement(int x, int y, int found) {
      History history =
          new History()
              .at("0s", ELEMENT_CLICKED, place(null, 100, 100))
              .at("0.1s", ELEMENT_CLICKED, place(null, 100, 100))
              .at("0.2s", ELEMENT_CLICKED, place(null, 100 + x, 100 + y));

      assertThat(signals(history)).hasSize(found);
    }

    @Test
    void thePlaceIsComparedWithTheFirstClick() {
      History drifting =
          new History()
              .at("0s", ELEMENT_CLICKED, place(null, 0, 0))
              .at("0.1s", ELEMENT_CLICKED, place(null, 40, 0))
              .at("0.2s", ELEMENT_CLICKED, place(null, 80, 0));
      History around =
          new History()
              .at("0s", ELEMENT_CLICKED, place(null, 40, 0))
              .at("0.1s", ELEMENT_CLICKED, place(null, 0, 0))
              .at("0.2s", ELEMENT_CLICKED, place(null, 80, 0));

      assertThat(signals(drifting)).isEmpty();
      assertThat(signals(around)).hasSize(1);
    }

    @Test
    void eitherTheSelectorOrThePlaceWillDo() {
      History moved =
          new History()
              .at("0s", ELEMENT_CLICKED, place("#pay", 0, 0))
              .at("0.1s", ELEMENT_CLICKED, place("#pay", 500, 0))
              .at("0.2s", ELEMENT_CLICKED, place("#pay", null, null));
      History renamed =
          new History()
              .at("0s", ELEMENT_CLICKED, place("#a", 0, 0))
              .at("0.1s", ELEMENT_CLICKED, place("#b", 10, 0))
              .at("0.2s", ELEMENT_CLICKED, place(null, 0, 10));

      assertThat(signals(moved)).hasSize(1);
      assertThat(signals(renamed)).hasSize(1);
    }

    @Test
    void clicksOfWhichNothingIsKnownAreNotOnOneElement() {
      assertThat(signals(clicks(null, "0s", "0.1s", "0.2s"))).isEmpty();
      History halfKnown = new History();
      for (int time = 0; time < 3; time++) {
        halfKnown.at("0." + time + "s", ELEMENT_CLICKED, place(null, 1, null));
        halfKnown.at("0." + time + "s", ELEMENT_CLICKED);
      }
      assertThat(signals(halfKnown)).isEmpty();
    }
  }

  @Nested
  class Dead {

    @Test
    void aClickThatThePageNeverReactedToIsASignalAtTheClick() {
      assertThat(signals(new History().at("3s", ELEMENT_CLICKED, dead("#pay"))))
          .containsExactly(new ExpectedSignal("dead_click", "s-1", ms("3s"), null, List.of("e-1")));
    }

    @Test
    void eachOneIsASignal() {
      History history = new History().at("0s", ELEMENT_CLICKED, dead("#pay"));

      assertThat(signals(history.at("0s", ELEMENT_CLICKED, dead("#pay")))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
        value = {"true, 0", "true, 2500", "true, -2", "true, null", "false, -1", "null, -1"},
        nullValues = "null")
    void whatIsNotDead(@Nullable Boolean interactive, @Nullable Integer reactionMs) {
      assertThat(
              signals(
                  new History().at("0s", ELEMENT_CLICKED, click("#pay", interactive, reactionMs))))
          .isEmpty();
    }
  }

  @Nested
  class Error {

    @ParameterizedTest
    @CsvSource({"0s, 1", "1.999s, 1", "2s, 0", "2.001s, 0"})
    void anErrorOfTheScriptWithinTwoSeconds(String error, int found) {
      History history = new History().at("0s", ELEMENT_CLICKED, element("#pay"));

      assertThat(signals(history.at(error, SCRIPT_ERROR)))
          .hasSize(found)
          .allSatisfy(
              signal -> {
                assertThat(signal.kind()).isEqualTo("error_click");
                assertThat(signal.evidence()).containsExactly("e-1", "e-2");
              });
    }

    @Test
    void anErrorWithoutAClickOrBeforeItIsNone() {
      assertThat(signals(new History().at("0s", SCRIPT_ERROR))).isEmpty();
      assertThat(
              signals(
                  new History().at("0s", SCRIPT_ERROR).at("1s", ELEMENT_CLICKED, element("#pay"))))
          .isEmpty();
    }

    @Test
    void ofTwoClicksTheFirstIsEvidenceAndBothAreUsedUp() {
      History history = clicks("#pay", "0s", "0.5s").at("1s", SCRIPT_ERROR);

      assertThat(signals(history.at("1.2s", SCRIPT_ERROR)))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-1", "e-3"));
    }

    @Test
    void aClickTooOldLeavesItToTheNextOne() {
      History history = clicks("#pay", "0s", "1s").at("2s", SCRIPT_ERROR);

      assertThat(signals(history))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-2", "e-3"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form > INPUT.zip",
        "textarea",
        "#qty",
        ".Quantity",
        ".stepper-plus",
        "a.next",
        "a.prev",
        ".DatePicker td",
        ".calendar",
        ".gallery img",
        ".carousel",
        "[data-no-rage-click]",
      })
  void fromAQuietElementThereIsNoClickSignal(String quiet) {
    History history = new History();
    for (int time = 0; time < 3; time++) {
      history.at("0." + time + "s", ELEMENT_CLICKED, dead(quiet));
      history.at("0." + time + "s", SCRIPT_ERROR);
    }
    assertThat(signals(history)).isEmpty();
  }

  @Test
  void aQuietClickIsNotEvenBetween() {
    History history =
        new History()
            .at("0s", ELEMENT_CLICKED, place("#pay", 0, 0))
            .at("0.1s", ELEMENT_CLICKED, place("#qty", 0, 0))
            .at("0.2s", ELEMENT_CLICKED, place("#pay", 0, 0));

    assertThat(signals(history)).isEmpty();
    assertThat(signals(history.at("0.3s", ELEMENT_CLICKED, place("#pay", 0, 0))))
        .extracting(ExpectedSignal::kind, ExpectedSignal::evidence)
        .containsExactly(tuple("rage_click", List.of("e-1", "e-3", "e-4")));
  }

  private static History clicks(@Nullable String selector, String... times) {
    History history = new History();
    for (String time : times) {
      history.at(time, ELEMENT_CLICKED, element(selector));
    }
    return history;
  }

  private List<ExpectedSignal> signals(History history) {
    return oracle.signals(history.events());
  }
}

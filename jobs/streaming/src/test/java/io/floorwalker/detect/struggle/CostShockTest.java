package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.cartViewed;
import static io.floorwalker.testkit.StruggleEvents.costShown;
import static io.floorwalker.testkit.StruggleEvents.stepLeft;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostShockTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.COST_SHOCK;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(costShown(), stepLeft("pay"));
  }

  @Override
  Duration window() {
    return Duration.ofSeconds(20);
  }

  @Test
  void isALookAtTheCart() {
    inTheEnd(begun().at("0s", costShown()).at("10s", cartViewed())).emits(expected());
  }

  @Test
  void isAStepOfBefore() {
    inTheEnd(
            begun()
                .at("0s", stepViewed("ship"))
                .at("1s", stepViewed("pay"))
                .at("2s", costShown())
                .at("10s", stepViewed("ship")))
        .emits(expected().step("ship"));
  }

  @Test
  void isNotTheNextStep() {
    inTheEnd(
            begun().at("0s", stepViewed("ship")).at("2s", costShown()).at("10s", stepViewed("pay")))
        .emitsNothing();
  }

  @Test
  void isNotThePresentStep() {
    inTheEnd(
            begun()
                .at("0s", stepViewed("ship"))
                .at("2s", costShown())
                .at("10s", stepViewed("ship")))
        .emitsNothing();
  }

  @Test
  void isNotALookAtTheCartBefore() {
    inTheEnd(begun().at("0s", cartViewed()).at("2s", costShown())).emitsNothing();
  }

  @Test
  void usesEachLeavingOnce() {
    inTheEnd(
            begun()
                .at("0s", costShown())
                .at("5s", costShown())
                .at("10s", stepLeft("pay"))
                .at("12s", cartViewed()))
        .emits(expected().at("10s").evidence("e-1", "e-3"));
  }
}

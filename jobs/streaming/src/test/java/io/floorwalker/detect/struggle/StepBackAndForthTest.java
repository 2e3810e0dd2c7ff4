package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.stepCompleted;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepBackAndForthTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.STEP_BACK_AND_FORTH;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(stepViewed("ship"), stepViewed("pay"), stepViewed("ship"), stepViewed("pay"));
  }

  @Override
  Duration window() {
    return Duration.ofMinutes(3);
  }

  @Test
  void isNotOnceBack() {
    inTheEnd(
            begun()
                .at("0m", stepViewed("ship"))
                .at("1m", stepViewed("pay"))
                .at("2m", stepViewed("ship"))
                .at("2m30s", stepViewed("review")))
        .emitsNothing();
  }

  @Test
  void isNotAStepThatIsShownAgain() {
    inTheEnd(
            begun()
                .at("00s", stepViewed("ship"))
                .at("10s", stepViewed("ship"))
                .at("20s", stepViewed("ship"))
                .at("30s", stepViewed("ship")))
        .emitsNothing();
  }

  @Test
  void needsViews() {
    inTheEnd(
            begun()
                .at("0m", stepViewed("ship"))
                .at("1m", stepViewed("pay"))
                .at("2m", stepViewed("ship"))
                .at("2m30s", stepCompleted("pay")))
        .emitsNothing();
  }

  @Test
  void ofAStepThatIsShownTwiceIsTheSame() {
    inTheEnd(
            begun()
                .at("0m", stepViewed("ship"))
                .at("10s", stepViewed("ship"))
                .at("20s", stepViewed("pay"))
                .at("30s", stepViewed("ship"))
                .at("40s", stepViewed("pay").id("last")))
        .emits(expected().at("40s").step("pay"));
  }

  @Test
  void isNotHeldBackByWhatBeganBefore() {
    after(
            begun()
                .at("0s", stepViewed("address"))
                .at("10s", stepViewed("ship"))
                .at("20s", stepViewed("pay"))
                .at("30s", stepViewed("ship"))
                .at("40s", stepViewed("pay"))
                .watermark("40s"))
        .emits(expected().at("40s"));
  }
}

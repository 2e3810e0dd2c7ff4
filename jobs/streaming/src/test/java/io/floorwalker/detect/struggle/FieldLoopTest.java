package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.fieldRefused;
import static io.floorwalker.testkit.StruggleEvents.stepCompleted;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldLoopTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.FIELD_LOOP;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(fieldRefused("zip"), fieldRefused("zip"), fieldRefused("zip"));
  }

  @Override
  Duration window() {
    return Duration.ofMinutes(2);
  }

  @Test
  void isNotMadeOfTwoFields() {
    inTheEnd(
            begun()
                .at("0s", fieldRefused("zip"))
                .at("30s", fieldRefused("zip"))
                .at("60s", fieldRefused("email")))
        .emitsNothing();
  }

  @Test
  void startsAnewAfterASuccess() {
    inTheEnd(
            begun()
                .at("0s", fieldRefused("zip"))
                .at("30s", fieldRefused("zip"))
                .at("60s", stepCompleted("address"))
                .at("90s", fieldRefused("zip")))
        .emitsNothing();
  }

  @Test
  void startsAnewAfterASuccessBehindTheFirst() {
    inTheEnd(
            begun()
                .at("0s", fieldRefused("zip"))
                .at("30s", stepCompleted("address"))
                .at("60s", fieldRefused("zip"))
                .at("90s", fieldRefused("zip")))
        .emitsNothing();
  }

  @Test
  void isNotHeldBackByWhatBeganBefore() {
    after(
            begun()
                .at("0s", fieldRefused("email"))
                .at("30s", fieldRefused("zip"))
                .at("60s", fieldRefused("zip"))
                .at("90s", fieldRefused("zip"))
                .watermark("90s"))
        .emits(expected().field("zip").at("90s"));
  }

  @Test
  void ofTheFieldThatIsCompleteFirstEndsWhatTheOtherBegan() {
    inTheEnd(
            begun()
                .at("0s", fieldRefused("email"))
                .at("10s", fieldRefused("zip"))
                .at("20s", fieldRefused("email"))
                .at("30s", fieldRefused("zip"))
                .at("40s", fieldRefused("email"))
                .at("50s", fieldRefused("zip")))
        .emits(expected().field("email").at("40s"));
  }

  @Test
  void knowsTheStepAndTheFieldAtItsLastEvidence() {
    inTheEnd(
            begun()
                .at("0s", stepViewed("address"))
                .at("10s", fieldRefused("zip"))
                .at("20s", fieldRefused("zip"))
                .at("30s", stepViewed("payment"))
                .at("40s", fieldRefused("zip")))
        .emits(expected().field("zip").step("payment"));
  }
}

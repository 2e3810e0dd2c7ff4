package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.StruggleEvents.clicked;
import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static io.floorwalker.testkit.StruggleEvents.paymentPending;
import static io.floorwalker.testkit.StruggleEvents.paymentSucceeded;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepStallTest extends AbsenceTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.STEP_STALL;
  }

  @Override
  ShopEvent call() {
    return stepViewed("shipping");
  }

  @Override
  ShopEvent answer() {
    return event("page_viewed");
  }

  @Override
  Duration patience() {
    return Duration.ofSeconds(90);
  }

  @Test
  void isSaidAtTheStepWhereItStalled() {
    inTheEnd(called().at(end(0), stepViewed("payment")).at(end(1), clicked("#pay")))
        .emits(expected().step("shipping"));
  }

  @Test
  void isNotBrokenByATypeThatNobodyKnows() {
    inTheEnd(called().at(end(-1), event("page_imagined"))).emits(expected());
  }

  @Test
  void isBrokenByAnEventOfItsOwnMillisecond() {
    inTheEnd(begun().at("1m", stepViewed("shipping").id("a")).at("1m", clicked("#pay").id("b")))
        .emitsNothing();
  }

  @Test
  void waitsFromTheSecondViewOn() {
    inTheEnd(begun().at("0m", stepViewed("address")).at("1m29s", stepViewed("shipping").id("b")))
        .emits(expected().evidence("b").at("2m59s").step("shipping"));
  }

  @Test
  void isSaidOfEveryStepThatStalls() {
    inTheEnd(begun().at("0m", stepViewed("address")).at("1m30s", stepViewed("shipping")))
        .emits(expected().step("address").at("1m30s"), expected().step("shipping").at("3m"));
  }

  @Test
  void isNotSaidWhileAPaymentIsPending() {
    inTheEnd(begun().at("0m", paymentPending()).at("1m", stepViewed("review"))).emitsNothing();
  }

  @Test
  void isSaidAgainWhenThePaymentIsDeclined() {
    inTheEnd(
            begun()
                .at("0m", paymentPending())
                .at("30s", paymentDeclined())
                .at("1m", stepViewed("payment")))
        .emits(expected().at("2m30s"));
  }

  @Test
  void isSaidAgainWhenThePaymentSucceeds() {
    inTheEnd(
            begun()
                .at("0m", paymentPending())
                .at("30s", paymentSucceeded())
                .at("1m", stepViewed("payment")))
        .emits(expected().at("2m30s"));
  }

  @Test
  void isNotSaidAfterTheOrder() {
    inTheEnd(begun().at("0m", order().placed()).at("1m", stepViewed("thanks"))).emitsNothing();
  }
}

package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.payment;
import static io.floorwalker.testkit.StruggleEvents.clicked;
import static io.floorwalker.testkit.StruggleEvents.declinedForGood;
import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentGaveUpTest extends AbsenceTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.PAYMENT_GAVE_UP;
  }

  @Override
  ShopEvent call() {
    return declinedForGood();
  }

  @Override
  List<ShopEvent> meanwhile() {
    return List.of(clicked("#help"));
  }

  @Override
  ShopEvent answer() {
    return payment().started();
  }

  @Override
  Duration patience() {
    return Duration.ofSeconds(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EventTypes.PAYMENT_STARTED,
        EventTypes.PAYMENT_INFO_ENTERED,
        EventTypes.PAYMENT_PENDING,
        EventTypes.PAYMENT_SUCCEEDED
      })
  void isNotSaidWhereThereIsAnotherAttempt(String type) {
    inTheEnd(called().at(end(-1), event(type))).emitsNothing();
  }

  @Test
  void isNotSaidOfWhoIsGone() {
    inTheEnd(begun().at("1m", declinedForGood())).emitsNothing().leavesNoState();
  }

  @Test
  void isNotSaidOfWhoComesBackAtTheEndOfTheMinute() {
    inTheEnd(begun().at("1m", declinedForGood()).at("2m", clicked("#help"))).emitsNothing();
  }

  @Test
  void isNotSaidOfWhoIsOnlyThereInItsOwnMillisecond() {
    inTheEnd(begun().at("1m", declinedForGood().id("a")).at("1m", clicked("#help").id("b")))
        .emitsNothing();
  }

  @Test
  void isSaidOfWhoIsThereInTheLastMillisecond() {
    inTheEnd(begun().at("1m", declinedForGood()).at(end(-1), clicked("#help")))
        .emits(expected().at("2m"));
  }

  @Test
  void isNotSaidWhereItMayWorkInAMinute() {
    inTheEnd(begun().at("1m", paymentDeclined()).at("1m20s", clicked("#help"))).emitsNothing();
  }

  @Test
  void isSaidOfTheLastAttempt() {
    // Two declines of two different five minutes, which are no loop.
    inTheEnd(
            begun()
                .at("0m", declinedForGood().id("a"))
                .at("20s", event(EventTypes.PAYMENT_SUCCEEDED))
                .at("50s", declinedForGood().id("b"))
                .at("55s", clicked("#help")))
        .emits(expected().evidence("b").at("1m50s"));
  }

  @Test
  void isSaidAtTheStepWhereTheShopperWasLast() {
    inTheEnd(
            called()
                .at("1m30s", stepViewed("shipping"))
                .at("1m40s", clicked("#help"))
                .at("2m", stepViewed("address"))
                .at("2m1s", clicked("#help")))
        .emits(expected().step("shipping"));
  }

  @Test
  void isSaidAfterAnOrderToo() {
    inTheEnd(called().at("1m30s", order().placed())).emits(expected());
  }
}

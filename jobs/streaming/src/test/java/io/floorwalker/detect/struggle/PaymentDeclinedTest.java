package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static io.floorwalker.testkit.StruggleEvents.paymentSucceeded;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentDeclinedTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.PAYMENT_DECLINED;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(paymentDeclined(), paymentDeclined());
  }

  @Override
  Duration window() {
    return Duration.ofMinutes(5);
  }

  @Test
  void startsAnewAfterAPayment() {
    inTheEnd(
            begun()
                .at("0m", paymentDeclined())
                .at("1m", paymentSucceeded())
                .at("3m", paymentDeclined()))
        .emitsNothing();
  }

  @Test
  void usesEachDeclineOnce() {
    inTheEnd(
            begun()
                .at("0m", paymentDeclined())
                .at("1m", paymentDeclined())
                .at("2m", paymentDeclined())
                .at("3m", paymentDeclined())
                .at("4m", paymentDeclined()))
        .emits(expected().at("1m"), expected().at("3m"));
  }
}

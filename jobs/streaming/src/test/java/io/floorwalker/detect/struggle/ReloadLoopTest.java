package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.payment;
import static io.floorwalker.testkit.StruggleEvents.reloaded;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReloadLoopTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.RELOAD_LOOP;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(reloaded("/pay"), reloaded("/pay"), reloaded("/pay"));
  }

  @Override
  Duration window() {
    return Duration.ofMinutes(1);
  }

  @Override
  List<ShopEvent> before() {
    return List.of(checkout().started());
  }

  @Test
  void isNotMadeOfTwoPages() {
    inTheEnd(
            begun()
                .at("10s", reloaded("/pay"))
                .at("20s", reloaded("/shipping"))
                .at("30s", reloaded("/pay")))
        .emitsNothing();
  }

  @Test
  void isNotMadeOfPagesThatNobodyKnows() {
    inTheEnd(
            begun()
                .at("10s", event(EventTypes.PAGE_RELOADED))
                .at("20s", event(EventTypes.PAGE_RELOADED))
                .at("30s", event(EventTypes.PAGE_RELOADED)))
        .emitsNothing();
  }

  @Test
  void isSaidWhileThePaymentIsUnderWay() {
    inTheEnd(
            begun()
                .at("5s", payment().started())
                .at("10s", reloaded("/pay"))
                .at("20s", reloaded("/pay"))
                .at("30s", reloaded("/pay")))
        .emits(expected().page("/pay"));
  }

  @Test
  void isNotHeldBackByWhatBeganBefore() {
    inTheEnd(
            begun()
                .at("10s", reloaded("/shipping"))
                .at("11s", reloaded("/pay"))
                .at("12s", reloaded("/pay"))
                .at("13s", reloaded("/pay"))
                .at("14s", reloaded("/shipping"))
                .at("15s", reloaded("/shipping")))
        .emits(expected().page("/pay").at("13s"));
  }

  @Test
  void isNotSaidBeforeTheCheckout() {
    inTheEnd(
            begun()
                .at("10s", reloaded("/pay").by("c-2"))
                .at("20s", reloaded("/pay").by("c-2"))
                .at("30s", reloaded("/pay").by("c-2")))
        .emitsNothing();
  }
}

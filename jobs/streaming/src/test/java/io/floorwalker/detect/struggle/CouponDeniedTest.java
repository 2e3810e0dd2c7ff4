package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.couponApplied;
import static io.floorwalker.testkit.StruggleEvents.couponDenied;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CouponDeniedTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.COUPON_DENIED;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(couponDenied(), couponDenied());
  }

  @Override
  Duration window() {
    return Duration.ofMinutes(3);
  }

  @Test
  void startsAnewAfterACouponThatIsApplied() {
    inTheEnd(begun().at("0m", couponDenied()).at("1m", couponApplied()).at("2m", couponDenied()))
        .emitsNothing();
  }

  @Test
  void ofThreeDenialsIsOne() {
    inTheEnd(begun().at("0m", couponDenied()).at("1m", couponDenied()).at("2m", couponDenied()))
        .emits(expected().at("1m"));
  }
}

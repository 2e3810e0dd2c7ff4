package io.floorwalker.detect.abandonment;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.page;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import org.junit.jupiter.api.Test;

/**
 * Flink's own cases of a pattern that ends with {@code notFollowedBy} and {@code within}, told as
 * carts. They are those of {@code NotPatternITCase} in {@code flink-libraries/flink-cep} of Apache
 * Flink; each names the method that it comes from. There a, b and c are names of events; here a
 * touches the cart, b orders it and c looks at a page, or enters the checkout. The bound there, a
 * few milliseconds, is the cart's 30 minutes here.
 */
class NotFollowedByTest {

  /**
   * {@code testNotFollowedByWithinFirstAndLastAtEnd}: of three, only the second is not followed.
   */
  @Test
  void onlyTheOneThatNothingFollowsInTimeIsFound() {
    after(
            timeline()
                .at("10m", cart().added("shoes"))
                .at("20m", order().placed())
                .at("40m", cart().added("socks").id("a-2"))
                .at("50m", page().viewed())
                .at("100m", order().placed())
                .at("110m", cart().added("hat"))
                .at("130m", order().placed())
                .watermark("72h"))
        .emits(abandoned().evidence("a-2").deadline("70m"))
        .leavesNoState();
  }

  /**
   * {@code testNotFollowedByWithinPreviousAndCurrentAtEnd}: the same result, with a bound that
   * Flink measures from event to event. It has no timer of its own there; that ours fires without
   * any further event is what this adds.
   */
  @Test
  void itIsFoundWithoutAnyFurtherEvent() {
    after(timeline().at("40m", cart().added("socks").id("a-2")).watermark("70m"))
        .emits(abandoned().evidence("a-2").deadline("70m"));
  }

  /**
   * {@code testNotFollowByBeforeTimesWithin}: behind the negative part there may be c, none to two
   * times. Flink finds the first a in spite of its b, since a tail that may be absent lets it end
   * before b is asked for, and each other a once for each length of the tail. A cart has no such
   * tail: looking on is no part of it, so each is found once, and the ordered one is not.
   */
  @Test
  void whatMayFollowMakesNeitherMoreNorOthers() {
    after(
            timeline()
                .at("10m", cart().added("shoes"))
                .at("20m", order().placed())
                .at("100m", cart().added("socks").id("a-2"))
                .at("110m", page().viewed())
                .at("120m", page().viewed())
                .at("200m", cart().added("hat").id("a-3"))
                .at("210m", page().viewed())
                .at("240m", page().viewed())
                .watermark("5h"))
        .emits(
            abandoned().evidence("a-2").deadline("130m"),
            abandoned().evidence("a-3").deadline("230m"));
  }

  /**
   * {@code testNotFollowedByWithinAtEndAfterMatch}: several a, then c, and no b behind it. Of all
   * that begin at one a or another, the longest is found, once. The c behind the bound belongs to
   * no a there; a checkout without a cart is an intent of its own here.
   */
  @Test
  void severalInARowAreOneFromTheFirstToTheLast() {
    after(
            timeline()
                .at("10m", cart().added("shoes"))
                .at("11m", cart().added("shoes"))
                .at("12m", cart().added("shoes"))
                .at("13m", checkout().started().id("c-1"))
                .at("60m", checkout().started().id("c-2"))
                .watermark("3h"))
        .emits(
            detection("checkout_abandoned")
                .firstEvidence("10m")
                .evidence("c-1")
                .deadline("43m")
                .lines("shoes x3"),
            detection("checkout_abandoned").firstEvidence("60m").evidence("c-2").deadline("90m"));
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(
        events -> CartDetector.attach(events, Settings.builtIn(), "test-job").detections());
  }
}

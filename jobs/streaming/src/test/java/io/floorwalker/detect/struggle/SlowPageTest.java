package io.floorwalker.detect.struggle;

import static io.floorwalker.detect.struggle.SignalTimelines.after;
import static io.floorwalker.detect.struggle.SignalTimelines.inTheEnd;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.payment;
import static io.floorwalker.testkit.SignalCondition.signal;
import static io.floorwalker.testkit.StruggleEvents.pageMeasured;

import io.floorwalker.contract.Ids;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.SignalCondition;
import io.floorwalker.testkit.Timeline;
import org.junit.jupiter.api.Test;

/** One event is all of its evidence, so it has no window and nothing to interleave. */
class SlowPageTest {

  @Test
  void isSaidAtTheMeasureItself() {
    after(inCheckout().at("1m", pageMeasured(4001, 0).id("measure")).watermark("1m"))
        .emits(slow().at("1m").id(Ids.signal("slow_page", "measure")).evidence("measure").weight(1))
        .counts("slow_page", 1);
  }

  @Test
  void isAPageThatAnswersSlowlyToo() {
    inTheEnd(inCheckout().at("1m", pageMeasured(0, 501))).emits(slow());
  }

  @Test
  void isNotAPageThatIsJustFastEnough() {
    inTheEnd(inCheckout().at("1m", pageMeasured(4000, 500))).emitsNothing();
  }

  @Test
  void isNotAPageOfWhichNothingIsMeasured() {
    inTheEnd(inCheckout().at("1m", event("page_vitals"))).emitsNothing();
  }

  @Test
  void isNotAPageBeforeTheCheckout() {
    inTheEnd(
            timeline()
                .at("0m", cart().added("shoes", "79.00"))
                .at("1m", pageMeasured(9000, 9000))
                .at("2m", checkout().started()))
        .emitsNothing();
  }

  @Test
  void isAPageOfThePayment() {
    inTheEnd(timeline().at("0m", payment().started()).at("1m", pageMeasured(4001, 0)))
        .emits(slow());
  }

  @Test
  void isEverySlowPage() {
    inTheEnd(
            inCheckout()
                .at("1m", pageMeasured(4001, 0).id("a"))
                .at("1m", pageMeasured(4001, 0).id("b")))
        .emits(slow().evidence("a"), slow().evidence("b"));
  }

  @Test
  void isNotOfAnotherSession() {
    inTheEnd(inCheckout().at("1m", pageMeasured(4001, 0).by("c-2"))).emitsNothing();
  }

  @Test
  void isNotSaidWhereItIsLate() {
    inTheEnd(inCheckout().watermark("1m").at("1m", pageMeasured(4001, 0)))
        .emitsNothing()
        .late(SessionStep.LATE, 1)
        .leavesNoState();
  }

  @Test
  void isSaidOnceWhereItComesTwice() {
    inTheEnd(
            inCheckout()
                .at("1m", pageMeasured(4001, 0).id("same"))
                .at("1m", pageMeasured(4001, 0).id("same")))
        .emits(slow())
        .counts("repeated", 1);
  }

  @Test
  void isTheSameWhereTheJobFails() {
    inTheEnd(inCheckout().restoreAt(2).at("1m", pageMeasured(4001, 0)).restoreAt(3))
        .emits(slow())
        .leavesNoState();
  }

  private static SignalCondition slow() {
    return signal("slow_page");
  }

  private static Timeline<ShopEvent, Received> inCheckout() {
    return timeline().at("0m", checkout().started());
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }
}

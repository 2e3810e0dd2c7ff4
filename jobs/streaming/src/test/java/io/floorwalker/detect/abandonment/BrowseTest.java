package io.floorwalker.detect.abandonment;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.page;
import static io.floorwalker.testkit.ShopEvents.payment;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.DetectionCondition;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who only looks: three products of one category or two searches, and then nothing for an hour. */
class BrowseTest {

  @Test
  void threeProductsOfOneCategoryAreABrowse() {
    after(
            timeline()
                .at("0m", viewed("boots", "shoes").id("v-1"))
                .at("5m", viewed("clogs", "shoes").id("v-2"))
                .at("9m", viewed("pumps", "shoes").id("v-3"))
                .watermark("69m"))
        .emits(
            browse()
                .id(Ids.detection("browse_abandoned", "", "v-3"))
                .deadline("69m")
                .firstEvidence("0m")
                .lastEvidence("9m")
                .evidence("v-1", "v-2", "v-3")
                .lines("boots x1", "clogs x1", "pumps x1")
                .withoutValue()
                .stage("browse")
                .cause("unknown"));
  }

  @Test
  void nothingIsSaidBeforeTheDeadlineHasPassed() {
    after(three().watermark("61m59s999ms")).emitsNothing();
  }

  @Test
  void laterLooksRestartTheClockAndStandLast() {
    after(three().at("30m", viewed("boots", "shoes").id("again")).watermark("3h"))
        .emits(browse().deadline("90m").evidence("v-1", "v-2", "v-3", "again").lines(3));
  }

  @Test
  void aThirdOfAnotherCategoryIsNoBrowse() {
    after(
            timeline()
                .at("0m", viewed("boots", "shoes"))
                .at("1m", viewed("clogs", "shoes"))
                .at("2m", viewed("hat", "hats"))
                .at("3m", viewed("boots", "shoes"))
                .watermark("48h"))
        .emitsNothing()
        .leavesNoState()
        .leavesTimers(0);
  }

  @Test
  void productsWithoutCategoryAreNone() {
    after(
            timeline()
                .at("0m", page().viewed("a"))
                .at("1m", page().viewed("b"))
                .at("2m", page().viewed("c"))
                .watermark("24h"))
        .emitsNothing();
  }

  @Test
  void aLookInTheLastMillisecondGoesOnAndOneAtTheDeadlineDoesNot() {
    after(
            timeline()
                .at("0m", viewed("boots", "shoes"))
                .at("1m", viewed("clogs", "shoes"))
                .at("60m59s999ms", viewed("pumps", "shoes"))
                .watermark("24h"))
        .emits(browse().firstEvidence("0m").deadline("120m59s999ms"));
    after(
            timeline()
                .at("0m", viewed("boots", "shoes"))
                .at("1m", viewed("clogs", "shoes"))
                .at("61m", viewed("pumps", "shoes"))
                .watermark("24h"))
        .emitsNothing();
  }

  @Test
  void ofTwoCategoriesTheFullerOneIsReported() {
    after(
            three()
                .at("3m", viewed("cap", "hats"))
                .at("4m", viewed("hood", "hats"))
                .at("5m", viewed("bonnet", "hats").id("last"))
                .watermark("24h"))
        .emits(browse().lines(3).evidence("v-1", "v-2", "v-3", "last"));
  }

  @Test
  void theNextLooksAreANewSpell() {
    after(
            three()
                .at("62m", viewed("boots", "shoes").id("w-1"))
                .at("63m", viewed("clogs", "shoes").id("w-2"))
                .at("64m", viewed("pumps", "shoes").id("w-3"))
                .watermark("24h"))
        .emits(
            browse().deadline("62m"),
            browse().firstEvidence("62m").evidence("w-1", "w-2", "w-3").deadline("124m"));
  }

  @Nested
  class ASearch {

    @Test
    void isTwoSearchesLessThanHalfAnHourApart() {
      after(
              timeline()
                  .at("0m", searched().id("s-1"))
                  .at("29m59s999ms", searched().id("s-2"))
                  .watermark("24h"))
          .emits(
              detection("search_abandoned")
                  .id(Ids.detection("search_abandoned", "", "s-2"))
                  .evidence("s-1", "s-2")
                  .lines(0)
                  .stage("search")
                  .deadline("89m59s999ms"));
      after(timeline().at("0m", searched()).at("30m", searched()).watermark("24h")).emitsNothing();
    }

    @Test
    void outranksABrowse() {
      after(
              three()
                  .at("3m", searched().id("s-1"))
                  .at("4m", searched().id("s-2"))
                  .at("5m", viewed("boots", "shoes").id("last"))
                  .watermark("24h"))
          .emits(
              detection("search_abandoned")
                  .evidence("s-1", "s-2", "last")
                  .lines(3)
                  .deadline("65m"));
    }

    @Test
    void hasATimeOfItsOwn() {
      timeline()
          .at("0m", searched())
          .at("1m", searched())
          .watermark("24h")
          .through(
              events ->
                  CartDetector.attach(
                          events,
                          Settings.builtIn().with(Map.of("abandonment.search.after", "5m")),
                          "test-job")
                      .detections())
          .emits(detection("search_abandoned").deadline("6m"));
    }
  }

  @Nested
  class ACart {

    @Test
    void takesOverInTheLastMillisecond() {
      after(three().at("61m59s999ms", cart().added("boots")).watermark("24h")).emits(abandoned());
    }

    @Test
    void comesTooLateAtTheDeadline() {
      after(three().at("62m", cart().added("boots")).watermark("24h"))
          .emits(browse().deadline("62m"), abandoned().firstEvidence("62m"));
    }

    @Test
    void thatIsOpenHidesLooks() {
      after(
              timeline()
                  .at("0m", cart().added("boots"))
                  .at("1m", viewed("boots", "shoes"))
                  .at("2m", viewed("clogs", "shoes"))
                  .at("3m", viewed("pumps", "shoes"))
                  .watermark("24h"))
          .emits(abandoned().deadline("30m"));
    }

    @Test
    void whosePaymentIsOnItsWayHidesThemToo() {
      after(
              timeline()
                  .at("0m", payment().started())
                  .at("1m", event(EventTypes.PAYMENT_PENDING))
                  .at("3h", viewed("boots", "shoes"))
                  .at("3h1m", viewed("clogs", "shoes"))
                  .at("3h2m", viewed("pumps", "shoes"))
                  .watermark("24h"))
          .emitsNothing();
    }

    @Test
    void thatWasAbandonedLeavesRoomForANewSpell() {
      after(
              timeline()
                  .at("0m", cart().added("boots"))
                  .at("30m", viewed("boots", "shoes"))
                  .at("31m", viewed("clogs", "shoes"))
                  .at("32m", viewed("pumps", "shoes"))
                  .watermark("24h"))
          .emits(abandoned().deadline("30m"), browse().firstEvidence("30m").deadline("92m"));
    }
  }

  @Test
  void anOrderEndsIt() {
    after(three().at("3m", order().placed()).watermark("48h")).emitsNothing().leavesNoState();
  }

  @Test
  void aMachineDoesNotBrowse() {
    after(
            timeline()
                .at("0m", viewed("boots", "shoes").with(event -> event.setIsBot(true)))
                .at("1m", viewed("clogs", "shoes").with(event -> event.setIsBot(true)))
                .at("2m", viewed("pumps", "shoes").with(event -> event.setIsBot(true)))
                .watermark("24h"))
        .emitsNothing();
  }

  @Test
  void whatWasOutOfStockOrSlowIsTold() {
    after(three().at("3m", event(EventTypes.OUT_OF_STOCK_SHOWN)).watermark("24h"))
        .emits(browse().cause("out_of_stock").evidence("v-1", "v-2", "v-3").deadline("62m"));
    after(three().at("61m", slow()).watermark("24h"))
        .emits(browse().cause("slow_page").deadline("62m"));
    after(three().at("62m", slow()).watermark("24h")).emits(browse().cause("unknown"));
  }

  @Test
  void orderOfArrivalRepeatsAndRestoresChangeNothing() {
    after(
            timeline()
                .at("2m", viewed("pumps", "shoes").id("v-3"))
                .at("0m", viewed("boots", "shoes").id("v-1"))
                .at("1m", viewed("clogs", "shoes").id("v-2").by("ann"))
                .at("1m", viewed("clogs", "shoes").id("v-2"))
                .at("1m", viewed("clogs", "shoes").id("v-2"))
                .watermark("90s")
                .restore()
                .watermark("30m")
                .restoreAt(2)
                .watermark("62m"))
        .emits(browse().evidence("v-1", "v-2", "v-3").deadline("62m"))
        .counts("repeated", 1);
  }

  private static Timeline<ShopEvent, Received> three() {
    return timeline()
        .at("0m", viewed("boots", "shoes").id("v-1"))
        .at("1m", viewed("clogs", "shoes").id("v-2"))
        .at("2m", viewed("pumps", "shoes").id("v-3"));
  }

  private static DetectionCondition browse() {
    return detection("browse_abandoned");
  }

  private static ShopEvent viewed(String product, String category) {
    return event(EventTypes.PRODUCT_VIEWED)
        .with(
            event ->
                event.setProduct(
                    ProductLine.newBuilder().setProductId(product).setCategory(category).build()));
  }

  private static ShopEvent searched() {
    return event(EventTypes.PRODUCTS_SEARCHED);
  }

  private static ShopEvent slow() {
    return event(EventTypes.PAGE_VITALS)
        .with(event -> event.setInteraction(Interaction.newBuilder().setLcpMs(9_000).build()));
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(
        events -> CartDetector.attach(events, Settings.builtIn(), "test-job").detections());
  }
}

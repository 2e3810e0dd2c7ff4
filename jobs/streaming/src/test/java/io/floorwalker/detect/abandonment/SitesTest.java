package io.floorwalker.detect.abandonment;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.page;
import static io.floorwalker.testkit.ShopEvents.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Ids;
import io.floorwalker.detect.cep.PatternRule;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/**
 * Two sites, of which {@code outlet} has a patience of its own: 10 min, and 5 min with a payment.
 */
class SitesTest {
  private static final Settings SETTINGS =
      Settings.builtIn()
          .with(
              Map.of(
                  "sites.outlet.abandonment.cart.after", "10m",
                  "sites.outlet.abandonment.payment.after", "5m",
                  "sites.outlet.abandonment.browse.products", "1",
                  "rules.cart_abandoned.version", "7"));

  @Test
  void eachIsLeftAfterItsOwnTime() {
    after(
            timeline()
                .at("0m", cart().added("shoes").by("ann"))
                .at("0m", atOutlet(cart().added("socks").by("bob")))
                .watermark("2h"))
        .emits(abandoned().by("bob").deadline("10m"), abandoned().by("ann").deadline("30m"))
        .counts("cart_abandoned", 2);
  }

  @Test
  void theEdgeIsThatOfTheSite() {
    after(
            timeline()
                .at("0m", atOutlet(cart().added("shoes")))
                .at("9m59s999ms", atOutlet(cart().added("socks")))
                .at("19m59s999ms", atOutlet(cart().added("hat")))
                .watermark("2h"))
        .emits(
            abandoned().firstEvidence("0m").deadline("19m59s999ms"),
            abandoned().firstEvidence("19m59s999ms").deadline("29m59s999ms"));
  }

  @Test
  void whoGoesToAnotherSiteIsWaitedForAsThere() {
    after(
            timeline()
                .at("0m", atOutlet(cart().added("shoes")))
                .at("9m", cart().added("socks"))
                .watermark("2h"))
        .emits(abandoned().firstEvidence("0m").deadline("39m"));
    after(
            timeline()
                .at("0m", cart().added("shoes"))
                .at("9m", atOutlet(cart().added("socks")))
                .watermark("2h"))
        .emits(abandoned().firstEvidence("0m").deadline("19m"));
  }

  @Test
  void aStageWithoutAnotherTimeHasTheCommonOne() {
    after(
            timeline()
                .at("0m", atOutlet(payment().started().by("ann")))
                .at("0m", payment().started().by("bob"))
                .watermark("2h"))
        .emits(
            detection("payment_abandoned").deadline("5m"),
            detection("payment_abandoned").deadline("15m"));
  }

  @Test
  void oneProductMayBeEnoughForABrowse() {
    after(
            timeline()
                .at("0m", atOutlet(seen("hat").by("ann")))
                .at("0m", seen("hat").by("bob"))
                .watermark("3h"))
        .emits(detection("browse_abandoned").deadline("60m"));
  }

  @Test
  void aRestoreForgetsNoSite() {
    after(
            timeline()
                .at("0m", atOutlet(cart().added("shoes")))
                .watermark("5m")
                .restoreAt(3)
                .at("9m", atOutlet(cart().added("socks")))
                .watermark("2h"))
        .emits(abandoned().firstEvidence("0m").deadline("19m"));
  }

  @Test
  void aVersionStandsInTheRecordAndInNoId() {
    assertThat(after(timeline().at("0m", cart().added("shoes").id("e-1")).watermark("2h")).output())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.getRuleVersion()).isEqualTo("7");
              assertThat(found.getDetectionId())
                  .isEqualTo(Ids.detection("cart_abandoned", "", "e-1"));
            });
  }

  @Test
  void onlyAStageThatDiffersHasAPatternMore() {
    Settings settings = SETTINGS.with(Map.of("sites.outlet.abandonment.checkout.after", "30m"));

    assertThat(new Silences(Cart.Timing.from(settings)).rules())
        .extracting(PatternRule::name)
        .filteredOn(name -> name.contains(" at "))
        .containsExactly("cart abandoned at outlet", "payment abandoned at outlet");
  }

  @Test
  void aCartThatWouldBeForgottenFirstIsRefused() {
    assertThatThrownBy(
            () ->
                Cart.Timing.check(
                    Settings.builtIn().with(Map.of("sites.b2b.abandonment.cart.after", "14d"))))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("sites.b2b.abandonment.cart.after is PT336H")
        .hasMessageContaining("abandonment.cart.kept only PT168H");
  }

  private static ShopEvent atOutlet(ShopEvent event) {
    return event.with(made -> made.setSite("outlet"));
  }

  private static ShopEvent seen(String product) {
    return page().viewed(product).with(event -> event.getProduct().setCategory("clothes"));
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(events -> detect(events, SETTINGS));
  }

  private static DataStream<Detection> detect(DataStream<Received> events, Settings settings) {
    return CartDetector.attach(events, settings, "test-job").detections();
  }
}

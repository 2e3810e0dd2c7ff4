package io.floorwalker.detect.abandonment;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that others have published, as the settings files in {@code deploy/conf/rules}. */
class PublishedRulesTest {
  private static final Path RULES =
      Path.of(System.getProperty("floorwalker.root"), "deploy/conf/rules");

  static Stream<Path> files() throws Exception {
    return Files.list(RULES).sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachFileIsASettingsFileThatSaysWhoseItIs(Path file) throws Exception {
    Cart.Timing.check(Settings.read(List.of(file), Map.of(), List.of()));
    assertThat(Files.readString(file)).startsWith("# ").contains("published");
  }

  @ParameterizedTest
  @CsvSource({
    "braze, 4h",
    "segment, 2h",
    "klaviyo, 4h",
    "wix, 1h",
    "youcan, 10m",
    "oracle-buying-experience, 14d",
  })
  void aCartIsLeftWhenItWasNotTouchedForSoLong(String rule, String after) throws Exception {
    Timeline<ShopEvent, Received> left =
        timeline().at("0m", cart().added("shoes")).watermark(after);
    after(rule, left).emits(abandoned().deadline(after));
    after(rule, timeline().at("0m", cart().added("shoes")).at(after, order().placed()).end())
        .emits(abandoned().deadline(after));
  }

  /** Braze: every update of the cart enters it anew; an order, and nothing else, is an exit. */
  @Test
  void brazeBeginsAnewWithEveryUpdate() throws Exception {
    after(
            "braze",
            timeline()
                .at("0h", cart().added("shoes"))
                .at("3h59m", cart().updated())
                .at("3h59m59s", cart().added("socks").id("last"))
                .watermark("9h"))
        .emits(abandoned().firstEvidence("3h59m59s").evidence("last").deadline("7h59m59s"));
  }

  /** Braze: an hour behind the view of a product; an update of the cart is an exit. */
  @Test
  void brazeMissesWhoLookedAtOneProduct() throws Exception {
    after("braze", timeline().at("0m", seen("hat")).watermark("1h"))
        .emits(detection("browse_abandoned").deadline("1h"));
    after(
            "braze",
            timeline().at("0m", seen("hat")).at("59m59s999ms", cart().added("hat")).watermark("3h"))
        .emitsNothing();
  }

  /** Segment: whatever changes the cart begins the wait anew, and an order ends it. */
  @Test
  void segmentHoldsUntilTheCartRests() throws Exception {
    after(
            "segment",
            timeline()
                .at("0h", cart().added("shoes"))
                .at("1h59m", cart().added("socks"))
                .at("3h58m", cart().removed("socks"))
                .watermark("7h"))
        .emits(abandoned().firstEvidence("0h").deadline("5h58m").lines("shoes x1"));
    after("segment", timeline().at("0h", cart().added("shoes")).at("1h59m", order().placed()).end())
        .emitsNothing();
  }

  /** Shopify: ten hours behind the checkout, unless it is ordered meanwhile. */
  @Test
  void shopifyWaitsTenHoursForACheckout() throws Exception {
    after("shopify", timeline().at("0h", checkout().started()).watermark("10h"))
        .emits(detection("checkout_abandoned").deadline("10h"));
    after(
            "shopify",
            timeline()
                .at("0h", checkout().started())
                .at("9h59m59s999ms", order().placed())
                .watermark("24h"))
        .emitsNothing();
  }

  /**
   * YouCan deletes a cart after 30 days, Oracle after 4 weeks: what was in it is not known then.
   */
  @ParameterizedTest
  @CsvSource({"youcan, 30d", "oracle-buying-experience, 28d"})
  void aCartIsForgottenAsPublished(String rule, String kept) throws Exception {
    after(rule, timeline().at("0d", cart().added("shoes")).at(kept, cart().added("socks")).end())
        .emits(
            abandoned().firstEvidence("0d").lines("shoes x1"),
            abandoned().firstEvidence(kept).lines("socks x1"));
  }

  private static ShopEvent seen(String product) {
    return page().viewed(product).with(event -> event.getProduct().setCategory("clothes"));
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> after(String rule, Timeline<ShopEvent, Received> timeline)
      throws InvalidSettings {
    Settings settings = Settings.read(List.of(RULES.resolve(rule + ".yaml")), Map.of(), List.of());
    return timeline.through(
        events -> CartDetector.attach(events, settings, "test-job").detections());
  }
}

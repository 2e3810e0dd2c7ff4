package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.OutcomeKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The demo with its page in a real Chromium: a shopper struggles by the page's own buttons while
 * made-up ones go on, and is offered help over Server-Sent Events. The pictures stay in target.
 */
class DemoPageIT {

  private static final Path FOLDER = Path.of("target/demo-page").toAbsolutePath();
  private static final Pattern PAGE = Pattern.compile("Be a shopper yourself: (\\S+)");
  private static final String MARKUP = "<img src=x onerror=document.title=`hacked`>";

  @Test
  void aShopperInTroubleIsOfferedHelpOnThePage() throws IOException, MalformedRecord {
    Folders.delete(FOLDER);
    FOLDER.toFile().mkdirs();
    Path dir = FOLDER.resolve("stack");
    TestingCommand demo = TestingCommand.start(dir, "demo", "--page", "--port", "0", "--seed", "7");
    try (TestingBrowser browser = TestingBrowser.start(FOLDER)) {
      demo.awaitPrinted("Be a shopper yourself");
      browser.size(1440, 1000);
      browser.scheme("light");
      browser.open(address(demo));
      browser.await("document.querySelector('#line').textContent === 'live'");
      everyViewIsAccessible(browser);

      browser.click("[data-selector='#add-day-pack']");
      browser.click("#open-cart");
      browser.click("#begin");
      browser.click("#to-payment");
      browser.evaluate("document.querySelector('#code').value = '" + MARKUP + "'");
      browser.click("#coupon button");
      browser.await("document.querySelector('#saw').innerText.includes('onerror')");
      browser.click("#pay-card");
      browser.await("!document.querySelector('#pay-card').disabled");
      assertThat(browser.text(".offer")).isEmpty();
      browser.click("#pay-card");

      browser.await("document.querySelector('.offer') !== null");
      assertThat(browser.text(".offer")).contains("Can we help?", "Start a chat", "No, thanks");
      assertThat(browser.text("#figure")).matches("\\d+\\.\\d s");
      browser.await("document.querySelector('#sent').innerText.includes('Shown')");
      browser.screenshot(FOLDER.resolve("light.png"));
      accessible(browser, "offer, light");
      browser.scheme("dark");
      browser.size(390, 1000);
      accessible(browser, "offer, dark and narrow");
      browser.screenshot(FOLDER.resolve("dark-narrow.png"));
      assertThat(browser.evaluate("document.title")).isNotEqualTo("hacked");
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing has to be scrolled sideways")
          .isEqualTo(true);

      browser.click(".offer .strong");
      browser.await("document.querySelector('#saw').innerText.includes('upport chat opened')");
      browser.await("document.querySelector('#sent').innerText.includes('hat accepted')");
      assertThat(browser.text(".offer")).isEmpty();
      assertThat(feedback(dir)).containsExactly(OutcomeKind.CHAT_ACCEPTED);
      assertThat(browser.text("#found")).contains("Card declined twice at payment");
      assertThat(browser.text("#decided")).contains("Offer chat");
      demo.awaitPrinted("-> shown (");
    } finally {
      demo.terminate();
    }
    assertThat(demo.exitCode()).as(demo.said()).isZero();
    assertThat(demo.printed()).contains("event to offer   p50 ");
  }

  private static void everyViewIsAccessible(TestingBrowser browser) throws IOException {
    try (InputStream axe =
        DemoPageIT.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      byte[] script = Objects.requireNonNull(axe, "axe-core").readAllBytes();
      browser.evaluate(new String(script, StandardCharsets.UTF_8) + "; true");
    }
    for (String view : List.of("cart", "delivery", "payment", "thanks", "left", "shelf")) {
      browser.evaluate(
          "for (const each of document.querySelectorAll('[data-view]'))"
              + " each.hidden = each.dataset.view !== '"
              + view
              + "'");
      accessible(browser, view);
    }
  }

  private static void accessible(TestingBrowser browser, String what) {
    assertThat(
            browser.evaluate(
                "axe.run({resultTypes: ['violations']}).then(found => found.violations.map(each =>"
                    + " each.id + ' at ' + each.nodes.map(node => node.target).join(' ')).join())"))
        .as(what)
        .isEqualTo("");
  }

  private static List<OutcomeKind> feedback(Path dir) throws MalformedRecord {
    Wire<Feedback> wire = Wire.of(Feedback.class);
    List<OutcomeKind> kinds = new ArrayList<>();
    for (var record : TestingStack.at(dir).records(Topics.FEEDBACK)) {
      kinds.add(wire.decode(record.value()).getKind());
    }
    return kinds;
  }

  private static URI address(TestingCommand demo) {
    Matcher page = PAGE.matcher(demo.printed());
    assertThat(page.find()).isTrue();
    return URI.create(page.group(1));
  }
}

package io.floorwalker.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.TestingDoor;
import io.floorwalker.schema.CustomerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The 42 examples of the published spec: 25 of e-commerce, 10 of B2B, 7 others. */
class SegmentSpecTest {
  /** E-commerce examples of which our contract has no word. */
  private static final List<String> WITHOUT_TYPE =
      List.of(
          "Promotion Viewed",
          "Order Updated",
          "Product Removed from Wishlist",
          "Product Shared",
          "Cart Shared",
          "Product Reviewed");

  @Test
  void eachIsAnEventOrADeadLetterWithItsReason() throws IOException {
    TestingDoor door = new TestingDoor();
    List<String> payloads = payloads();
    payloads.forEach(payload -> door.takes(Topics.RAW_SEGMENT, payload));

    assertThat(payloads).hasSize(42);
    assertThat(door.reads()).hasSize(42);
    assertThat(door.events()).hasSize(16);
    assertThat(door.deadLetters())
        .as("the spec leaves out whose events they are")
        .hasSize(26)
        .allSatisfy(letter -> assertThat(letter.getClass$()).isEqualTo("key"));
  }

  @Test
  void withTheFieldsThatTheSpecLeavesOutAllAreEventsAndThoseOfShopsAreTyped() throws IOException {
    TestingDoor door = new TestingDoor();
    for (String payload : payloads()) {
      String owned =
          payload.contains("\"userId\"") || payload.contains("\"anonymousId\"")
              ? payload
              : "{\"anonymousId\":\"a-1\"," + payload.substring(1);
      door.takes(Topics.RAW_SEGMENT, owned);
    }

    assertThat(door.deadLetters()).isEmpty();
    assertThat(door.events()).hasSize(42);
    assertThat(door.events().subList(17, 42))
        .filteredOn(event -> event.getType().equals(EventTypes.CUSTOM))
        .extracting(event -> event.getExt().get("event"))
        .containsExactlyInAnyOrderElementsOf(WITHOUT_TYPE);
    assertThat(door.events().stream().map(CustomerEvent::getType))
        .contains(
            "products_searched",
            "product_list_viewed",
            "product_viewed",
            "product_added",
            "product_removed",
            "cart_viewed",
            "checkout_started",
            "checkout_step_viewed",
            "checkout_step_completed",
            "payment_info_entered",
            "order_placed",
            "order_refunded",
            "order_cancelled",
            "coupon_entered",
            "wishlist_added",
            "signed_in",
            "signed_out",
            "portal_activity",
            "identity_linked");
  }

  /** The payloads as they stand in the file, which has each on a line or pretty-printed. */
  private static List<String> payloads() throws IOException {
    Path file =
        Path.of(
            System.getProperty("floorwalker.testdata", ""),
            "segment-spec",
            "segment_spec_examples.json");
    assumeThat(file)
        .as("test data is missing; set -Dfloorwalker.testdata=FOLDER that holds segment-spec")
        .exists();
    String text = Files.readString(file);
    List<String> payloads = new ArrayList<>();
    Matcher start = Pattern.compile("\"payload\":\\s*").matcher(text);
    while (start.find()) {
      payloads.add(objectAt(text, start.end()));
    }
    return payloads;
  }

  private static String objectAt(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && text.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        return text.substring(start, i + 1);
      }
    }
    throw new IllegalStateException("the file ends within a payload");
  }
}

package io.floorwalker.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.TestingDoor;
import io.floorwalker.schema.CustomerEvent;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SegmentFormatTest {

  @Test
  void aTrackCallBecomesAnEventOfOurs() {
    CustomerEvent event =
        event(
            """
            {"type": "track", "event": "Product Added", "messageId": "m-1", "anonymousId": "a-1",
             "userId": "u-1", "timestamp": "2026-03-02T09:59:00.123+01:00",
             "context": {"sessionId": 1772445000, "timezone": "Europe/Berlin", "ip": "8.8.8.8",
               "app": {"version": "4.2"},
               "page": {"url": "https://shop.example/p/1?q=x#top", "path": "/p/1"},
               "userAgent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19) Mobile/15E148"},
             "properties": {"product_id": "p-1", "sku": "s", "price": 18.999999, "quantity": 2,
               "currency": "EUR", "badges": ["new"], "more": {"depth": 2}}}
            """);
    assertThat(event.getEventId()).isEqualTo("m-1");
    assertThat(event.getType()).isEqualTo("product_added");
    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T08:59:00.123Z"));
    assertThat(event.getCustomerKey()).isEqualTo("u-1");
    assertThat(event.getSessionId()).isEqualTo("1772445000");
    assertThat(event.getSite()).isEqualTo("shop.example");
    assertThat(event.getContext().getPage()).isEqualTo("/p/1");
    assertThat(event.getContext().getDeviceClass()).isEqualTo("mobile");
    assertThat(event.getContext().getRelease()).isEqualTo("4.2");
    assertThat(event.getProduct().getProductId()).isEqualTo("p-1");
    assertThat(event.getProduct().getQuantity()).isEqualTo(2);
    assertThat(event.getProduct().getPrice()).isEqualTo(new BigDecimal("19.0000"));
    assertThat(event.getExt())
        .containsEntry("properties.sku", "s")
        .containsEntry("properties.badges.0", "new")
        .containsEntry("properties.more.depth", "2")
        .doesNotContainKeys("event", "properties.price", "type");
  }

  @Test
  void aCallWithoutTimeAndIdHappenedWhenItCameInAndIsNamedByItsText() {
    String call = "{\"type\":\"track\",\"event\":\"Cart Viewed\",\"userId\":\"u\"}";
    assertThat(event(call).getOccurredAt()).isEqualTo(TestingDoor.NOW);
    assertThat(event(call).getEventId()).isEqualTo(event(call).getEventId());
    assertThat(event(call).getEventId()).isNotEqualTo(event(call + " ").getEventId());
  }

  @Test
  void anOrderHasItsLines() {
    CustomerEvent event =
        event(
            """
            {"type": "track", "event": "Order Completed", "userId": "u", "properties": {
              "order_id": "o-1", "revenue": 25, "tax": 2, "shipping": 3, "discount": 2.5,
              "coupon": "c", "currency": "USD",
              "products": [{"product_id": "p-1", "price": 19}, {"sku": "p-2", "quantity": 2}]}}
            """);
    assertThat(event.getType()).isEqualTo("order_placed");
    assertThat(event.getOrder().getOrderId()).isEqualTo("o-1");
    assertThat(event.getOrder().getNetValue()).isEqualTo(new BigDecimal("25.0000"));
    assertThat(event.getOrder().getCoupons()).containsExactly("c");
    assertThat(event.getOrder().getLines())
        .extracting(line -> line.getProductId())
        .containsExactly("p-1", "p-2");
    assertThat(event.getExt()).containsOnlyKeys("event");
  }

  @Test
  void anIdentifyWithBothIdsLinksThem() {
    CustomerEvent both =
        event(
            "{\"type\":\"identify\",\"userId\":\"u\",\"anonymousId\":\"a\",\"traits\":{\"plan\":\"x\"}}");
    assertThat(both.getType()).isEqualTo("identity_linked");
    assertThat(both.getExt()).containsEntry("traits.plan", "x");
    assertThat(event("{\"type\":\"identify\",\"userId\":\"u\"}").getType()).isEqualTo("custom");
  }

  @Test
  void anAliasLinksThePreviousId() {
    CustomerEvent event = event("{\"type\":\"alias\",\"userId\":\"u\",\"previousId\":\"a\"}");
    assertThat(event.getType()).isEqualTo("identity_linked");
    assertThat(event.getAnonymousId()).isEqualTo("a");
  }

  @Test
  void whoActsForAGroupIsAContactOfThatAccount() {
    CustomerEvent event =
        event(
            "{\"type\":\"track\",\"event\":\"Invite"
                + " Sent\",\"userId\":\"u\",\"context\":{\"groupId\":\"acme\"}}");
    assertThat(event.getType()).isEqualTo("portal_activity");
    assertThat(event.getAccountId()).isEqualTo("acme");
    assertThat(event.getContactId()).isEqualTo("u");
    assertThat(event.getPortal().getActivity()).isEqualTo("invite_sent");
  }

  @Test
  void anEventThatNobodyKnowsIsCustomAndKeepsItsName() {
    CustomerEvent event = event("{\"type\":\"track\",\"event\":\"Song Played\",\"userId\":\"u\"}");
    assertThat(event.getType()).isEqualTo("custom");
    assertThat(event.getExt()).containsEntry("event", "Song Played");
  }

  @Test
  void aBotSaysSo() {
    CustomerEvent event =
        event("{\"type\":\"page\",\"userId\":\"u\",\"context\":{\"userAgent\":\"Googlebot/2.1\"}}");
    assertThat(event.getIsBot()).isTrue();
  }

  private static CustomerEvent event(String call) {
    TestingDoor door = new TestingDoor().takes(Topics.RAW_SEGMENT, call);
    assertThat(door.deadLetters()).isEmpty();
    assertThat(door.events()).hasSize(1);
    return door.events().get(0);
  }
}

package io.floorwalker.ingest.format;

import static io.floorwalker.ingest.format.SnowplowRow.entity;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.TestingDoor;
import io.floorwalker.schema.CustomerEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnowplowFormatTest {

  @Test
  void aPageViewHasItsPersonSessionAndPlace() {
    CustomerEvent event =
        events(
                new SnowplowRow()
                    .with("app_id", "shop")
                    .with("domain_sessionid", "s-1")
                    .with("user_id", "u-1")
                    .with("page_url", "https://shop.example/a/b?x=1")
                    .with("geo_country", "DE")
                    .with("os_timezone", "Europe/Berlin")
                    .with("useragent", "Mozilla/5.0 (iPad)")
                    .with("refr_medium", "search"))
            .get(0);
    assertThat(event.getEventId()).isEqualTo("e-1");
    assertThat(event.getType()).isEqualTo("page_viewed");
    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T09:59:00.123Z"));
    assertThat(event.getCustomerKey()).isEqualTo("u-1");
    assertThat(event.getAnonymousId()).isEqualTo("d-1");
    assertThat(event.getSessionId()).isEqualTo("s-1");
    assertThat(event.getSite()).isEqualTo("shop");
    assertThat(event.getContext().getPage()).isEqualTo("/a/b");
    assertThat(event.getContext().getCountry()).isEqualTo("DE");
    assertThat(event.getContext().getDeviceClass()).isEqualTo("tablet");
    assertThat(event.getExt()).containsEntry("refr_medium", "search");
  }

  @Test
  void anAddOfTwoProductsIsTwoEvents() {
    List<CustomerEvent> events =
        events(
            new SnowplowRow()
                .action("add_to_cart")
                .entities(
                    entity(
                        "product",
                        "{\"id\":\"p-1\",\"category\":\"c\",\"price\":9.5,\"currency\":\"EUR\",\"brand\":\"b\"}"),
                    entity(
                        "product",
                        "{\"id\":\"p-2\",\"category\":\"c\",\"price\":1,\"currency\":\"EUR\"}"),
                    entity("cart", "{\"total_value\":10.5,\"currency\":\"EUR\"}")));
    assertThat(events).extracting(CustomerEvent::getType).containsOnly("product_added");
    assertThat(events)
        .extracting(event -> event.getProduct().getProductId())
        .containsExactly("p-1", "p-2");
    assertThat(events).extracting(CustomerEvent::getEventId).containsExactly("e-1", "e-1#2");
    assertThat(events.get(0).getExt())
        .containsEntry("contexts.0.cart.total_value", "10.5")
        .containsEntry("event_data.products.0.brand", "b");
  }

  @Test
  void aTransactionIsAnOrder() {
    CustomerEvent event =
        events(
                new SnowplowRow()
                    .action("transaction")
                    .entities(
                        entity(
                            "transaction",
                            "{\"transaction_id\":\"o-1\",\"revenue\":50,\"currency\":\"EUR\",\"payment_method\":\"card\",\"total_quantity\":1,\"tax\":5,\"discount_code\":\"X\"}"),
                        entity(
                            "product",
                            "{\"id\":\"p-1\",\"category\":\"c\",\"price\":50,\"currency\":\"EUR\"}")))
            .get(0);
    assertThat(event.getType()).isEqualTo("order_placed");
    assertThat(event.getOrder().getOrderId()).isEqualTo("o-1");
    assertThat(event.getOrder().getNetValue()).isEqualTo(new BigDecimal("50.0000"));
    assertThat(event.getOrder().getCoupons()).containsExactly("X");
    assertThat(event.getOrder().getLines()).hasSize(1);
  }

  @Test
  void theOldColumnsOfATransactionAreAnOrderToo() {
    CustomerEvent event =
        events(
                new SnowplowRow()
                    .with("event", "transaction")
                    .with("tr_orderid", "o-1")
                    .with("tr_total", "12.50"))
            .get(0);
    assertThat(event.getType()).isEqualTo("order_placed");
    assertThat(event.getOrder().getOrderId()).isEqualTo("o-1");
    assertThat(event.getOrder().getNetValue()).isEqualTo(new BigDecimal("12.5000"));
  }

  @Test
  void anErrorOfATransactionIsADecline() {
    CustomerEvent event =
        events(
                new SnowplowRow()
                    .action("trns_error")
                    .entities(
                        entity(
                            "transaction_error",
                            "{\"error_code\":\"51\",\"error_type\":\"hard\"}")))
            .get(0);
    assertThat(event.getType()).isEqualTo("payment_declined");
    assertThat(event.getPayment().getCode()).isEqualTo("51");
    assertThat(event.getPayment().getHard()).isTrue();
  }

  @Test
  void aStepOfTheCheckoutIsDone() {
    CustomerEvent event =
        events(
                new SnowplowRow()
                    .action("checkout_step")
                    .entities(entity("checkout_step", "{\"step\":2}")))
            .get(0);
    assertThat(event.getType()).isEqualTo("checkout_step_completed");
    assertThat(event.getCheckout().getStep()).isEqualTo("2");
  }

  @Test
  void whatWasTypedIntoAFormIsKeptNowhere() {
    CustomerEvent event =
        events(
                new SnowplowRow()
                    .with("event", "unstruct")
                    .with(
                        "unstruct_event",
                        "{\"data\":"
                            + "{\"schema\":\"iglu:com.snowplowanalytics.snowplow/change_form/jsonschema/1-0-0\","
                            + "\"data\":{\"formId\":\"f\",\"elementId\":\"mail\",\"value\":\"secret\"}}}"))
            .get(0);
    assertThat(event.getType()).isEqualTo("field_changed");
    assertThat(event.getForm().getField()).isEqualTo("mail");
    assertThat(event.toString()).doesNotContain("secret");
  }

  private static List<CustomerEvent> events(SnowplowRow row) {
    TestingDoor door = new TestingDoor().takes(Topics.RAW_SNOWPLOW, row.toString());
    assertThat(door.deadLetters()).isEmpty();
    return door.events();
  }
}

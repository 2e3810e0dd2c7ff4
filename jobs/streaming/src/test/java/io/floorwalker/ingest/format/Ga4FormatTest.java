package io.floorwalker.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.TestingDoor;
import io.floorwalker.schema.CustomerEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows as the export writes them: numbers as texts, parameters as a list. */
class Ga4FormatTest {

  @Test
  void aPurchaseBecomesAnOrder() {
    CustomerEvent event =
        events(
                """
                {"event_date": "20260302", "event_timestamp": "1772445540123456",
                 "event_name": "purchase", "user_id": "u-1", "user_pseudo_id": "123.456",
                 "event_params": [
                   {"key": "ga_session_id", "value": {"int_value": "1772445000"}},
                   {"key": "page_location", "value": {"string_value": "https://shop.example/thanks?o=1"}},
                   {"key": "coupon", "value": {"string_value": "SPRING"}},
                   {"key": "currency", "value": {"string_value": "EUR"}},
                   {"key": "engagement", "value": {"string_value": null, "double_value": 1.5}}],
                 "device": {"category": "Mobile", "language": "de"},
                 "ecommerce": {"transaction_id": "o-1", "purchase_revenue": 42.5, "tax_value": 2,
                   "shipping_value": 3, "unique_items": "1"},
                 "items": [{"item_id": "p-1", "item_name": "Shoe", "item_category": "Shoes",
                   "price": 42.5, "quantity": "1", "item_brand": "B"}]}
                """)
            .get(0);
    assertThat(event.getType()).isEqualTo("order_placed");
    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T09:59:00.123Z"));
    assertThat(event.getSessionId()).isEqualTo("123.456.1772445000");
    assertThat(event.getCustomerKey()).isEqualTo("u-1");
    assertThat(event.getSite()).isEqualTo("shop.example");
    assertThat(event.getContext().getPage()).isEqualTo("/thanks");
    assertThat(event.getContext().getDeviceClass()).isEqualTo("mobile");
    assertThat(event.getOrder().getOrderId()).isEqualTo("o-1");
    assertThat(event.getOrder().getNetValue()).isEqualTo(new BigDecimal("42.5000"));
    assertThat(event.getOrder().getTax()).isEqualTo(new BigDecimal("2.0000"));
    assertThat(event.getOrder().getCoupons()).containsExactly("SPRING");
    assertThat(event.getOrder().getLines().get(0).getProductId()).isEqualTo("p-1");
    assertThat(event.getOrder().getLines().get(0).getCategory()).isEqualTo("Shoes");
    assertThat(event.getExt())
        .containsEntry("event", "purchase")
        .containsEntry("event_params.engagement", "1.5")
        .containsEntry("event_params.products.0.item_brand", "B")
        .containsEntry("event_params.unique_items", "1")
        .containsEntry("device.language", "de");
  }

  @Test
  void anAddOfTwoItemsIsTwoEvents() {
    String row =
        """
        {"event_timestamp": 1772445540000000, "event_name": "add_to_cart", "user_pseudo_id": "d",
         "items": [{"item_id": "p-1", "quantity": 1}, {"item_id": "p-2", "quantity": 2}]}
        """;
    List<CustomerEvent> events = events(row);
    assertThat(events).extracting(CustomerEvent::getType).containsOnly("product_added");
    assertThat(events)
        .extracting(event -> event.getProduct().getProductId())
        .containsExactly("p-1", "p-2");
    assertThat(events).extracting(CustomerEvent::getEventId).doesNotHaveDuplicates();
    assertThat(events).as("the same row, the same ids").isEqualTo(events(row));
  }

  @Test
  void aShippingChoiceIsTheShippingStep() {
    CustomerEvent event =
        events(
                "{\"event_timestamp\":\"1772445540000000\",\"event_name\":\"add_shipping_info\",\"user_id\":\"u\"}")
            .get(0);
    assertThat(event.getType()).isEqualTo("checkout_step_completed");
    assertThat(event.getCheckout().getStep()).isEqualTo("shipping");
  }

  @Test
  void aDeviceWithoutSessionHasNone() {
    CustomerEvent event =
        events(
                "{\"event_timestamp\":\"1772445540000000\",\"event_name\":\"scroll\",\"user_pseudo_id\":\"d\"}")
            .get(0);
    assertThat(event.getType()).isEqualTo("custom");
    assertThat(event.getSessionId()).isNull();
    assertThat(event.getCustomerKey()).isEqualTo("d");
  }

  private static List<CustomerEvent> events(String row) {
    TestingDoor door = new TestingDoor().takes(Topics.RAW_GA4, row);
    assertThat(door.deadLetters()).isEmpty();
    return door.events();
  }
}

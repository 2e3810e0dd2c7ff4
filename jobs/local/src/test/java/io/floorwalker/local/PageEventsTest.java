package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.schema.CustomerEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageEventsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:41:07.123Z");

  private final PageEvents events = new PageEvents();

  @Test
  void whatThePageSendsIsAnEventOfTheContract() throws BadRow {
    CustomerEvent event =
        events.event(
            sent("product_added", "product.product_id", "travel-mug", "product.price", 24.5));

    assertThat(event.getType()).isEqualTo("product_added");
    assertThat(event.getOccurredAt()).isEqualTo(NOW);
    assertThat(event.getSessionSeq()).isEqualTo(7);
    assertThat(event.getSite()).isEqualTo("toy-shop");
    assertThat(event.getProduct().getProductId()).isEqualTo("travel-mug");
    assertThat(event.getProduct().getPrice()).isEqualByComparingTo("24.5");
    assertThat(event.getCustomerKey()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "teleported, context.page, /, type \"teleported\" is not known",
    "page_viewed, product.price, 1, page_viewed carries no product.price",
    "page_viewed, customer_key, anna, page_viewed carries no customer_key",
    "page_viewed, whatever, x, page_viewed carries no whatever",
    "checkout_step_viewed, context.page, /, checkout_step_viewed lacks checkout.step",
    "product_added, product.price, cheap, product.price \"cheap\" is not a number",
  })
  void whatIsNoneIsRefusedWithTheReason(String type, String field, String value, String reason) {
    assertThatThrownBy(() -> events.event(sent(type, field, value)))
        .isInstanceOf(BadRow.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"occurred_at", "event_id", "session_id", "session_seq", "anonymous_id"})
  void whatNamesNoVisitIsRefused(String field) {
    Map<String, Object> sent = sent("page_viewed");
    sent.remove(field);

    assertThatThrownBy(() -> events.event(sent)).isInstanceOf(BadRow.class);
  }

  private static Map<String, Object> sent(String type, Object... more) {
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("type", type);
    sent.put("event_id", "e-1");
    sent.put("session_id", "s-1");
    sent.put("session_seq", 7);
    sent.put("anonymous_id", "anna");
    sent.put("occurred_at", NOW.toEpochMilli());
    for (int i = 0; i < more.length; i += 2) {
      sent.put(String.valueOf(more[i]), more[i + 1]);
    }
    return sent;
  }
}

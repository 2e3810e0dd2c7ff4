package io.floorwalker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Stock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordKeysTest {

  @Test
  void anEventIsKeyedByItsSessionElseItsCustomerElseItsContact() {
    assertThat(RecordKeys.event(event().setSessionId("s").setCustomerKey("c").build()))
        .isEqualTo("s");
    assertThat(RecordKeys.event(event().setCustomerKey("c").setAccountId("a").build()))
        .isEqualTo("c");
    assertThat(RecordKeys.event(event().setAccountId("a").setContactId("p").build()))
        .isEqualTo("a|p");
  }

  @Test
  void whatTheShopSaysOfAProductIsKeyedByTheProduct() {
    Stock stock = Stock.newBuilder().setProductId("shoes").setAvailable(3L).build();
    assertThat(RecordKeys.event(event().setStock(stock).build())).isEqualTo("shop|shoes");
  }

  private static CustomerEvent.Builder event() {
    return CustomerEvent.newBuilder()
        .setEventId("e-1")
        .setType("stock_changed")
        .setOccurredAt(Instant.EPOCH)
        .setSite("shop");
  }
}

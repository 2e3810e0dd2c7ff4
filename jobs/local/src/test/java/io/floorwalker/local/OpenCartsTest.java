package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenCartsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final OpenCarts carts = new OpenCarts(Duration.ofSeconds(45));

  @Test
  void aCartWithSomethingInItIsOpen() {
    carts.see(event("anna", EventTypes.PRODUCT_ADDED, 0));
    carts.see(event("bert", EventTypes.PRODUCT_ADDED, 1));
    carts.see(event("bert", EventTypes.PRODUCT_ADDED, 2));

    assertThat(carts.count()).isEqualTo(2);
  }

  @Test
  void anOrderAndTheLastLineRemovedCloseIt() {
    carts.see(event("anna", EventTypes.PRODUCT_ADDED, 0));
    carts.see(event("anna", EventTypes.ORDER_PLACED, 1));
    carts.see(event("bert", EventTypes.PRODUCT_ADDED, 1));
    carts.see(event("bert", EventTypes.PRODUCT_REMOVED, 2));

    assertThat(carts.count()).isZero();
  }

  @Test
  void itIsNoLongerOpenOnceNothingWasDoneWithItForLong() {
    carts.see(event("anna", EventTypes.PRODUCT_ADDED, 0));
    carts.see(event("bert", EventTypes.PAGE_VIEWED, 44));
    assertThat(carts.count()).isEqualTo(1);

    carts.see(event("bert", EventTypes.PAGE_VIEWED, 45));
    assertThat(carts.count()).isZero();
  }

  private static CustomerEvent event(String customer, String type, int second) {
    return CustomerEvent.newBuilder()
        .setEventId(customer + "-" + second)
        .setCustomerKey(customer)
        .setOccurredAt(START.plusSeconds(second))
        .setType(type)
        .setProduct(ProductLine.newBuilder().setProductId("shoes").build())
        .build();
  }
}

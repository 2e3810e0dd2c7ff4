package io.floorwalker.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.ingest.TestingDoor;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Order;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithoutConsentTest {

  @Test
  void whoDidNotAgreeIsNotKept() {
    TestingDoor door = door("denied", EventTypes.PAGE_VIEWED);
    assertThat(door.reads()).isEmpty();
  }

  @Test
  void whoSaidNothingIs() {
    assertThat(door("unknown", EventTypes.PAGE_VIEWED).events()).hasSize(1);
    assertThat(door("granted", EventTypes.PAGE_VIEWED).events()).hasSize(1);
  }

  @Test
  void ofAnOrderItIsKeptThatThereWasOne() {
    CustomerEvent order = door("denied", EventTypes.ORDER_PLACED).events().get(0);

    CustomerEvent expected =
        CustomerEvent.newBuilder()
            .setEventId("e-1")
            .setType(EventTypes.ORDER_PLACED)
            .setOccurredAt(TestingDoor.NOW)
            .setReceivedAt(TestingDoor.NOW)
            .setSource("shop")
            .setSite("shop.example")
            .setContext(Context.newBuilder().setConsent("denied").build())
            .setOrder(Order.newBuilder().setOrderId(order.getOrder().getOrderId()).build())
            .build();
    assertThat(order).isEqualTo(expected);
    assertThat(order.getOrder().getOrderId()).startsWith("text_k1_");
  }

  @Test
  void theSameOrderIsTheSameAgain() {
    assertThat(door("denied", EventTypes.ORDER_PLACED).events())
        .isEqualTo(door("denied", EventTypes.ORDER_PLACED).events());
  }

  private static TestingDoor door(String consent, String type) {
    CustomerEvent event =
        CustomerEvent.newBuilder()
            .setEventId("e-1")
            .setType(type)
            .setOccurredAt(TestingDoor.NOW)
            .setSource("shop")
            .setSite("shop.example")
            .setUserId("u-1")
            .setAnonymousId("a-1")
            .setSessionId("s-1")
            .setSessionSeq(3L)
            .setAccountId("acme")
            .setContactId("u-1")
            .setContext(
                Context.newBuilder().setConsent(consent).setPage("/p").setCountry("DE").build())
            .setOrder(
                Order.newBuilder().setOrderId("o-1").setNetValue(new BigDecimal("9.0000")).build())
            .setExt(Map.of("k", "v"))
            .build();
    return new TestingDoor()
        .takes(Topics.RAW_CANONICAL, Wire.of(CustomerEvent.class).encode(event));
  }
}

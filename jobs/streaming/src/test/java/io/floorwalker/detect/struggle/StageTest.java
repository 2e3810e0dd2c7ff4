package io.floorwalker.detect.struggle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

  @ParameterizedTest
  @CsvSource({
    "BROWSE, page_viewed, BROWSE",
    "BROWSE, field_error, BROWSE",
    "BROWSE, product_added, CART",
    "BROWSE, coupon_denied, CART",
    "CART, checkout_started, CHECKOUT",
    "CHECKOUT, payment_started, PAYMENT",
    "CART, payment_declined, PAYMENT",
    "PAYMENT, checkout_step_viewed, PAYMENT",
    "CHECKOUT, product_added, CHECKOUT",
    "PAYMENT, order_placed, PAYMENT",
  })
  void onlyRises(Stage before, String type, Stage after) {
    assertThat(before.after(type)).isEqualTo(after);
  }
}

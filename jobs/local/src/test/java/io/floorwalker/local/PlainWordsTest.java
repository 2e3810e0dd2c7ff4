package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Detection;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {

  @Test
  void aCartHasItemsAndAValue() {
    Detection cart = TestingRecords.cart("d-1", "anna");
    cart.setLines(List.of("shoes x2", "a x b x1"));
    cart.setValue(new BigDecimal("88.0000"));
    cart.setCurrency("EUR");

    assertThat(PlainWords.of(cart))
        .isEqualTo("cart abandoned, 3 items, 88.00 EUR, untouched for 45 s");
  }

  @Test
  void anItemThatWasLeftIsNamed() {
    Detection reopened = TestingRecords.detection("d", "intent_reopened", "anna");
    reopened.setCause("price_drop");
    reopened.setLines(List.of("shoes x2"));

    assertThat(PlainWords.of(reopened)).isEqualTo("price drop of what was left: shoes x2");
  }

  @Test
  void aStruggleSaysWhatAndWhere() {
    assertThat(PlainWords.of(TestingRecords.struggle("d", "anna", "coupon_denied", "basket")))
        .isEqualTo("coupon refused twice at basket");
    assertThat(PlainWords.of(TestingRecords.struggle("d", "anna", "new_kind", "")))
        .isEqualTo("new kind");
  }

  @Test
  void whileARuleWarmsUpItSaysSo() {
    Detection stale = TestingRecords.detection("d", "stakeholder_never_active", "acme|eve");
    stale.setReason("warm_up");

    assertThat(PlainWords.of(stale)).isEqualTo("was never seen (warming up)");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ms", "999, 999 ms", "1000, 1 s", "4910, 4.9 s", "45000, 45 s", "120000, 2 min"})
  void aDurationIsShort(long millis, String text) {
    assertThat(PlainWords.duration(millis)).isEqualTo(text);
  }
}

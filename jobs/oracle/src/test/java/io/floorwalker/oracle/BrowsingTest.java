package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PRODUCTS_SEARCHED;
import static io.floorwalker.contract.EventTypes.PRODUCT_VIEWED;
import static io.floorwalker.oracle.History.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BrowsingTest {

  private final AbandonmentOracle oracle =
      AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.CUSTOMER));

  @Test
  void threeProductsOfOneCategoryAreABrowseAnHourAfterTheLastLook() {
    assertThat(detections(three()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo("browse_abandoned");
              assertThat(found.detectedAt()).isEqualTo(ms("62m"));
              assertThat(found.firstEvidenceAt()).isEqualTo(ms("0m"));
              assertThat(found.evidence()).containsExactly("e-1", "e-2", "e-3");
              assertThat(found.lines()).containsExactly("boots x1", "clogs x1", "pumps x1");
              assertThat(found.cause()).isEqualTo("unknown");
            });
  }

  @Test
  void twoSearchesAreASearchUnlessTheyAreHalfAnHourApart() {
    assertThat(
            detections(
                new History().at("0m", PRODUCTS_SEARCHED).at("29m59.999s", PRODUCTS_SEARCHED)))
        .extracting(ExpectedDetection::kind, ExpectedDetection::evidence)
        .containsExactly(tuple("search_abandoned", List.of("e-1", "e-2")));
    assertThat(detections(new History().at("0m", PRODUCTS_SEARCHED).at("30m", PRODUCTS_SEARCHED)))
        .isEmpty();
  }

  @Test
  void aCartOrAnOrderInTimeEndsItWithoutAWord() {
    assertThat(detections(three().at("61m59.999s", ORDER_PLACED))).isEmpty();
    assertThat(detections(three().added("61m59.999s")))
        .extracting(ExpectedDetection::kind)
        .containsExactly("cart_abandoned");
    assertThat(detections(three().added("62m")))
        .extracting(ExpectedDetection::kind)
        .containsExactly("browse_abandoned", "cart_abandoned");
  }

  @Test
  void looksBesideAnOpenCartAreNoSpell() {
    assertThat(
            detections(
                new History()
                    .added("0m")
                    .at("1m", PRODUCT_VIEWED, shoe("boots"))
                    .at("2m", PRODUCT_VIEWED, shoe("clogs"))
                    .at("29m59.999s", PRODUCT_VIEWED, shoe("pumps"))))
        .extracting(ExpectedDetection::kind)
        .containsExactly("cart_abandoned");
  }

  private static History three() {
    return new History()
        .at("0m", PRODUCT_VIEWED, shoe("boots"))
        .at("1m", PRODUCT_VIEWED, shoe("clogs"))
        .at("2m", PRODUCT_VIEWED, shoe("pumps"));
  }

  private static Consumer<CustomerEvent.Builder> shoe(String id) {
    return event ->
        event.setProduct(ProductLine.newBuilder().setProductId(id).setCategory("shoes").build());
  }

  private List<ExpectedDetection> detections(History history) {
    return oracle.detections(history.events());
  }
}

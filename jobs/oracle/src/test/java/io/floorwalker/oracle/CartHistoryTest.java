package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CART_CARRIED_OVER;
import static io.floorwalker.contract.EventTypes.CART_EMPTIED;
import static io.floorwalker.contract.EventTypes.CART_UPDATED;
import static io.floorwalker.contract.EventTypes.COUPON_ENTERED;
import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PRODUCT_ADDED;
import static io.floorwalker.contract.EventTypes.PRODUCT_REMOVED;
import static io.floorwalker.oracle.History.cart;
import static io.floorwalker.oracle.History.line;
import static io.floorwalker.oracle.History.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.ProductLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartHistoryTest {

  private final AbandonmentOracle oracle =
      AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.CUSTOMER));

  @Test
  void additionsOfOneProductAddUpInTheLineThatItHas() {
    History history =
        new History()
            .at("0m", PRODUCT_ADDED, product("shoes", 2, "79.00"))
            .at("1m", PRODUCT_ADDED, product("socks", null, "9.00"))
            .at("2m", PRODUCT_ADDED, product("shoes", null, "79.00"));

    assertThat(last(history).lines()).containsExactly("shoes x3", "socks x1");
    assertThat(last(history).value()).isEqualByComparingTo("246.00");
    assertThat(last(history).currency()).isEqualTo("EUR");
  }

  @Test
  void anotherVariantIsAnotherLine() {
    ProductLine blue = ProductLine.newBuilder(line("shoes", 1, "79.00")).setVariant("blue").build();

    assertThat(last(new History().added("0m").at("1m", PRODUCT_ADDED, e -> e.setProduct(blue))))
        .extracting(ExpectedDetection::lines)
        .isEqualTo(List.of("shoes x1", "shoes x1"));
  }

  @Test
  void aLineTakesTheNewestKnownPrice() {
    History history =
        new History()
            .at("0m", PRODUCT_ADDED, product("shoes", 1, "79.00"))
            .at("1m", PRODUCT_ADDED, product("shoes", 1, "70.00"))
            .at("2m", PRODUCT_ADDED, product("shoes", 1, null));

    assertThat(last(history).value()).isEqualByComparingTo("210.00");
  }

  @Test
  void oneUnknownPriceMakesTheValueUnknownAndKeepsTheCurrency() {
    History history = new History().added("0m").at("1m", PRODUCT_ADDED, product("hat", 1, null));

    assertThat(last(history).value()).isNull();
    assertThat(last(history).currency()).isEqualTo("EUR");
  }

  @Test
  void aCartOfWhichNoLineIsKnownHasNoValue() {
    assertThat(last(new History().at("0m", PRODUCT_ADDED)))
        .satisfies(
            found -> {
              assertThat(found.lines()).isEmpty();
              assertThat(found.value()).isNull();
              assertThat(found.currency()).isNull();
            });
  }

  @Test
  void aRemovalTakesSoManyPiecesAsItSays() {
    History history =
        new History()
            .at("0m", PRODUCT_ADDED, product("shoes", 3, "79.00"))
            .at("1m", PRODUCT_REMOVED, product("shoes", 2, null));

    assertThat(last(history).lines()).containsExactly("shoes x1");
  }

  @Test
  void aRemovalOfMoreThanThereIsTakesTheLine() {
    History history =
        new History()
            .added("0m")
            .at("1m", PRODUCT_ADDED, product("socks", 1, "9.00"))
            .at("2m", PRODUCT_REMOVED, product("socks", 5, null));

    assertThat(last(history).lines()).containsExactly("shoes x1");
  }

  @Test
  void aRemovalOfWhatIsNotInTheCartIsActivityOnly() {
    History history = new History().added("0m").at("1m", PRODUCT_REMOVED, product("hat", 1, null));

    assertThat(last(history).decidingEventId()).isEqualTo("e-2");
    assertThat(last(history).lines()).containsExactly("shoes x1");
  }

  @Test
  void aCarriedOverCartJoinsTheLinesAndItsNumbersWin() {
    History history =
        new History()
            .added("0m")
            .at("1m", CART_CARRIED_OVER, cart(line("hat", 1, "15.00"), line("shoes", 3, "79.00")));

    assertThat(last(history).lines()).containsExactly("shoes x3", "hat x1");
    assertThat(last(history).value()).isEqualByComparingTo("252.00");
  }

  @Test
  void anUpdateThatDoesNotSayWhatIsInTheCartKeepsTheLines() {
    assertThat(last(new History().added("0m").at("1m", CART_UPDATED)).lines())
        .containsExactly("shoes x1");
  }

  @Test
  void theCartOutlivesItsDetection() {
    History history =
        new History().added("0m").at("2h", PRODUCT_ADDED, product("socks", 1, "9.00"));

    assertThat(last(history).lines()).containsExactly("shoes x1", "socks x1");
  }

  @Test
  void anOrderAndAnEmptiedCartClearTheLines() {
    assertThat(last(new History().added("0m").at("1m", ORDER_PLACED).added("2m")).lines())
        .containsExactly("shoes x1");
    assertThat(last(new History().added("0m").at("1m", CART_EMPTIED).added("2m")).lines())
        .containsExactly("shoes x1");
  }

  @Test
  void aCartIsRememberedUntilSevenDaysAfterItsLastActivity() {
    History history =
        new History().added("0m").at("167h59m59.999s", PRODUCT_ADDED, product("socks", 1, "9.00"));

    assertThat(last(history).lines()).containsExactly("shoes x1", "socks x1");
  }

  @Test
  void aCartIsForgottenSevenDaysAfterItsLastActivity() {
    History history =
        new History().added("0m").at("7d", PRODUCT_ADDED, product("socks", 1, "9.00"));

    assertThat(last(history).lines()).containsExactly("socks x1");
  }

  @Test
  void everyActivityProlongsTheMemoryAndAViewDoesNot() {
    History prolonged =
        new History()
            .added("0m")
            .at("6d", COUPON_ENTERED)
            .at("12d", PRODUCT_ADDED, product("socks", 1, "9.00"));
    History viewed =
        new History()
            .added("0m")
            .at("6d", "page_viewed")
            .at("12d", PRODUCT_ADDED, product("socks", 1, "9.00"));

    assertThat(last(prolonged).lines()).containsExactly("shoes x1", "socks x1");
    assertThat(last(viewed).lines()).containsExactly("socks x1");
  }

  @Test
  void aRemovalFromAForgottenCartOpensNothing() {
    History history =
        new History().added("0m").at("8d", PRODUCT_REMOVED, product("shoes", null, null));

    assertThat(oracle.detections(history.events())).hasSize(1);
  }

  private ExpectedDetection last(History history) {
    List<ExpectedDetection> found = oracle.detections(history.events());
    return found.get(found.size() - 1);
  }
}

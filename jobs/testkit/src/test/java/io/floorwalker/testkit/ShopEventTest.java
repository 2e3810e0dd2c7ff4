package io.floorwalker.testkit;

import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.line;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.page;
import static io.floorwalker.testkit.ShopEvents.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.floorwalker.contract.EventShape;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopEventTest {

  static Stream<ShopEvent> everyWord() {
    return Stream.of(
        cart().added("shoes", "79.00").quantity(2).variant("red").currency("USD"),
        cart().added("shoes"),
        cart().removed("shoes"),
        cart().updated(line("shoes", "79.00", 1), line("socks", "9.00", 2)),
        cart().updated(),
        cart().carriedOver(line("shoes", "79.00", 1)),
        cart().emptied(),
        page().viewed(),
        page().viewed("shoes"),
        checkout().started(),
        checkout().viewed("address"),
        payment().started(),
        payment().declined("insufficient_funds"),
        order().placed());
  }

  @ParameterizedTest
  @MethodSource("everyWord")
  void everyWordIsACompleteEventThatSurvivesTheWire(ShopEvent word) throws Exception {
    CustomerEvent event = word.at(Moment.at("1m"), 7);
    EventShape shape =
        Objects.requireNonNull(EventShape.all().get(event.getType()), "a type of the contract");
    assertThat(shape.missing(event)).isEmpty();
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
    assertThat(wire.decode(wire.encode(event))).isEqualTo(event);
  }

  @Test
  void whatIsNotSaidHasADefault() {
    CustomerEvent event = order().placed().at(Moment.at("1m"), 7);
    assertThat(event.getEventId()).isEqualTo("e-7");
    assertThat(event.getCustomerKey()).isEqualTo("c-1");
    assertThat(event.getSessionId()).isEqualTo("s-c-1");
    assertThat(event.getOccurredAt()).isEqualTo(Moment.at("1m"));
    assertThat(event.getSessionSeq()).isNull();
  }

  @Test
  void whatIsSaidHolds() {
    CustomerEvent event =
        order().placed().by("c-2").in("s-9").id("mine").seq(3).at(Moment.at("1m"), 7);
    assertThat(event.getEventId()).isEqualTo("mine");
    assertThat(event.getCustomerKey()).isEqualTo("c-2");
    assertThat(event.getUserId()).isEqualTo("c-2");
    assertThat(event.getSessionId()).isEqualTo("s-9");
    assertThat(event.getSessionSeq()).isEqualTo(3L);
  }

  @Test
  void anEventIsNotChangedByWhatIsMadeOfIt() {
    ShopEvent one = cart().added("shoes", "79.00");
    ShopEvent two = one.quantity(2);
    assertThat(one.at(Moment.START, 1).getProduct().getQuantity()).isNull();
    assertThat(two.at(Moment.START, 1).getProduct().getQuantity()).isEqualTo(2);
  }

  @Test
  void aQuantityNeedsAProduct() {
    ShopEvent wrong = order().placed().quantity(2);
    assertThatIllegalStateException()
        .isThrownBy(() -> wrong.at(Moment.START, 1))
        .withMessageContaining("An event order_placed has no product");
  }
}

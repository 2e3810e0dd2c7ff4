package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Cart;
import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.Coupon;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Form;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.Order;
import io.floorwalker.schema.Payment;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.schema.Service;
import io.floorwalker.schema.Stock;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done: the type of the event, the checkout step that it names, and how the event is filled
 * when it is made.
 */
record Deed(String type, @Nullable String step, Consumer<CustomerEvent.Builder> detail) {

  static Deed of(String type) {
    return new Deed(type, null, event -> {});
  }

  static Deed product(String type, ProductLine product) {
    return new Deed(type, null, event -> event.setProduct(product));
  }

  static Deed cart(String type, List<ProductLine> lines) {
    Cart cart =
        Cart.newBuilder()
            .setLines(lines)
            .setValue(total(lines))
            .setCurrency(currency(lines))
            .build();
    return new Deed(type, null, event -> event.setCart(cart));
  }

  static Deed checkout(String type, @Nullable String step, List<ProductLine> lines) {
    Checkout checkout =
        Checkout.newBuilder()
            .setStep(step)
            .setTotal(total(lines))
            .setCurrency(currency(lines))
            .build();
    return new Deed(type, step, event -> event.setCheckout(checkout));
  }

  static Deed costShown(@Nullable String step, List<ProductLine> lines, long shippingCents) {
    BigDecimal shipping = BigDecimal.valueOf(shippingCents, 2).setScale(4);
    Checkout checkout =
        Checkout.newBuilder()
            .setStep(step)
            .setShippingCost(shipping)
            .setTotal(total(lines).add(shipping))
            .setCurrency(currency(lines))
            .build();
    return new Deed(EventTypes.COST_SHOWN, step, event -> event.setCheckout(checkout));
  }

  static Deed payment(String type, List<ProductLine> lines, @Nullable String code) {
    Payment.Builder payment =
        Payment.newBuilder()
            .setMethod("card")
            .setCode(code)
            .setHard(code == null ? null : Boolean.FALSE)
            .setAmount(total(lines))
            .setCurrency(currency(lines));
    return new Deed(
        type,
        null,
        event -> event.setPayment(payment.setPaymentId("payment-" + event.getEventId()).build()));
  }

  static Deed order(String channel, List<ProductLine> lines) {
    Order.Builder order =
        Order.newBuilder()
            .setOrderChannel(channel)
            .setLines(lines)
            .setNetValue(total(lines))
            .setCurrency(currency(lines));
    return new Deed(
        EventTypes.ORDER_PLACED,
        null,
        event -> event.setOrder(order.setOrderId("order-" + event.getEventId()).build()));
  }

  /** A decline of which the bank says that trying again is no use. */
  static Deed declinedForGood(List<ProductLine> lines) {
    Deed declined = payment(EventTypes.PAYMENT_DECLINED, lines, "stolen_card");
    return new Deed(
        declined.type(),
        null,
        event -> {
          declined.detail().accept(event);
          event.getPayment().setHard(true);
        });
  }

  /** What the page measures: largest contentful paint, and from an interaction to the paint. */
  static Deed vitals(int lcpMs, int inpMs) {
    Interaction measured = Interaction.newBuilder().setLcpMs(lcpMs).setInpMs(inpMs).build();
    return new Deed(EventTypes.PAGE_VITALS, null, event -> event.setInteraction(measured));
  }

  /** A form other than the checkout's own is cleared, or a field of it is changed. */
  static Deed form(String type, String formId) {
    Form form = Form.newBuilder().setFormId(formId).setField("email").build();
    return new Deed(type, null, event -> event.setForm(form));
  }

  /** A click; a reaction of -1 ms: the page never reacted; null: nobody knows yet. */
  static Deed click(Element element, @Nullable Integer reactionMs) {
    Interaction click =
        Interaction.newBuilder()
            .setSelector(element.selector())
            .setX(element.x())
            .setY(element.y())
            .setInteractive(true)
            .setReactionMs(reactionMs)
            .build();
    return new Deed(EventTypes.ELEMENT_CLICKED, null, event -> event.setInteraction(click));
  }

  static Deed scriptError() {
    Interaction error = Interaction.newBuilder().setError("TypeError: price is undefined").build();
    return new Deed(EventTypes.SCRIPT_ERROR, null, event -> event.setInteraction(error));
  }

  static Deed field(String type, String field, @Nullable String code) {
    Form form = Form.newBuilder().setFormId("checkout").setField(field).setCode(code).build();
    return new Deed(type, null, event -> event.setForm(form));
  }

  static Deed coupon(String type, @Nullable String reason) {
    Coupon coupon = Coupon.newBuilder().setCode("SPRING10").setReason(reason).build();
    return new Deed(type, null, event -> event.setCoupon(coupon));
  }

  static Deed chat(String type) {
    return new Deed(
        type,
        null,
        event ->
            event.setService(
                Service.newBuilder()
                    .setChatId("chat-" + event.getEventId())
                    .setTopic("checkout")
                    .build()));
  }

  /** The shop changes the price of a product, in its currency. */
  static Deed price(ProductLine product, BigDecimal before, BigDecimal after) {
    return ofTheShop(
        EventTypes.PRICE_CHANGED,
        Stock.newBuilder()
            .setProductId(product.getProductId())
            .setPriceBefore(before)
            .setPriceAfter(after)
            .setCurrency(product.getCurrency())
            .build());
  }

  /** So many pieces of a product are left. */
  static Deed stock(ProductLine product, long available) {
    return ofTheShop(
        EventTypes.STOCK_CHANGED,
        Stock.newBuilder().setProductId(product.getProductId()).setAvailable(available).build());
  }

  /** Nobody's visit. */
  private static Deed ofTheShop(String type, Stock stock) {
    return new Deed(
        type,
        null,
        event ->
            event
                .setSessionId(null)
                .setSessionSeq(null)
                .setAnonymousId(null)
                .setUserId(null)
                .setContext(null)
                .setStock(stock));
  }

  boolean isOfTheShop() {
    return type.equals(EventTypes.PRICE_CHANGED) || type.equals(EventTypes.STOCK_CHANGED);
  }

  private static BigDecimal total(List<ProductLine> lines) {
    BigDecimal total = BigDecimal.ZERO.setScale(4);
    for (ProductLine line : lines) {
      total = total.add(line.getPrice().multiply(BigDecimal.valueOf(line.getQuantity())));
    }
    return total;
  }

  private static String currency(List<ProductLine> lines) {
    return lines.isEmpty() ? "EUR" : lines.get(0).getCurrency();
  }

  /** Something on a page that can be clicked, and where the click hits it. */
  record Element(@Nullable String selector, int x, int y) {}
}

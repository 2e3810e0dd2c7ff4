package io.floorwalker.testkit;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.Order;
import io.floorwalker.schema.Payment;
import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;

/**
 * The words of a shop's timeline: {@code cart().added("shoes", "79.00")}, {@code order().placed()},
 * and so on.
 */
public final class ShopEvents {
  private static final int SCALE_OF_MONEY = 4;

  private ShopEvents() {}

  /** What happens to a cart. */
  public static CartEvents cart() {
    return new CartEvents();
  }

  /** What happens on a page. */
  public static PageEvents page() {
    return new PageEvents();
  }

  /** What happens in the checkout. */
  public static CheckoutEvents checkout() {
    return new CheckoutEvents();
  }

  /** What happens to a payment. */
  public static PaymentEvents payment() {
    return new PaymentEvents();
  }

  /** What happens to an order. */
  public static OrderEvents order() {
    return new OrderEvents();
  }

  /** An event of any type, with no family set; {@link ShopEvent#with} sets what it needs. */
  public static ShopEvent event(String type) {
    return new ShopEvent(type, event -> {});
  }

  /** A cart line: product, price of one piece in EUR, pieces. */
  public static ProductLine line(String product, String price, int quantity) {
    return product(product, price).setQuantity(quantity).build();
  }

  static ProductLine.Builder product(String product, String price) {
    // The scale of the schema, so that an event equals itself after a trip through Avro.
    BigDecimal money = new BigDecimal(price).setScale(SCALE_OF_MONEY);
    return ProductLine.newBuilder().setProductId(product).setPrice(money).setCurrency("EUR");
  }

  /** Views. */
  public static final class PageEvents {
    private PageEvents() {}

    /** A page is viewed. */
    public ShopEvent viewed() {
      return event(EventTypes.PAGE_VIEWED);
    }

    /** The page of a product is viewed. */
    public ShopEvent viewed(String product) {
      return event(EventTypes.PRODUCT_VIEWED)
          .with(event -> event.setProduct(ProductLine.newBuilder().setProductId(product).build()));
    }
  }

  /** The checkout. */
  public static final class CheckoutEvents {
    private CheckoutEvents() {}

    /** The checkout is started. */
    public ShopEvent started() {
      return event(EventTypes.CHECKOUT_STARTED).with(event -> event.setCheckout(new Checkout()));
    }

    /** A step of the checkout is viewed. */
    public ShopEvent viewed(String step) {
      return event(EventTypes.CHECKOUT_STEP_VIEWED)
          .with(event -> event.setCheckout(Checkout.newBuilder().setStep(step).build()));
    }
  }

  /** Payments. */
  public static final class PaymentEvents {
    private PaymentEvents() {}

    /** A payment is started. */
    public ShopEvent started() {
      return event(EventTypes.PAYMENT_STARTED).with(event -> event.setPayment(new Payment()));
    }

    /** A payment is declined with a code of the provider. */
    public ShopEvent declined(String code) {
      return event(EventTypes.PAYMENT_DECLINED)
          .with(event -> event.setPayment(Payment.newBuilder().setCode(code).build()));
    }
  }

  /** Orders. */
  public static final class OrderEvents {
    private OrderEvents() {}

    /** An order is placed. */
    public ShopEvent placed() {
      return event(EventTypes.ORDER_PLACED)
          .with(event -> event.setOrder(Order.newBuilder().build()));
    }
  }
}

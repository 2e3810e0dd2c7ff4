package io.floorwalker.testkit;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A customer event of a test, immutable: each method gives another event. Unless said it is of
 * customer {@code c-1} in the session {@code s-<customer>} and takes its id from its place in the
 * timeline.
 */
public final class ShopEvent {
  private final String type;
  private final Consumer<CustomerEvent.Builder> changes;

  ShopEvent(String type, Consumer<CustomerEvent.Builder> changes) {
    this.type = type;
    this.changes = changes;
  }

  /** Of this customer, as ingest would key it, in the session {@code s-<customer>}. */
  public ShopEvent by(String customer) {
    return with(event -> customer(event, customer));
  }

  /** In this session; say it after {@link #by}. */
  public ShopEvent in(String session) {
    return with(event -> event.setSessionId(session));
  }

  /** With this event id. */
  public ShopEvent id(String eventId) {
    return with(event -> event.setEventId(eventId));
  }

  /** With this number in its session, from 1. */
  public ShopEvent seq(long number) {
    return with(event -> event.setSessionSeq(number));
  }

  /** So many pieces of the product. */
  public ShopEvent quantity(int pieces) {
    return withProduct(product -> product.setQuantity(pieces));
  }

  /** This variant of the product. */
  public ShopEvent variant(String variant) {
    return withProduct(product -> product.setVariant(variant));
  }

  /** The price of the product in this currency, ISO 4217. */
  public ShopEvent currency(String currency) {
    return withProduct(product -> product.setCurrency(currency));
  }

  /** With any other change, for fields that have no method here. */
  public ShopEvent with(Consumer<CustomerEvent.Builder> change) {
    return new ShopEvent(type, changes.andThen(change));
  }

  /** The event itself, received when it occurred; the number names it unless it has an id. */
  public CustomerEvent at(Instant occurredAt, int number) {
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setType(type)
            .setEventId("e-" + number)
            .setOccurredAt(occurredAt)
            .setReceivedAt(occurredAt)
            .setSource("test")
            .setSite("shop");
    customer(event, "c-1");
    changes.accept(event);
    return event.build();
  }

  private ShopEvent withProduct(Consumer<ProductLine> change) {
    return with(
        event -> {
          if (event.getProduct() == null) {
            throw new IllegalStateException(
                "An event %s has no product. Say it of an event that has one, such as cart().added."
                    .formatted(type));
          }
          change.accept(event.getProduct());
        });
  }

  private static void customer(CustomerEvent.Builder event, String customer) {
    event.setCustomerKey(customer).setUserId(customer).setSessionId("s-" + customer);
  }
}

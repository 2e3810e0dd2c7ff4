package io.floorwalker.runtime;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Signal;
import org.jspecify.annotations.Nullable;

/** The Kafka key of each record, as the contract says. */
public final class RecordKeys {

  private RecordKeys() {}

  /** session_id, else customer_key, else account_id|contact_id; site|product_id of the shop's. */
  public static String event(CustomerEvent event) {
    if (event.getSessionId() != null) {
      return event.getSessionId();
    }
    if (event.getCustomerKey() != null) {
      return event.getCustomerKey();
    }
    return event.getAccountId() == null && event.getStock() != null
        ? event.getSite() + "|" + event.getStock().getProductId()
        : accountContact(event.getAccountId(), event.getContactId());
  }

  /** customer_key, else account_id|contact_id, else site. */
  public static String detection(Detection detection) {
    if (detection.getCustomerKey() != null) {
      return detection.getCustomerKey();
    }
    return detection.getAccountId() != null
        ? accountContact(detection.getAccountId(), detection.getContactId())
        : detection.getSite();
  }

  public static String signal(Signal signal) {
    return signal.getSessionId();
  }

  /** The gate key: customer_key, else account_id|contact_id. */
  public static String decision(Decision decision) {
    return person(decision.getCustomerKey(), decision.getAccountId(), decision.getContactId());
  }

  /** The gate key: customer_key, else account_id|contact_id. */
  public static String action(Action action) {
    return person(action.getCustomerKey(), action.getAccountId(), action.getContactId());
  }

  /** The gate key: customer_key, else account_id|contact_id. */
  public static String outcome(Outcome outcome) {
    return person(outcome.getCustomerKey(), outcome.getAccountId(), outcome.getContactId());
  }

  public static String lateEvent(LateEvent late) {
    return position(late.getTopic(), late.getPartition(), late.getOffset());
  }

  public static String deadLetter(DeadLetter letter) {
    return position(letter.getTopic(), letter.getPartition(), letter.getOffset());
  }

  private static String person(
      @Nullable String customer, @Nullable String account, @Nullable String contact) {
    return customer != null ? customer : accountContact(account, contact);
  }

  private static String accountContact(@Nullable String account, @Nullable String contact) {
    return (account == null ? "" : account) + "|" + (contact == null ? "" : contact);
  }

  private static String position(String topic, int partition, long offset) {
    return topic + "|" + partition + "|" + offset;
  }
}

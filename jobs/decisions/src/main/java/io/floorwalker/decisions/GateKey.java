package io.floorwalker.decisions;

import io.floorwalker.schema.Detection;

/** Whose caps and consents a detection is decided by: customer, else contact, else site. */
public final class GateKey {

  private GateKey() {}

  /** customer_key, else account_id|contact_id, else site; the key of the detection's record. */
  public static String of(Detection detection) {
    if (detection.getCustomerKey() != null) {
      return detection.getCustomerKey();
    }
    return detection.getAccountId() != null
        ? contact(detection.getAccountId(), detection.getContactId())
        : detection.getSite();
  }

  /** The key of one contact at one account. */
  public static String contact(String accountId, String contactId) {
    return accountId + "|" + (contactId == null ? "" : contactId);
  }
}

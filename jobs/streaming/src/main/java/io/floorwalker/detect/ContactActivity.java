package io.floorwalker.detect;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a contact of an account did. Bots did nothing, and our own people only where they write down
 * in the CRM that they met the contact.
 */
public final class ContactActivity {

  private ContactActivity() {}

  public static boolean is(CustomerEvent event) {
    boolean counts =
        switch (event.getType()) {
          case EventTypes.PORTAL_ACTIVITY, EventTypes.SIGNED_IN, EventTypes.ORDER_PLACED ->
              !event.getIsInternal();
          case EventTypes.CRM_ACTIVITY -> true;
          default -> false;
        };
    return counts
        && !event.getIsBot()
        && isSet(event.getAccountId())
        && isSet(event.getContactId());
  }

  private static boolean isSet(@Nullable String id) {
    return id != null && !id.isBlank();
  }
}

package io.floorwalker.simulator;

import java.util.List;

/**
 * Something true about a shopper or a contact, known from the script and not from the events. All
 * that a finished history lets come due is told, also what falls due after its last event.
 *
 * @param kind browse_abandoned, search_abandoned, cart_abandoned, checkout_abandoned,
 *     payment_abandoned, intent_reopened, checkout_struggle, stakeholder_stale,
 *     stakeholder_never_active or stakeholder_returned
 * @param step the checkout step of a struggle, 1, 2 or 3 of a silence; empty where there is none
 * @param key customer key of an abandonment or what reopens it, session id of a struggle, {@code
 *     account|contact} else
 * @param atMs when it becomes true, UTC ms
 * @param evidence event ids: what tells why (at most three) and the last touch; that touch and the
 *     change of the item; the counted signals' in the order in which they show; the last activity
 *     (of a return: the activity that returns), none where only the roster knows it
 */
public record Truth(String kind, String step, String key, long atMs, List<String> evidence) {

  public Truth {
    evidence = List.copyOf(evidence);
  }
}

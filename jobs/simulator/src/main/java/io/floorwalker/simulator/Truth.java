package io.floorwalker.simulator;

import java.util.List;

/**
 * Something true about a shopper, known from the script and not from the events.
 *
 * @param kind cart_abandoned
 * @param key the customer key: user id, else anonymous id
 * @param atMs when it becomes true, UTC ms: the last touch of the cart + T
 * @param evidence event ids; the last touch of the cart
 */
public record Truth(String kind, String key, long atMs, List<String> evidence) {}

package io.floorwalker.detect.reopen;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a product at a site.
 *
 * @param available pieces that can be sold
 * @param changedAt when it changed last, milliseconds
 */
public record Item(@Nullable Price price, @Nullable Long available, long changedAt) {
  static final Item UNKNOWN = new Item(null, null, 0);
}

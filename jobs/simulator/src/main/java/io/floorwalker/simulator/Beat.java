package io.floorwalker.simulator;

import io.floorwalker.schema.ProductLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a script lets its shopper do, in the order of time. */
record Beat(int visit, long atMs, String eventId, Deed deed) {

  /** What is done, to which product, and what the cart holds then (for an order: what it held). */
  record Deed(String type, @Nullable ProductLine product, List<ProductLine> cart) {}
}

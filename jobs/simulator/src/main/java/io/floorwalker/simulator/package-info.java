/**
 * A shop whose shoppers are made up, from a seed. Nobody here exists; the ids say so. A script is
 * written for each shopper first, and with it what is true about the shopper's carts; the events
 * are made from the script afterwards.
 */
@NullMarked
package io.floorwalker.simulator;

import org.jspecify.annotations.NullMarked;

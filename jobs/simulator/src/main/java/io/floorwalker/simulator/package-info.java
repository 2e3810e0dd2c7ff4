/**
 * A shop whose shoppers, and whose customers' contacts, are made up from a seed. Nobody here
 * exists; the ids say so. A script is written for each of them first, and with it what is true; the
 * events are made from the script afterwards.
 */
@NullMarked
package io.floorwalker.simulator;

import org.jspecify.annotations.NullMarked;

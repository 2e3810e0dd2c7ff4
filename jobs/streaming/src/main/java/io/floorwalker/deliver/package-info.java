/** Brings planned actions to their targets, by the wall clock: the only stage that may. */
@NullMarked
package io.floorwalker.deliver;

import org.jspecify.annotations.NullMarked;

/** What becomes of each order, as numbered versions. */
@NullMarked
package io.floorwalker.orders;

import org.jspecify.annotations.NullMarked;

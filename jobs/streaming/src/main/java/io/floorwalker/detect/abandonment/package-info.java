/** Carts that nobody comes back to. */
@NullMarked
package io.floorwalker.detect.abandonment;

import org.jspecify.annotations.NullMarked;

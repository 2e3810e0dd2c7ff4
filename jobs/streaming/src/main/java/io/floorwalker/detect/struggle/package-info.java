/** Shoppers who are in trouble on the way to their order. */
@NullMarked
package io.floorwalker.detect.struggle;

import org.jspecify.annotations.NullMarked;

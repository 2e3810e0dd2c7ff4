/** Decides about detections, one person at a time, and remembers what it decided. */
@NullMarked
package io.floorwalker.decide;

import org.jspecify.annotations.NullMarked;

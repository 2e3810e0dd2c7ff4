/** Waits for what comes of a decision, in event time, and says so when its window ends. */
@NullMarked
package io.floorwalker.outcome;

import org.jspecify.annotations.NullMarked;

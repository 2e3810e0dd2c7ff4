/**
 * Decisions: what answers a detection, and why nothing else did. Pure functions of their arguments;
 * changes of state are returned, not done.
 */
@NullMarked
package io.floorwalker.decisions;

import org.jspecify.annotations.NullMarked;

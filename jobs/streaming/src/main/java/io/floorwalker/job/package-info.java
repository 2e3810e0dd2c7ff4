/** Mains: parse, wire, execute. */
@NullMarked
package io.floorwalker.job;

import org.jspecify.annotations.NullMarked;

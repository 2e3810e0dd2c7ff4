/** The door: what may become a customer event, whose it is, and the ticks that prove silence. */
@NullMarked
package io.floorwalker.ingest;

import org.jspecify.annotations.NullMarked;

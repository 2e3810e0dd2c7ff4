/** What every job and every client agrees on: topics, event types, ids and the wire format. */
@NullMarked
package io.floorwalker.contract;

import org.jspecify.annotations.NullMarked;

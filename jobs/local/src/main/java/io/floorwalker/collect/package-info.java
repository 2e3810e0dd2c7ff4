/** The door for trackers over HTTP: what Segment's clients send, as records of its raw topic. */
@NullMarked
package io.floorwalker.collect;

import org.jspecify.annotations.NullMarked;

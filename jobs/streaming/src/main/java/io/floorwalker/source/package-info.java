/**
 * Reading a topic: records decoded without ever throwing, event time per partition, the end of
 * time.
 */
@NullMarked
package io.floorwalker.source;

import org.jspecify.annotations.NullMarked;

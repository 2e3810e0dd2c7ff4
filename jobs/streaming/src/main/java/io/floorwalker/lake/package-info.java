/** Iceberg: the tables, how records become rows, how rows are committed. */
@NullMarked
package io.floorwalker.lake;

import org.jspecify.annotations.NullMarked;

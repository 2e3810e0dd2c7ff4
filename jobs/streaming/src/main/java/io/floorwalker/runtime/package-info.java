/** What every job needs from Flink and Kafka. */
@NullMarked
package io.floorwalker.runtime;

import org.jspecify.annotations.NullMarked;

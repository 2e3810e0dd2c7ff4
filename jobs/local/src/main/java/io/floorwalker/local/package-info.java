/** The embedded stack (Kafka broker, Flink MiniCluster, SQLite catalog) and the command line. */
@NullMarked
package io.floorwalker.local;

import org.jspecify.annotations.NullMarked;

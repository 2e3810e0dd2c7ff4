package io.floorwalker.bench;

import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One way to do the work. */
interface Contender {

  /** In the table, the picture and the JSON. */
  String title();

  /** The kinds that it looks for; none where it only shows what reading costs. */
  Set<String> kinds();

  /** Attaches it between the source and the stop watch. */
  DataStream<Finding> attach(StreamExecutionEnvironment env, Inlet inlet);
}

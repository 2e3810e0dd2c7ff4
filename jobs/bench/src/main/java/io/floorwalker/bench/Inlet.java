package io.floorwalker.bench;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.EventSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where the events come from: the same ones, as a user would read them and as our jobs do. */
interface Inlet {

  /** Events alone, in event time. */
  DataStream<CustomerEvent> plain(StreamExecutionEnvironment env);

  /** The source of our jobs. */
  EventSource ours(StreamExecutionEnvironment env);
}

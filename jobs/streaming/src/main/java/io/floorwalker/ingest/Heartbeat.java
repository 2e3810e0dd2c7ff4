package io.floorwalker.ingest;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The beat of ingest: the numbers of a topic's partitions, all of them once a heartbeat. */
public final class Heartbeat {

  private Heartbeat() {}

  /** One element for each partition and heartbeat; by the wall clock, which is ingest's to read. */
  public static DataStream<Integer> attach(
      StreamExecutionEnvironment env, Duration period, int partitions) {
    GeneratorFunction<Long, Integer> partition = number -> (int) (number % partitions);
    double perSecond = partitions * 1000.0 / period.toMillis();
    DataGeneratorSource<Integer> beat =
        new DataGeneratorSource<>(
            partition, Long.MAX_VALUE, RateLimiterStrategy.perSecond(perSecond), Types.INT);
    return env.fromSource(beat, WatermarkStrategy.noWatermarks(), "heartbeat")
        .setParallelism(1)
        .uid("heartbeat-v1");
  }
}

package io.floorwalker.source;

import io.floorwalker.schema.DeadLetter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The events of a topic, attached: source, end of time, split.
 *
 * @param events in event time where the strategy assigns it
 * @param deadLetters records that could not be used
 * @param ticks ticks as they came back
 */
public record EventSource(
    DataStream<Received> events, DataStream<DeadLetter> deadLetters, DataStream<Tick> ticks) {

  /**
   * Attaches the topic; event time is assigned inside the source, per partition, and nowhere after
   * it.
   */
  public static EventSource attach(
      StreamExecutionEnvironment env,
      KafkaSource<Read> topic,
      WatermarkStrategy<Read> time,
      EndOfTime.Policy atEnd) {
    DataStream<Read> reads = env.fromSource(topic, time, "read events").uid("read-events-v1");
    return split(EndOfTime.attach(reads, atEnd, "end-of-time-v1"));
  }

  private static EventSource split(DataStream<Read> reads) {
    SingleOutputStreamOperator<Received> events =
        reads.process(new SplitReads()).name("split reads").uid("split-reads-v1");
    return new EventSource(
        events,
        events.getSideOutput(SplitReads.DEAD_LETTERS),
        events.getSideOutput(SplitReads.TICKS));
  }
}

package io.floorwalker.bench;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Admission;
import io.floorwalker.source.EndOfTime;
import io.floorwalker.source.EventReader;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.LogTime;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** {@code cx.events} of a broker, from its first record to the last that is there. */
record KafkaInlet(Settings settings) implements Inlet {

  /** That of checkout-struggle, for all. */
  private static final Duration DISORDER = Duration.ofSeconds(5);

  @Override
  public DataStream<CustomerEvent> plain(StreamExecutionEnvironment env) {
    return env.fromSource(
            KafkaSources.fromEarliest(settings, Topics.EVENTS, new PlainReader()),
            WatermarkStrategy.<CustomerEvent>forBoundedOutOfOrderness(DISORDER)
                .withTimestampAssigner((event, ignored) -> event.getOccurredAt().toEpochMilli()),
            "read")
        .uid("read")
        .filter(new StartWatch<>())
        .name("start")
        .uid("start");
  }

  @Override
  public EventSource ours(StreamExecutionEnvironment env) {
    EventSource source =
        EventSource.attach(
            env,
            KafkaSources.fromEarliest(
                settings, Topics.EVENTS, new EventReader("bench", Admission.OPEN)),
            LogTime.bounded(DISORDER),
            EndOfTime.Policy.FIRE);
    return new EventSource(
        source.events().filter(new StartWatch<>()).name("start").uid("start"),
        source.deadLetters(),
        source.ticks());
  }
}

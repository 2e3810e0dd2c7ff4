package io.floorwalker.bench;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.Received;
import io.floorwalker.source.SplitReads;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Events out of a list. */
record TestingInlet(List<CustomerEvent> events) implements Inlet {

  @Override
  public DataStream<CustomerEvent> plain(StreamExecutionEnvironment env) {
    return env.fromData(events, TypeInformation.of(CustomerEvent.class))
        .uid("events")
        .filter(new StartWatch<>())
        .uid("start")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<CustomerEvent>forMonotonousTimestamps()
                .withTimestampAssigner((event, ignored) -> event.getOccurredAt().toEpochMilli()))
        .uid("time");
  }

  @Override
  public EventSource ours(StreamExecutionEnvironment env) {
    SingleOutputStreamOperator<Received> received =
        plain(env)
            .map(event -> new Received(event, 0, 0, event.getOccurredAt().toEpochMilli()))
            .returns(Received.class)
            .uid("received");
    DataStream<DeadLetter> none = received.getSideOutput(SplitReads.DEAD_LETTERS);
    return new EventSource(received, none, received.getSideOutput(SplitReads.TICKS));
  }
}

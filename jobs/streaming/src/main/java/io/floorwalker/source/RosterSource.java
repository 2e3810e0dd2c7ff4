package io.floorwalker.source;

import io.floorwalker.schema.DeadLetter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The roster of the accounts, attached: source, end of time, split.
 *
 * @param changes in event time
 * @param deadLetters records that could not be used
 */
public record RosterSource(DataStream<RosterChange> changes, DataStream<DeadLetter> deadLetters) {

  /** Attaches the topic; event time is assigned inside the source, per partition. */
  public static RosterSource attach(
      StreamExecutionEnvironment env,
      KafkaSource<RosterRead> topic,
      WatermarkStrategy<RosterRead> time,
      EndOfTime.Policy atEnd) {
    DataStream<RosterRead> reads = env.fromSource(topic, time, "read roster").uid("read-roster-v1");
    SingleOutputStreamOperator<RosterChange> changes =
        EndOfTime.attach(reads, atEnd, "end-of-roster-v1")
            .process(new Split())
            .name("split roster")
            .uid("split-roster-v1");
    return new RosterSource(changes, changes.getSideOutput(SplitReads.DEAD_LETTERS));
  }

  private static final class Split extends ProcessFunction<RosterRead, RosterChange> {
    private static final long serialVersionUID = 1L;

    private transient Counter changes = new SimpleCounter();
    private transient Counter deadLetters = new SimpleCounter();

    @Override
    public void open(OpenContext context) {
      changes = getRuntimeContext().getMetricGroup().counter("roster_changes");
      deadLetters = getRuntimeContext().getMetricGroup().counter("dead_letters");
    }

    @Override
    public void processElement(RosterRead read, Context context, Collector<RosterChange> out) {
      RosterChange change = read.change();
      DeadLetter failure = read.failure();
      if (change != null) {
        changes.inc();
        out.collect(change);
      } else if (failure != null) {
        deadLetters.inc();
        context.output(SplitReads.DEAD_LETTERS, failure);
      }
    }
  }
}

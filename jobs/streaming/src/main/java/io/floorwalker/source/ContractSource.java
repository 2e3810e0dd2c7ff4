package io.floorwalker.source;

import io.floorwalker.schema.DeadLetter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;

/**
 * The records of a topic of the contract, attached without event time.
 *
 * @param deadLetters records that could not be used
 */
public record ContractSource<T>(DataStream<T> records, DataStream<DeadLetter> deadLetters) {

  /** Attaches the topic; the name stands in the operators' uids. */
  public static <T> ContractSource<T> attach(
      StreamExecutionEnvironment env,
      KafkaSource<Either<T, DeadLetter>> topic,
      Class<T> type,
      String name) {
    return attach(env, topic, TypeInformation.of(type), name);
  }

  /** The same for a compacted topic: what changed, removals included. */
  public static <T extends SpecificRecordBase> ContractSource<Change<T>> attachCompacted(
      StreamExecutionEnvironment env,
      KafkaSource<Either<Change<T>, DeadLetter>> topic,
      Class<T> type,
      String name) {
    return attach(env, topic, Change.type(type), name);
  }

  private static <T> ContractSource<T> attach(
      StreamExecutionEnvironment env,
      KafkaSource<Either<T, DeadLetter>> topic,
      TypeInformation<T> type,
      String name) {
    String words = name.replace('-', ' ');
    SingleOutputStreamOperator<T> records =
        env.fromSource(topic, WatermarkStrategy.noWatermarks(), "read " + words)
            .uid("read-" + name + "-v1")
            .process(new Split<T>())
            .returns(type)
            .name("split " + words)
            .uid("split-" + name + "-v1");
    return new ContractSource<>(records, records.getSideOutput(SplitReads.DEAD_LETTERS));
  }

  private static final class Split<T> extends ProcessFunction<Either<T, DeadLetter>, T> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Either<T, DeadLetter> read, Context context, Collector<T> out) {
      if (read.isLeft()) {
        out.collect(read.left());
      } else {
        context.output(SplitReads.DEAD_LETTERS, read.right());
      }
    }
  }
}

package io.floorwalker.testkit;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Small pipelines over words such as {@code a1}: the letter is the key. */
final class Running {
  static final OutputTag<String> SIDE = new OutputTag<>("side", Types.STRING);

  private Running() {}

  /** Counts the words of each letter, {@code a:1}, {@code a:2}, under this uid. */
  static SingleOutputStreamOperator<String> counts(DataStream<String> words, String uid) {
    return words
        .keyBy(word -> word.substring(0, 1), Types.STRING)
        .process(new LetterCount())
        .returns(Types.STRING)
        .name("count")
        .uid(uid);
  }

  /** Sends words that end in a dot to the side output. */
  static SingleOutputStreamOperator<String> split(DataStream<String> words) {
    return words.process(new Split()).returns(Types.STRING).name("split").uid("split-v1");
  }

  private static final class Split extends ProcessFunction<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(String word, Context context, Collector<String> out) {
      if (word.endsWith(".")) {
        context.output(SIDE, word);
      } else {
        out.collect(word);
      }
    }
  }
}

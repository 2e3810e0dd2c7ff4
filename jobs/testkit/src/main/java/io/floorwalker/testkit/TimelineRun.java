package io.floorwalker.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.OutputTag;

/** One run of a pipeline over a timeline, across all its restores. */
final class TimelineRun<IN, OUT> implements AutoCloseable {
  private final TypeInformation<IN> type;
  private final Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline;
  private final List<PipelineHarness<IN, OUT>> harnesses = new ArrayList<>();
  private int parallelism;

  TimelineRun(
      TypeInformation<IN> type,
      Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline,
      int parallelism) {
    this.type = type;
    this.pipeline = pipeline;
    this.parallelism = parallelism;
    harnesses.add(PipelineHarness.of(type, pipeline, parallelism));
  }

  PipelineHarness<IN, OUT> harness() {
    return harnesses.get(harnesses.size() - 1);
  }

  void restore() {
    restoreAt(parallelism);
  }

  void restoreAt(int newParallelism) {
    parallelism = newParallelism;
    Snapshot snapshot = harness().snapshot();
    harness().close();
    harnesses.add(PipelineHarness.restored(type, pipeline, snapshot, parallelism));
  }

  Outcome<OUT> outcome() {
    return new Outcome<>(this);
  }

  List<OUT> output() {
    return harnesses.stream().flatMap(harness -> harness.output().stream()).toList();
  }

  <X> List<X> sideOutput(OutputTag<X> tag) {
    return harnesses.stream().flatMap(harness -> harness.sideOutput(tag).stream()).toList();
  }

  long counter(String name) {
    return sum(harness -> harness.counter(name));
  }

  private long sum(ToLongFunction<PipelineHarness<IN, OUT>> number) {
    return harnesses.stream().mapToLong(number).sum();
  }

  @Override
  public void close() {
    harness().close();
  }
}

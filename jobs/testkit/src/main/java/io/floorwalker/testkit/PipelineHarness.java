package io.floorwalker.testkit;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Runs a whole pipeline of one-input operators step by step in the calling thread: real operators,
 * state, timers, serializers and key groups, but no cluster and no clock. Records and watermarks
 * flow through all of it before a call returns. Types that need Kryo are refused.
 *
 * <pre>{@code
 * try (PipelineHarness<Click, Alert> harness = PipelineHarness.of(TypeInformation.of(Click.class), RageClicks::attach)) {
 *   harness.element(new Click("c-1"), 1_000);
 *   harness.watermark(60_000);
 *   assertThat(harness.output()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>Times are milliseconds. Every method that moves records throws {@link PipelineFailure} if an
 * operator throws.
 *
 * @param <IN> what the pipeline reads
 * @param <OUT> what the stream that it returns holds
 */
public final class PipelineHarness<IN, OUT> implements AutoCloseable {
  private final PipelineGraph graph;
  private final Flow flow;
  private long elements;
  private long checkpoints;
  private long watermark = Long.MIN_VALUE;

  private PipelineHarness(PipelineGraph graph) {
    this.graph = graph;
    this.flow = new Flow(graph);
  }

  /** Starts the pipeline without state, at parallelism 1. */
  public static <IN, OUT> PipelineHarness<IN, OUT> of(
      TypeInformation<IN> type,
      Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline) {
    return restored(type, pipeline, Snapshot.none(), 1);
  }

  /** Starts the pipeline without state; keyed streams are spread over the subtasks by key group. */
  public static <IN, OUT> PipelineHarness<IN, OUT> of(
      TypeInformation<IN> type,
      Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline,
      int parallelism) {
    return restored(type, pipeline, Snapshot.none(), parallelism);
  }

  /** Starts the pipeline from a snapshot, at parallelism 1. */
  public static <IN, OUT> PipelineHarness<IN, OUT> restored(
      TypeInformation<IN> type,
      Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline,
      Snapshot snapshot) {
    return restored(type, pipeline, snapshot, 1);
  }

  /**
   * Starts the pipeline from a snapshot, re-scaled where the parallelism differs.
   *
   * @throws IllegalArgumentException if the pipeline cannot run here, or the snapshot has state of
   *     an operator that the pipeline has not
   */
  public static <IN, OUT> PipelineHarness<IN, OUT> restored(
      TypeInformation<IN> type,
      Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline,
      Snapshot snapshot,
      int parallelism) {
    PipelineGraph graph = PipelineGraph.of(type, pipeline, parallelism);
    graph.open(snapshot);
    return new PipelineHarness<>(graph);
  }

  /** Feeds one record with its event time. */
  public void element(IN value, long timestamp) {
    StreamRecord<Object> record = new StreamRecord<>(value, timestamp);
    int subtask = (int) (elements++ % graph.source().parallelism());
    flow.enter(subtask, new Emission(null, record));
  }

  /**
   * Feeds a watermark: no event at or before it is still to come.
   *
   * @throws IllegalArgumentException if it is behind the one before
   */
  public void watermark(long time) {
    if (time < watermark) {
      throw new IllegalArgumentException(
          "Watermark %d is behind %d. Watermarks only rise; move it further up."
              .formatted(time, watermark));
    }
    watermark = time;
    for (int subtask = 0; subtask < graph.source().parallelism(); subtask++) {
      flow.enter(subtask, Emission.watermark(new Watermark(time)));
    }
  }

  /** Moves the processing time of every operator, and with it time-to-live of state. */
  public void processingTime(long time) {
    flow.onEach(subtask -> subtask.processingTime(time));
  }

  /** The final watermark, then the end of the input, as a bounded source ends. */
  public void endOfInput() {
    watermark(Watermark.MAX_WATERMARK.getTimestamp());
    flow.onEach(Subtask::endOfInput);
  }

  /** All that the returned stream has emitted since this harness started, in order. */
  @SuppressWarnings("unchecked") // The pipeline was type-checked when it was built.
  public List<OUT> output() {
    return (List<OUT>) flow.output();
  }

  /** All that any operator has emitted to a side output of this tag. */
  @SuppressWarnings("unchecked") // An operator can only emit the tag's type to it.
  public <X> List<X> sideOutput(OutputTag<X> tag) {
    return (List<X>) flow.sideOutput(tag);
  }

  /**
   * The newest watermark that left the returned stream; {@code Long.MIN_VALUE} before the first.
   */
  public long outputWatermark() {
    return flow.outputWatermark();
  }

  /** The state of all operators as a checkpoint would hold it. */
  public Snapshot snapshot() {
    long checkpoint = ++checkpoints;
    flow.onEach(subtask -> subtask.prepareSnapshot(checkpoint));
    return Snapshot.of(graph.operators(), checkpoint);
  }

  /** Entries of keyed state in all operators; a map state counts each of its entries. */
  public int keyedStateEntries() {
    return (int) sum(subtask -> subtask.harness().keyedStateEntries());
  }

  /** Pending event-time timers of all operators. */
  public int eventTimeTimers() {
    return (int) sum(subtask -> subtask.harness().eventTimeTimers());
  }

  /** Pending processing-time timers of all operators. */
  public int processingTimeTimers() {
    return (int) sum(subtask -> subtask.harness().processingTimeTimers());
  }

  /**
   * The sum of all counters of that name that operators registered in their own metric group; 0
   * where there is none.
   */
  public long counter(String name) {
    return sum(subtask -> subtask.metrics().count(name));
  }

  /** Closes every operator. */
  @Override
  public void close() {
    flow.onEach(Subtask::close);
  }

  private long sum(ToLongFunction<Subtask> number) {
    return graph.operators().stream()
        .flatMap(stage -> stage.subtasks().stream())
        .mapToLong(number)
        .sum();
  }
}

package io.floorwalker.testkit;

import io.floorwalker.schema.CustomerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a test says happened, in the order of arrival; {@link #through} runs a pipeline over it.
 * Test your own pattern on a page:
 *
 * <pre>{@code
 * import static io.floorwalker.testkit.Detections.abandoned;
 * import static io.floorwalker.testkit.ShopEvents.*;
 * import static io.floorwalker.testkit.Timeline.timeline;
 *
 * @Test
 * void twoLinesLeftBehindAreOneDetection() {
 *   timeline()
 *       .at("0m", cart().added("shoes", "79.00"))
 *       .at("12m", cart().added("socks", "9.00"))
 *       .at("11m", page().viewed())                 // arrives out of order
 *       .restore()                                  // the job fails over here
 *       .watermark("42m")
 *       .through(events -> MyPattern.attach(events, Duration.ofMinutes(30)))
 *       .emits(abandoned().lines(2).deadline("42m").value("88.00"))
 *       .leavesNoState();
 * }
 * }</pre>
 *
 * <p>Times are relative to {@link Moment#START}. Events without an id of their own are {@code e-1},
 * {@code e-2}, ... in the order in which they stand.
 *
 * @param <E> what a line of the test says
 * @param <IN> what the pipeline reads
 */
public final class Timeline<E, IN> {
  private final TypeInformation<IN> type;
  private final Entry<? super E, ? extends IN> entry;
  private final List<Step<IN>> steps = new ArrayList<>();
  private int events;
  private int parallelism = 1;

  private Timeline(TypeInformation<IN> type, Entry<? super E, ? extends IN> entry) {
    this.type = type;
    this.entry = entry;
  }

  /** A timeline of shop events for a pipeline that reads {@link CustomerEvent}. */
  public static Timeline<ShopEvent, CustomerEvent> timeline() {
    return timeline(TypeInformation.of(CustomerEvent.class), Function.identity());
  }

  /**
   * A timeline of shop events for a pipeline that reads them wrapped; the event time stays {@code
   * occurred_at}.
   */
  public static <IN> Timeline<ShopEvent, IN> timeline(
      TypeInformation<IN> type, Function<? super CustomerEvent, ? extends IN> adapter) {
    return new Timeline<>(type, (event, at, number) -> adapter.apply(event.at(at, number)));
  }

  /** A timeline of records of your own. */
  public static <IN> Timeline<IN, IN> of(TypeInformation<IN> type) {
    return new Timeline<>(type, (record, at, number) -> record);
  }

  /**
   * One event, with its event time such as {@code 29m59s}. It arrives after all that stands before
   * it.
   */
  public Timeline<E, IN> at(String time, E event) {
    Instant at = Moment.at(time);
    IN record = entry.record(event, at, ++events);
    steps.add(run -> run.harness().element(record, at.toEpochMilli()));
    return this;
  }

  /** A watermark: no event at or before this time is still to come, unless it is late. */
  public Timeline<E, IN> watermark(String time) {
    long millis = Moment.at(time).toEpochMilli();
    steps.add(run -> run.harness().watermark(millis));
    return this;
  }

  /** The processing time of the job, for rules that use it. */
  public Timeline<E, IN> processingTime(String time) {
    long millis = Moment.at(time).toEpochMilli();
    steps.add(run -> run.harness().processingTime(millis));
    return this;
  }

  /** A checkpoint, and the job starts again from it. */
  public Timeline<E, IN> restore() {
    steps.add(TimelineRun::restore);
    return this;
  }

  /** A checkpoint, and the job starts again from it at another parallelism. */
  public Timeline<E, IN> restoreAt(int newParallelism) {
    steps.add(run -> run.restoreAt(newParallelism));
    return this;
  }

  /** The final watermark and the end of the input. */
  public Timeline<E, IN> end() {
    steps.add(run -> run.harness().endOfInput());
    return this;
  }

  /** The parallelism at the start; 1 unless said. */
  public Timeline<E, IN> parallelism(int subtasks) {
    parallelism = subtasks;
    return this;
  }

  /**
   * Runs the pipeline over the timeline, from its first line to its last. A timeline may run
   * through several pipelines.
   *
   * @throws PipelineFailure if an operator throws
   */
  public <OUT> Outcome<OUT> through(
      Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline) {
    TimelineRun<IN, OUT> run = new TimelineRun<>(type, pipeline, parallelism);
    try (run) {
      for (Step<IN> step : steps) {
        step.on(run);
      }
      return run.outcome();
    }
  }

  /** Makes the record of a line. */
  interface Entry<E, IN> {
    IN record(E event, Instant at, int number);
  }

  /** Anything that a line does to a run. */
  interface Step<IN> {
    void on(TimelineRun<IN, ?> run);
  }
}

package io.floorwalker.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.util.OutputTag;
import org.assertj.core.api.Condition;

/**
 * What a pipeline made of a timeline. Every method but {@link #output} and {@link #sideOutput} is a
 * check that throws an {@link AssertionError} which shows all that came out.
 *
 * @param <OUT> what the pipeline emits
 */
public final class Outcome<OUT> {
  private final TimelineRun<?, OUT> run;
  private final int keyedStateEntries;
  private final int timers;

  Outcome(TimelineRun<?, OUT> run) {
    this.run = run;
    // Read now: the operators are closed when the checks run.
    this.keyedStateEntries = run.harness().keyedStateEntries();
    this.timers = run.harness().eventTimeTimers() + run.harness().processingTimeTimers();
  }

  /** Each condition holds for one record of its own, in any order, and there is no other record. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Read only.
  public final Outcome<OUT> emits(Condition<? super OUT>... expected) {
    Assignment.requireOneToOne("output", output(), List.of(expected));
    return this;
  }

  /** Exactly these records come out, in any order. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Read only.
  public final Outcome<OUT> emitsValues(OUT... expected) {
    assertThat(output()).as("output").containsExactlyInAnyOrder(expected);
    return this;
  }

  /** No record comes out; side outputs are not looked at. */
  public Outcome<OUT> emitsNothing() {
    return emits();
  }

  /**
   * Each condition holds for one record of the side output of its own, and there is no other
   * record.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // Read only.
  public final <X> Outcome<OUT> emitsTo(OutputTag<X> tag, Condition<? super X>... expected) {
    Assignment.requireOneToOne(
        "side output '" + tag.getId() + "'", sideOutput(tag), List.of(expected));
    return this;
  }

  /** So many records go to the side output for late events. */
  public Outcome<OUT> late(OutputTag<?> tag, int count) {
    assertThat(sideOutput(tag)).as("late events in side output '%s'", tag.getId()).hasSize(count);
    return this;
  }

  /**
   * A counter that an operator registered in its own metric group has this value, restores
   * included.
   */
  public Outcome<OUT> counts(String counter, long expected) {
    assertThat(run.counter(counter)).as("counter '%s'", counter).isEqualTo(expected);
    return this;
  }

  /** No operator keeps keyed state or a timer. */
  public Outcome<OUT> leavesNoState() {
    return leavesState(0).leavesTimers(0);
  }

  /**
   * All operators together keep so many entries of keyed state; a map state counts each of its
   * entries.
   */
  public Outcome<OUT> leavesState(int entries) {
    assertThat(keyedStateEntries).as("entries of keyed state at the end").isEqualTo(entries);
    return this;
  }

  /** All operators together keep so many timers. */
  public Outcome<OUT> leavesTimers(int expected) {
    assertThat(timers).as("timers at the end").isEqualTo(expected);
    return this;
  }

  /** All that came out, in order, restores included. */
  public List<OUT> output() {
    return run.output();
  }

  /** All that went to a side output, in order, restores included. */
  public <X> List<X> sideOutput(OutputTag<X> tag) {
    return run.sideOutput(tag);
  }
}

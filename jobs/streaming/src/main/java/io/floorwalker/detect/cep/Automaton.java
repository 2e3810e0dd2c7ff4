package io.floorwalker.detect.cep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as a row of stages. Every event that the first stage takes begins a run; a run takes
 * the next event that its stage takes, so it never branches. One without {@code silence} is
 * complete with its last event, one with it when its time is over.
 *
 * <pre>{@code
 * a followedBy b            a  .  b        ends with b
 * a next b                  a  b           anything else ends the run
 * a notFollowedBy c
 *   followedBy b            a  .  b        c in between ends the run
 * a notFollowedBy c         a  .  .  T     complete at a + T unless c comes before
 * }</pre>
 *
 * @param silence what must not come after the last event; null where nothing is asked
 * @param within from the first event on, exclusive, milliseconds
 */
record Automaton<T>(
    String rule, List<Stage<T>> stages, @Nullable IterativeCondition<T> silence, long within)
    implements Serializable {

  /** The first event of a run. */
  boolean begins(T event, long at) throws Exception {
    return stages.get(0).takes().filter(event, new Begun<>(this, List.of(), at));
  }

  /** All events of the run are there, and nothing more has to be waited for. */
  boolean isComplete(Run<T> run) {
    return silence == null && run.taken().size() == stages.size();
  }

  /** All events of the run are there; only the silence behind them is not over. */
  boolean isSilent(Run<T> run) {
    return silence != null && run.taken().size() == stages.size();
  }

  long overAt(Run<T> run) {
    return run.beganAt() + within;
  }

  /** The run after this event, itself where the event means nothing to it; null: it is over. */
  @Nullable Run<T> after(Run<T> run, T event, long at) throws Exception {
    Begun<T> begun = new Begun<>(this, run.taken(), at);
    if (silence != null && isSilent(run)) {
      return silence.filter(event, begun) ? null : run;
    }
    Stage<T> stage = stages.get(run.taken().size());
    if (stage.takes().filter(event, begun)) {
      Run<T> further = run.with(event);
      // As Flink does it: what is forbidden in between does not forbid the end of the match.
      return isComplete(further) || !isForbidden(stage, event, begun) ? further : null;
    }
    return stage.strict() || isForbidden(stage, event, begun) ? null : run;
  }

  Match<T> match(Run<T> run, long at) {
    Map<String, List<T>> named = new LinkedHashMap<>();
    for (int number = 0; number < stages.size(); number++) {
      named
          .computeIfAbsent(stages.get(number).name(), unused -> new ArrayList<>(1))
          .add(run.taken().get(number));
    }
    return new Match<>(rule, at, named);
  }

  /** The events that were taken for a stage, which may be asked for several times. */
  List<T> taken(String name, List<T> events) {
    List<T> of = new ArrayList<>(1);
    for (int number = 0; number < events.size(); number++) {
      if (stages.get(number).name().equals(name)) {
        of.add(events.get(number));
      }
    }
    return of;
  }

  /** All conditions, each as often as it is asked. */
  List<IterativeCondition<T>> conditions() {
    List<IterativeCondition<T>> all = new ArrayList<>();
    for (Stage<T> stage : stages) {
      all.add(stage.takes());
      all.addAll(stage.unless());
    }
    if (silence != null) {
      all.add(silence);
    }
    return all;
  }

  private static <T> boolean isForbidden(Stage<T> stage, T event, Begun<T> begun) throws Exception {
    for (IterativeCondition<T> forbidden : stage.unless()) {
      if (forbidden.filter(event, begun)) {
        return true;
      }
    }
    return false;
  }
}

package io.floorwalker.detect.cep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an event, or time alone, does to the runs of a key. Pure but for the lists that it is asked
 * to fill; times are milliseconds.
 */
final class Matcher<T> {
  private final Map<String, Automaton<T>> automata;
  private final List<Match<T>> found = new ArrayList<>();
  private List<Run<T>> runs = List.of();
  private boolean changed;

  Matcher(Map<String, Automaton<T>> automata) {
    this.automata = automata;
  }

  /** Begins with the runs of a key; those of a rule that is gone since a restore are dropped. */
  void start(List<Run<T>> known) {
    boolean allRun = known.stream().allMatch(run -> automata.containsKey(run.rule()));
    runs = allRun ? known : known.stream().filter(run -> automata.containsKey(run.rule())).toList();
    changed = !allRun;
    found.clear();
  }

  /** Lets time pass until a moment, it included: what is silent is complete, the rest is over. */
  void passTo(long at) {
    if (runs.stream().noneMatch(run -> automaton(run).overAt(run) <= at)) {
      return;
    }
    List<Run<T>> still = new ArrayList<>(runs.size());
    List<Match<T>> silent = new ArrayList<>();
    for (Run<T> run : runs) {
      Automaton<T> automaton = automaton(run);
      if (automaton.overAt(run) > at) {
        still.add(run);
      } else if (automaton.isSilent(run)) {
        silent.add(automaton.match(run, automaton.overAt(run)));
      }
    }
    silent.sort(Comparator.comparingLong(Match::at));
    found.addAll(silent);
    runs = still;
    changed = true;
  }

  /** One event for one of the patterns. */
  void hear(String rule, T event, long at) throws Exception {
    Automaton<T> automaton = Objects.requireNonNull(automata.get(rule));
    List<Run<T>> after = new ArrayList<>(runs.size() + 1);
    for (Run<T> run : runs) {
      @Nullable Run<T> next = run.rule().equals(rule) ? automaton.after(run, event, at) : run;
      changed |= next != run;
      if (next != null) {
        keep(automaton, next, at, after);
      }
    }
    if (automaton.begins(event, at)) {
      changed = true;
      keep(automaton, Run.begin(rule, at, event), at, after);
    }
    runs = after;
  }

  private void keep(Automaton<T> automaton, Run<T> run, long at, List<Run<T>> after) {
    if (run.rule().equals(automaton.rule()) && automaton.isComplete(run)) {
      found.add(automaton.match(run, at));
    } else {
      after.add(run);
    }
  }

  List<Match<T>> found() {
    return found;
  }

  List<Run<T>> runs() {
    return runs;
  }

  /** Whether the runs are others than those that it began with. */
  boolean isChanged() {
    return changed;
  }

  /**
   * When time has something to do: the first silence is over, or, where nothing is silent, all runs
   * are.
   */
  long nextDue() {
    long firstSilence = PartialMatches.NEVER;
    long last = Long.MIN_VALUE;
    for (Run<T> run : runs) {
      long over = automaton(run).overAt(run);
      last = Math.max(last, over);
      if (automaton(run).isSilent(run)) {
        firstSilence = Math.min(firstSilence, over);
      }
    }
    return runs.isEmpty() ? PartialMatches.NEVER : Math.min(firstSilence, last);
  }

  private Automaton<T> automaton(Run<T> run) {
    return Objects.requireNonNull(automata.get(run.rule()));
  }
}

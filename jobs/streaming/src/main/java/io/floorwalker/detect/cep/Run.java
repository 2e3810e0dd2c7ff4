package io.floorwalker.detect.cep;

import java.util.ArrayList;
import java.util.List;

/**
 * A begun match: the events that were taken so far, one for each of the first stages.
 *
 * @param beganAt event time of the first, milliseconds
 */
record Run<T>(String rule, long beganAt, List<T> taken) {

  static <T> Run<T> begin(String rule, long at, T event) {
    return new Run<>(rule, at, List.of(event));
  }

  Run<T> with(T event) {
    List<T> more = new ArrayList<>(taken.size() + 1);
    more.addAll(taken);
    more.add(event);
    return new Run<>(rule, beganAt, more);
  }
}

package io.floorwalker.detect.stakeholder;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What is kept of a contact's recent past beside its inputs. Times are milliseconds.
 *
 * @param before the contact in front of the oldest of these inputs
 * @param changedAt when the contact changed last
 * @param lookAgainAt when what is too old is to be forgotten
 */
public record Past(Contact before, long changedAt, long lookAgainAt) {

  Past changed(long at) {
    return new Past(before, at, lookAgainAt);
  }

  /**
   * Everything once more, until a moment, it included.
   *
   * @param inputs by the moment in which they were dealt with
   */
  Turn retold(SortedMap<Long, List<Watched>> inputs, long until, Patience patience) {
    Turn turn = Turn.to(before);
    for (Map.Entry<Long, List<Watched>> moment : inputs.entrySet()) {
      turn = turn.then(contact -> contact.due(moment.getKey(), patience));
      for (Watched input : moment.getValue()) {
        turn = turn.then(contact -> input.on(contact, patience));
      }
    }
    return turn.then(contact -> contact.due(until, patience));
  }
}

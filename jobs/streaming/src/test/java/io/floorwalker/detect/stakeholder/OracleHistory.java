package io.floorwalker.detect.stakeholder;

import io.floorwalker.oracle.RosterChange;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;

/** The same inputs as an oracle reads them. */
record OracleHistory(List<CustomerEvent> events, List<RosterChange> roster) {

  static OracleHistory of(List<Watched> inputs) {
    List<CustomerEvent> events = new ArrayList<>();
    List<RosterChange> roster = new ArrayList<>();
    for (Watched input : inputs) {
      if (input.change() == null) {
        events.add(input.event());
      } else {
        Account row = input.change().row();
        roster.add(
            row == null
                ? RosterChange.removed(
                    input.change().account(), input.change().contact(), input.change().at())
                : RosterChange.of(row));
      }
    }
    return new OracleHistory(events, roster);
  }
}

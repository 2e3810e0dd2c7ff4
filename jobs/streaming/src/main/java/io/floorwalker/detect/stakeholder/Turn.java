package io.floorwalker.detect.stakeholder;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a contact, and all that is to be said about it, in order. Pure: a turn is a value.
 *
 * @param reports at most one for each moment: the last
 */
record Turn(Contact contact, List<Finding> findings, List<Report> reports) {

  /** A row of stakeholder_activity: the contact, and how it stands from a moment on. */
  record Report(Contact contact, Standing standing) {}

  /** Nothing to be said. */
  static Turn to(Contact contact) {
    return new Turn(contact, List.of(), List.of());
  }

  static Turn found(Contact contact, List<Finding> findings) {
    return new Turn(contact, findings, List.of());
  }

  static Turn reported(Contact contact, Report report) {
    return new Turn(contact, List.of(), List.of(report));
  }

  /** This turn and the next one of the same contact. */
  Turn then(Next next) {
    Turn more = next.of(contact);
    List<Finding> allFindings = new ArrayList<>(findings);
    allFindings.addAll(more.findings);
    List<Report> allReports = new ArrayList<>(reports);
    for (Report report : more.reports) {
      // The table's key ends in the moment, so that the last word of a moment is its only one.
      allReports.removeIf(earlier -> earlier.standing().at() == report.standing().at());
      allReports.add(report);
    }
    return new Turn(more.contact, allFindings, allReports);
  }

  /** A step in the life of a contact. */
  interface Next {
    Turn of(Contact contact);
  }
}

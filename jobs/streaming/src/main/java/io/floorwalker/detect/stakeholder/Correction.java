package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.schema.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an activity that came late makes of what was found without it. Pure.
 *
 * <pre>{@code
 *         0d     6d 23h    7d      7d 12h     13d 23h
 * known   SEEN            step 1
 * late    SEEN    SEEN              back      step 1      the activity of 6d 23h comes at 7d 12h
 * }</pre>
 *
 * @param known how things went without it
 * @param corrected how they went with it
 * @param watermark now, milliseconds
 */
record Correction(Turn known, Turn corrected, Latecomer late, long watermark) {

  /**
   * What has to be said: first what is not so, then what is. What was said and is so stays as it
   * was said.
   *
   * @param now the contact as it is known
   */
  Turn news(Contact now, Patience patience) {
    Set<String> is = ids(corrected, Phase.OPENED);
    List<Finding> findings = new ArrayList<>();
    for (Finding was : known.findings()) {
      if (was.phase() == Phase.OPENED && !is.contains(was.id())) {
        findings.add(was.takenBack(late, ids(known, Phase.CLOSED).contains(was.id())));
      }
    }
    for (Finding found : corrected.findings()) {
      if (!ids(known, found.phase()).contains(found.id())) {
        findings.add(found);
      }
    }
    Contact after = corrected.contact().with(now.standing());
    boolean isHeardAnew = !Objects.equals(now.silence(), after.silence());
    return Turn.found(after, findings)
        .then(contact -> new Course(contact, patience).reported(late.at(), isHeardAnew))
        .then(contact -> contact.due(watermark, patience)); // an absence may be over by now
  }

  private static Set<String> ids(Turn turn, Phase phase) {
    return turn.findings().stream()
        .filter(finding -> finding.phase() == phase)
        .map(Finding::id)
        .collect(Collectors.toSet());
  }
}

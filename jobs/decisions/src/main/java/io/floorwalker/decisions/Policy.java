package io.floorwalker.decisions;

import io.floorwalker.schema.Detection;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a decision follows; read by {@link Policies}.
 *
 * @param version stands in every decision
 * @param site whose detections it answers; empty: every site's
 * @param perChannelPerDay how often a person is reached on one channel in 24 h
 */
public record Policy(
    String version, String site, Holdout holdout, int perChannelPerDay, List<Rule> rules)
    implements Serializable {

  /**
   * The rule for a detection: the first of its kind that acts at its stage and step, else the first
   * of its kind, which then says so.
   */
  Optional<Rule> rule(Detection detection) {
    if (!site.isEmpty() && !site.equals(detection.getSite())) {
      return Optional.empty();
    }
    List<Rule> answering = rules.stream().filter(rule -> rule.scope().answers(detection)).toList();
    return answering.stream()
        .filter(rule -> rule.scope().actsAt(detection))
        .findFirst()
        .or(() -> answering.stream().findFirst());
  }
}

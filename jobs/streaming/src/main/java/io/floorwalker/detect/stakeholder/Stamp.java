package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.RuleVersions;
import java.io.Serializable;

/** Who says it: what stands in every record of this job. */
record Stamp(String job, RuleVersions versions) implements Serializable {

  String version(String rule) {
    return versions.of(rule);
  }
}

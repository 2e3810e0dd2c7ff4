package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the contacts of an account.
 *
 * @param requiredRoles by tier; a tier that stands nowhere requires none
 */
record CommitteeRules(Map<String, List<String>> requiredRoles) implements Serializable {
  /** A contact is active for so many days, that of its activity included. */
  static final long ACTIVE_DAYS = 30;

  /** So long it has to be as it is before that is said, in milliseconds. */
  static final long LASTING = TimeUnit.DAYS.toMillis(14);

  /** Usage below this share of what it was is a drop. */
  static final double DROP = 0.6;

  /** Usage from this share on is none any more. */
  static final double NO_DROP = 0.7;

  static CommitteeRules from(Settings settings) {
    Map<String, List<String>> roles = new HashMap<>();
    settings
        .below(Keys.REQUIRED_ROLES_PREFIX)
        .forEach(
            (tier, text) ->
                roles.put(
                    tier,
                    Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .distinct()
                        .sorted()
                        .toList()));
    return new CommitteeRules(Map.copyOf(roles));
  }

  List<String> required(@Nullable String tier) {
    return tier == null ? List.of() : requiredRoles.getOrDefault(tier, List.of());
  }
}

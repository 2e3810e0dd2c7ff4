package io.floorwalker.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The version of each rule, {@code rules.<rule>.version}, which stands in {@code rule_version} of
 * all that the rule makes. It is no part of any id.
 */
public record RuleVersions(Map<String, String> versions) implements Serializable {
  static final String PREFIX = "rules.";
  private static final String SUFFIX = ".version";
  private static final String BUILT_IN = "1";

  /** The rules there are: the kinds of their detections. */
  public static final List<String> RULES =
      List.of(
          "checkout_struggle",
          "incident",
          "incident_recovered",
          "browse_abandoned",
          "search_abandoned",
          "cart_abandoned",
          "checkout_abandoned",
          "payment_abandoned",
          "intent_reopened",
          "stakeholder_stale",
          "stakeholder_never_active",
          "stakeholder_returned",
          "champion_dark",
          "decision_maker_dark",
          "single_threaded",
          "coverage_low",
          "usage_drop");

  public RuleVersions {
    versions = Map.copyOf(versions);
  }

  public static RuleVersions from(Settings settings) {
    return new RuleVersions(settings.below(PREFIX));
  }

  public String of(String rule) {
    return versions.getOrDefault(rule + SUFFIX, BUILT_IN);
  }

  static void check(SettingText setting) throws InvalidSettings {
    List<String> known = RULES.stream().map(rule -> PREFIX + rule + SUFFIX).toList();
    if (!known.contains(setting.key())) {
      throw new InvalidSettings(
          "%s: unknown key %s; did you mean %s?"
              .formatted(setting.place(), setting.key(), NearestName.to(setting.key(), known)));
    }
    if (setting.text().isBlank()) {
      throw new InvalidSettings(
          "%s: %s = '%s' does not fit; it takes a text such as 2 or 2026-03 (built-in: %s)"
              .formatted(setting.place(), setting.key(), setting.text(), BUILT_IN));
    }
  }
}

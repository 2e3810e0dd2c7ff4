package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.detect.cep.PatternRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The patterns of all stages. The bound of a pattern is fixed, so a site whose T is another has one
 * of its own; each hears all activities, since a customer of two sites may break a silence at
 * either.
 */
record Silences(Tuned<Cart.Timing> timing) {

  List<PatternRule<CartActivity, IntentNews>> rules() {
    List<PatternRule<CartActivity, IntentNews>> rules = new ArrayList<>();
    for (Stage stage : Stage.LADDER) {
      Duration common = timing.common().abandonedAfter(stage);
      Map<String, Duration> others = otherThan(common, stage);
      Set<String> apart = Set.copyOf(others.keySet());
      rules.add(rule(stage, common, "abandoned", site -> !apart.contains(site)));
      others.forEach(
          (site, silence) ->
              rules.add(rule(stage, silence, "abandoned at " + site, site::equals)));
    }
    return rules;
  }

  private Map<String, Duration> otherThan(Duration common, Stage stage) {
    Map<String, Duration> others = new TreeMap<>();
    timing
        .own()
        .forEach(
            (site, own) -> {
              if (!own.abandonedAfter(stage).equals(common)) {
                others.put(site, own.abandonedAfter(stage));
              }
            });
    return others;
  }

  private PatternRule<CartActivity, IntentNews> rule(
      Stage stage, Duration silence, String what, Abandonment.Sites sites) {
    return new PatternRule<>(
        stage.word() + " " + what,
        activity -> true, // whatever comes ends the silence
        Abandonment.at(stage, silence, sites),
        new AbandonedIntent(stage, timing));
  }
}

package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.detect.cep.PatternRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.cep.pattern.Pattern;

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
      String name = stage.word() + " abandoned";
      AbandonedIntent found = new AbandonedIntent(stage, timing); // one, so that it counts together
      rules.add(rule(name, Abandonment.at(stage, common, site -> !apart.contains(site)), found));
      others.forEach(
          (site, own) ->
              rules.add(
                  rule(name + " at " + site, Abandonment.at(stage, own, site::equals), found)));
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

  private static PatternRule<CartActivity, IntentNews> rule(
      String name, Pattern<CartActivity, CartActivity> silence, AbandonedIntent found) {
    return new PatternRule<>(name, any -> true, silence, found); // whatever comes ends the silence
  }
}

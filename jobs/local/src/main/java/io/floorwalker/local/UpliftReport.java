package io.floorwalker.local;

import io.floorwalker.decisions.Policy;
import io.floorwalker.decisions.Rule;
import io.floorwalker.decisions.uplift.Estimate;
import io.floorwalker.decisions.uplift.Experiment;
import io.floorwalker.decisions.uplift.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each experiment of the policy has changed so far. */
final class UpliftReport {
  static final List<String> COLUMNS =
      List.of(
          "site",
          "experiment",
          "state",
          "treated",
          "treated_converted",
          "held_out",
          "held_out_converted",
          "conversion_low",
          "conversion",
          "conversion_high",
          "net_margin_low",
          "net_margin",
          "net_margin_high",
          "currency",
          "advice");

  private final Policy policy;

  UpliftReport(Policy policy) {
    this.policy = policy;
  }

  /**
   * A row an experiment; of rules that hold nobody out, and of those that are gone, there is none.
   */
  List<List<@Nullable Object>> of(List<UpliftRow> units) {
    Map<UpliftRow.Group, List<UpliftRow>> groups = new LinkedHashMap<>();
    units.forEach(
        unit -> groups.computeIfAbsent(unit.group(), group -> new ArrayList<>()).add(unit));
    List<List<@Nullable Object>> report = new ArrayList<>();
    groups.forEach(
        (group, rows) ->
            policy.rules().stream()
                .filter(rule -> rule.name().equals(group.experiment()))
                .filter(rule -> rule.holdoutPercent() > 0 && rule.holdoutPercent() < 100)
                .findFirst()
                .ifPresent(rule -> report.add(row(rule, group, rows))));
    return report;
  }

  private static List<@Nullable Object> row(
      Rule rule, UpliftRow.Group group, List<UpliftRow> rows) {
    String currency =
        rows.stream()
            .map(row -> row.netMargin().currency())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    Experiment experiment = new Experiment(rule.holdoutPercent() / 100.0);
    rows.forEach(row -> experiment.add(row.unit(currency)));
    Estimate estimate = experiment.look();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(group.site());
    cells.add(group.experiment());
    cells.add(estimate.state().word());
    cells.add(estimate.arms().treated());
    cells.add(estimate.arms().treatedConverted());
    cells.add(estimate.arms().heldOut());
    cells.add(estimate.arms().heldOutConverted());
    add(cells, estimate.conversion());
    add(cells, estimate.netMargin());
    cells.add(currency);
    cells.add(advice(estimate));
    return cells;
  }

  private static void add(List<@Nullable Object> cells, @Nullable Interval interval) {
    cells.add(interval == null ? null : rounded(interval.low()));
    cells.add(interval == null ? null : rounded(interval.estimate()));
    cells.add(interval == null ? null : rounded(interval.high()));
  }

  private static double rounded(double number) {
    return Math.round(number * 10_000) / 10_000.0;
  }

  private static @Nullable String advice(Estimate estimate) {
    return switch (estimate.state()) {
      case NOT_ENOUGH_DATA -> null;
      case SAMPLE_RATIO -> "find out where units of one arm are lost";
      case ESTIMATED -> estimate.harms() ? "mode: shadow, it loses money" : null;
    };
  }
}

package io.floorwalker.decide;

import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what was chosen, and which gates said no. */
final class DecisionCounters {
  private final MetricGroup metrics;
  private final Map<String, Counter> counters = new HashMap<>();

  DecisionCounters(MetricGroup metrics) {
    this.metrics = metrics;
  }

  void decided(Decision decision) {
    for (Candidate candidate : decision.getCandidates()) {
      if (candidate.getChosen()) {
        count("chosen_" + candidate.getTreatment());
      }
      if (candidate.getGate() != null) {
        count("gate_" + candidate.getGate());
      }
    }
  }

  void count(String name) {
    counters.computeIfAbsent(name, metrics::counter).inc();
  }
}

package io.floorwalker.testkit;

import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;

/** Keeps the counters that one operator registers, so that a test can read them. */
final class OperatorMetrics extends InterceptingTaskMetricGroup {
  private final InterceptingOperatorMetricGroup operator = new InterceptingOperatorMetricGroup();

  @Override
  public InternalOperatorMetricGroup getOrAddOperator(
      OperatorID id, String name, Map<String, String> variables) {
    return operator;
  }

  /** Counts of the counter of that name; 0 where the operator has none. */
  long count(String counter) {
    return operator.get(counter) instanceof Counter found ? found.getCount() : 0;
  }
}

package io.floorwalker.bench;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Counts what was found into accumulators of the job, by kind. */
final class CountFindings extends RichFilterFunction<Finding> {
  private static final long serialVersionUID = 1L;

  private static final String COUNT = "count of ";
  private static final String SUM = "sum of ";

  @Override
  public boolean filter(Finding finding) {
    add(COUNT + finding.kind(), 1);
    add(SUM + finding.kind(), Tally.hash(finding));
    return true;
  }

  private void add(String name, long value) {
    LongCounter counter =
        getRuntimeContext().<Long, Long>getAccumulator(name) instanceof LongCounter known
            ? known
            : open(name);
    counter.add(value);
  }

  private LongCounter open(String name) {
    LongCounter counter = new LongCounter();
    getRuntimeContext().addAccumulator(name, counter);
    return counter;
  }

  /** What a job counted. */
  static Map<String, Tally> of(JobExecutionResult result) {
    Map<String, Tally> byKind = new TreeMap<>();
    for (Map.Entry<String, Object> one : result.getAllAccumulatorResults().entrySet()) {
      if (one.getKey().startsWith(COUNT)) {
        String kind = one.getKey().substring(COUNT.length());
        long sum = result.<Long>getAccumulatorResult(SUM + kind);
        byKind.put(kind, new Tally((Long) one.getValue(), sum));
      }
    }
    return byKind;
  }
}

package io.floorwalker.bench;

import io.floorwalker.schema.CustomerEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Finds nothing in anything. */
final class Drop implements FlatMapFunction<CustomerEvent, Finding> {
  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(CustomerEvent event, Collector<Finding> out) {}
}

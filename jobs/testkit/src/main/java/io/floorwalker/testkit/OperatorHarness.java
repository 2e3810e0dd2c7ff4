package io.floorwalker.testkit;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * One subtask of a one-input operator, keyed or not, with everything its node of the stream graph
 * says about it.
 */
final class OperatorHarness extends AbstractStreamOperatorTestHarness<Object> {
  private final EmissionQueue emissions;
  private final TypeSerializer<Object> inputSerializer;

  @SuppressWarnings(
      "unchecked") // The graph has erased its types; the pipeline was type-checked when it was
  // built.
  OperatorHarness(
      StreamNode node, StreamOperatorFactory<Object> factory, MockEnvironment environment)
      throws Exception {
    super(factory, environment);
    ExecutionConfig execution = environment.getExecutionConfig();
    TypeSerializer<Object> serializer = (TypeSerializer<Object>) node.getTypeSerializerOut();
    emissions = new EmissionQueue(serializer, execution.getSerializerConfig());
    inputSerializer = (TypeSerializer<Object>) node.getTypeSerializersIn()[0];
    config.setOperatorName(node.getOperatorName());
    config.setupNetworkInputs(node.getTypeSerializersIn());
    config.setTypeSerializerOut(serializer);
    KeySelector<?, ?>[] keys = node.getStatePartitioners();
    for (int index = 0; index < keys.length; index++) {
      config.setStatePartitioner(index, keys[index]);
    }
    if (keys.length > 0) {
      config.setStateKeySerializer(node.getStateKeySerializer());
    }
    config.serializeAllConfigs();
    setOutputCreator(ignored -> emissions);
    setup(serializer);
  }

  EmissionQueue emissions() {
    return emissions;
  }

  /**
   * Processes a copy: operators change and reuse what they are given, and another branch may read
   * the same.
   */
  void process(StreamRecord<Object> record) throws Exception {
    StreamRecord<Object> own = record.copy(inputSerializer.copy(record.getValue()));
    input().setKeyContextElement(own);
    input().processElement(own);
  }

  void process(Watermark watermark) throws Exception {
    input().processWatermark(watermark);
  }

  void endOfInput() throws Exception {
    if (operator instanceof BoundedOneInput bounded) {
      bounded.endInput();
    }
  }

  int keyedStateEntries() {
    return backend() instanceof HeapKeyedStateBackend<?> heap ? heap.numKeyValueStateEntries() : 0;
  }

  int eventTimeTimers() {
    return backend() == null ? 0 : numEventTimeTimers();
  }

  int processingTimeTimers() {
    return backend() == null ? 0 : numProcessingTimeTimers();
  }

  /** Null without a key; such an operator has no timers either. */
  private @Nullable KeyedStateBackend<?> backend() {
    return operator instanceof AbstractStreamOperator<?> stateful
        ? stateful.getKeyedStateBackend()
        : null;
  }

  @SuppressWarnings("unchecked") // PipelineGraph admits operators with one input only.
  private Input<Object> input() {
    return (Input<Object>) operator;
  }
}

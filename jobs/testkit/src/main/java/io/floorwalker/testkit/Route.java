package io.floorwalker.testkit;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.flink.runtime.plugable.SerializationDelegate;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.runtime.partitioner.ConfigurableStreamPartitioner;
import org.apache.flink.streaming.runtime.partitioner.StreamPartitioner;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * An edge of the graph: which emissions take it, and to which subtasks of the next operator it
 * leads.
 */
final class Route {
  private final @Nullable OutputTag<?> tag;
  private final StreamPartitioner<Object> partitioner;
  private final Stage target;
  private final int firstChannel;
  private final boolean pointwise;
  private final SerializationDelegate<StreamRecord<Object>> delegate =
      new SerializationDelegate<>(null);

  @SuppressWarnings("unchecked") // The graph has erased its types.
  Route(StreamEdge edge, int upstreamParallelism, Stage target, int firstChannel) {
    this.tag = edge.getOutputTag();
    this.partitioner = (StreamPartitioner<Object>) edge.getPartitioner().copy();
    this.target = target;
    this.firstChannel = firstChannel;
    this.pointwise = isPointwise(edge, upstreamParallelism, target.parallelism());
    if (partitioner instanceof ConfigurableStreamPartitioner keyed) {
      keyed.configure(target.maxParallelism());
    }
    partitioner.setup(target.parallelism());
  }

  static int channels(StreamEdge edge, int upstreamParallelism, int parallelism) {
    return isPointwise(edge, upstreamParallelism, parallelism) ? 1 : upstreamParallelism;
  }

  Stage target() {
    return target;
  }

  boolean carries(Emission emission) {
    return emission.isWatermark() || Objects.equals(tag, emission.tag());
  }

  int channel(int upstreamSubtask) {
    return firstChannel + (pointwise ? 0 : upstreamSubtask);
  }

  List<Integer> subtasks(int upstreamSubtask, Emission emission) {
    if (pointwise) {
      return List.of(upstreamSubtask);
    }
    if (emission.isWatermark() || partitioner.isBroadcast()) {
      return IntStream.range(0, target.parallelism()).boxed().toList();
    }
    delegate.setInstance(emission.asRecord());
    return List.of(partitioner.selectChannel(delegate));
  }

  private static boolean isPointwise(StreamEdge edge, int upstreamParallelism, int parallelism) {
    return edge.getPartitioner().isPointwise() && upstreamParallelism == parallelism;
  }
}

package io.floorwalker.testkit;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.UnionTransformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Where the stream that a pipeline returns leaves the graph: an operator, and a tag if it is a side
 * output.
 */
record Outlet(int operator, @Nullable OutputTag<?> tag) {

  /** The outlets of a stream; several for a union. */
  static Set<Outlet> of(Transformation<?> stream) {
    return of(stream, null);
  }

  private static Set<Outlet> of(Transformation<?> stream, @Nullable OutputTag<?> tag) {
    if (stream instanceof SideOutputTransformation<?> side) {
      return of(side.getInputs().get(0), side.getOutputTag());
    }
    if (stream instanceof PartitionTransformation<?> || stream instanceof UnionTransformation<?>) {
      return stream.getInputs().stream()
          .flatMap(input -> of(input, tag).stream())
          .collect(Collectors.toUnmodifiableSet());
    }
    return Set.of(new Outlet(stream.getId(), tag));
  }
}

package io.floorwalker.source;

import io.floorwalker.schema.CustomerEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * An event with its position in the topic that it was read from; {@code appendedAt} in
 * milliseconds.
 */
public record Received(CustomerEvent event, int partition, long offset, long appendedAt) {
  /** Once for all, since what Flink finds out about an Avro record takes it a millisecond. */
  public static final TypeInformation<Received> TYPE = TypeInformation.of(Received.class);
}

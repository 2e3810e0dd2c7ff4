package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.CustomerEvent;
import java.io.Serializable;
import java.util.List;

/** What the records of a topic are written in. */
public interface EventFormat extends Serializable {

  /**
   * The events that one record says, at least one: several where it is about several products.
   *
   * @param appendedAt append time of the record, milliseconds; stands in where the source says no
   *     time
   * @throws MalformedRecord for everything else, with the class of its dead letter
   */
  List<CustomerEvent> read(byte[] value, long appendedAt) throws MalformedRecord;
}

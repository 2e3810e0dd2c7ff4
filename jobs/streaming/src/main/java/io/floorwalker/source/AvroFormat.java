package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical format: one event of the contract, in its wire format. */
public final class AvroFormat implements EventFormat {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Wire<CustomerEvent> wire;

  @Override
  public List<CustomerEvent> read(byte[] value, long appendedAt) throws MalformedRecord {
    return List.of(wire().decode(value));
  }

  private Wire<CustomerEvent> wire() {
    Wire<CustomerEvent> open = wire;
    if (open == null) {
      open = Wire.of(CustomerEvent.class);
      wire = open;
    }
    return open;
  }
}

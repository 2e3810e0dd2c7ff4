package io.floorwalker.contract;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** How values of the contract look in Java: Instant, strict BigDecimal, and plain lists. */
final class ContractData extends SpecificData {
  ContractData(ClassLoader loader) {
    super(loader);
    addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    addLogicalTypeConversion(new StrictDecimals());
  }

  /**
   * Avro's own list cannot be compared: its equals knows no conversions and throws at the first
   * amount.
   */
  @Override
  public Object newArray(@Nullable Object old, int size, Schema schema) {
    if (old instanceof List<?> list) {
      list.clear();
      return list;
    }
    return new ArrayList<>(size);
  }
}

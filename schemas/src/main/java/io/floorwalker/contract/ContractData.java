package io.floorwalker.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * How values of the contract look in Java: Instant, strict BigDecimal, and plain lists; maps are
 * written in the order of their keys.
 */
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

  @Override
  @SuppressWarnings("unchecked") // what it is asked for follows from the schema, as in Avro's own
  public DatumWriter<?> createDatumWriter(Schema schema) {
    return new OrderedMaps<>(schema, this);
  }

  /** One record has one text of bytes, whatever became of its maps on the way. */
  private static final class OrderedMaps<T> extends SpecificDatumWriter<T> {

    private OrderedMaps(Schema schema, SpecificData model) {
      super(schema, model);
    }

    @Override
    protected Iterable<Map.Entry<Object, Object>> getMapEntries(Object map) {
      return new TreeMap<Object, Object>((Map<?, ?>) map).entrySet();
    }
  }
}

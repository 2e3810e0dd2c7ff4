package io.floorwalker.contract;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Reads decimals within their precision only. Avro checks it on writing alone, and a number that is
 * too long would stop the table writer far behind the reader.
 */
final class StrictDecimals extends Conversions.DecimalConversion {
  @Override
  public BigDecimal fromBytes(ByteBuffer value, Schema schema, LogicalType type) {
    BigDecimal decimal = super.fromBytes(value, schema, type);
    int most = ((LogicalTypes.Decimal) type).getPrecision();
    if (decimal.precision() > most) {
      throw new AvroTypeException("A decimal has more than " + most + " digits.");
    }
    return decimal;
  }
}

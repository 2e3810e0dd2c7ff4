package io.floorwalker.source;

import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * One record of a compacted topic: what a key stands for from now on.
 *
 * @param value null where the key was removed
 * @param appendedAt timestamp of the Kafka record, milliseconds
 */
public record Change<T extends SpecificRecordBase>(String key, @Nullable T value, long appendedAt) {

  /** The type of the stream; built by hand, because a type variable would fall to Kryo. */
  public static <T extends SpecificRecordBase> TypeInformation<Change<T>> type(Class<T> value) {
    return Types.POJO(
        Change.<T>itself(),
        Map.of("key", Types.STRING, "value", TypeInformation.of(value), "appendedAt", Types.LONG));
  }

  public boolean isRemoval() {
    return value == null;
  }

  @SuppressWarnings("unchecked") // a class has no type arguments
  private static <T extends SpecificRecordBase> Class<Change<T>> itself() {
    return (Class<Change<T>>) (Class<?>) Change.class;
  }
}

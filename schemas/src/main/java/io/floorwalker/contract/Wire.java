package io.floorwalker.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * One record type as bytes: Avro's single-object encoding, that is C3 01, the CRC-64-AVRO
 * fingerprint of the writer's schema in little-endian order, the body. Reads what any published
 * version wrote; not thread-safe.
 */
public final class Wire<T extends SpecificRecordBase> {
  private static final int HEADER_LENGTH = 10;

  private final BinaryMessageEncoder<T> encoder;
  private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
  private final BoundedDecoder decoder = new BoundedDecoder();
  private final String name;

  private Wire(Class<T> type, List<Schema> published) {
    Schema current = SpecificData.get().getSchema(type);
    SpecificData model = new ContractData(type.getClassLoader());
    name = current.getName();
    encoder = new BinaryMessageEncoder<>(model, current);
    for (Schema writer : published) {
      readers.put(fingerprint(writer), new SpecificDatumReader<>(writer, current, model));
    }
    readers.put(fingerprint(current), new SpecificDatumReader<>(current, current, model));
  }

  /** The wire format of a record type of the contract. */
  public static <T extends SpecificRecordBase> Wire<T> of(Class<T> type) {
    return of(type, PublishedSchemas.of(type.getSimpleName()));
  }

  /** As {@link #of(Class)}, with these schemas as all that were ever published. */
  static <T extends SpecificRecordBase> Wire<T> of(Class<T> type, List<Schema> published) {
    return new Wire<>(type, published);
  }

  /**
   * The bytes of a record.
   *
   * @throws IllegalArgumentException where a field without a default is not set or money does not
   *     fit decimal(18,4)
   */
  public byte[] encode(T value) {
    try {
      ByteBuffer bytes = encoder.encode(value);
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "This %s cannot be written: %s. Set every field that has no default; "
                  .formatted(name, e.getMessage())
              + "money has at most 18 digits, 4 of them after the point.",
          e);
    }
  }

  /**
   * The record in these bytes.
   *
   * @throws MalformedRecord for anything else than one whole record of a published schema
   */
  public T decode(byte[] bytes) throws MalformedRecord {
    SpecificDatumReader<T> reader = reader(bytes);
    decoder.start(bytes, HEADER_LENGTH);
    T value;
    try {
      value = reader.read(null, decoder);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Only the class of the error: its message may quote what the payload holds.
      throw new MalformedRecord(
          MalformedRecord.AVRO,
          "the body of %d bytes is no %s (%s)"
              .formatted(bytes.length - HEADER_LENGTH, name, e.getClass().getSimpleName()));
    }
    if (decoder.remaining() > 0) {
      throw new MalformedRecord(
          MalformedRecord.AVRO,
          "%d bytes follow the end of the %s".formatted(decoder.remaining(), name));
    }
    return value;
  }

  private SpecificDatumReader<T> reader(byte[] bytes) throws MalformedRecord {
    if (bytes.length == 0) {
      throw new MalformedRecord(MalformedRecord.EMPTY, "the value has no bytes");
    }
    if (bytes.length < HEADER_LENGTH || bytes[0] != (byte) 0xC3 || bytes[1] != 0x01) {
      throw new MalformedRecord(
          MalformedRecord.HEADER,
          "the value of %d bytes does not start with C3 01 and a fingerprint"
              .formatted(bytes.length));
    }
    long fingerprint = ByteBuffer.wrap(bytes, 2, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
    SpecificDatumReader<T> reader = readers.get(fingerprint);
    if (reader == null) {
      throw new MalformedRecord(
          MalformedRecord.SCHEMA,
          String.format(
              Locale.ROOT, "no published %s has the fingerprint %016x", name, fingerprint));
    }
    return reader;
  }

  private static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }
}

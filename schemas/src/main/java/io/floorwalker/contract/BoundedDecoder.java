package io.floorwalker.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro from a byte array and believes no length that the rest of the array cannot hold, so
 * that a hostile payload never costs more memory than a small multiple of its own size, whatever
 * limits the JVM was started with.
 */
final class BoundedDecoder extends Decoder {
  private byte[] bytes = {};
  private int position;

  void start(byte[] payload, int offset) {
    bytes = payload;
    position = offset;
  }

  int remaining() {
    return bytes.length - position;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    return switch (next()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new AvroRuntimeException("A boolean is neither 0 nor 1.");
    };
  }

  @Override
  public int readInt() throws IOException {
    long value = readLong();
    if (value != (int) value) {
      throw new AvroRuntimeException("A number does not fit 32 bits.");
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    long zigzag = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte group = next();
      zigzag |= (group & 0x7FL) << shift;
      if (group >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
    throw new AvroRuntimeException("A number is longer than 10 bytes.");
  }

  @Override
  public float readFloat() throws IOException {
    return Float.intBitsToFloat(Integer.reverseBytes(take(Float.BYTES).getInt()));
  }

  @Override
  public double readDouble() throws IOException {
    return Double.longBitsToDouble(Long.reverseBytes(take(Double.BYTES).getLong()));
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public String readString() throws IOException {
    ByteBuffer text = take(length());
    return new String(bytes, text.position(), text.remaining(), UTF_8);
  }

  @Override
  public void skipString() throws IOException {
    take(length());
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
    ByteBuffer slice = take(length());
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, slice.position(), slice.limit()));
  }

  @Override
  public void skipBytes() throws IOException {
    take(length());
  }

  @Override
  public void readFixed(byte[] target, int start, int length) throws IOException {
    take(length).get(target, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    take(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return items();
  }

  @Override
  public long arrayNext() throws IOException {
    return items();
  }

  @Override
  public long skipArray() throws IOException {
    return items();
  }

  @Override
  public long readMapStart() throws IOException {
    return items();
  }

  @Override
  public long mapNext() throws IOException {
    return items();
  }

  @Override
  public long skipMap() throws IOException {
    return items();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  /** Items of the next block; each takes a byte or more in every schema of ours. */
  private long items() throws IOException {
    long count = readLong();
    if (count < 0) {
      count = -count;
      length();
    }
    return within(count);
  }

  private int length() throws IOException {
    return within(readLong());
  }

  private int within(long size) throws IOException {
    if (size < 0) {
      throw new AvroRuntimeException("A size is negative.");
    }
    if (size > remaining()) {
      throw new EOFException();
    }
    return (int) size;
  }

  private ByteBuffer take(int length) throws IOException {
    ByteBuffer slice = ByteBuffer.wrap(bytes, position, within(length));
    position += length;
    return slice;
  }

  private byte next() throws IOException {
    within(1);
    return bytes[position++];
  }
}

package io.floorwalker.ingest.format;

import io.floorwalker.contract.MalformedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a record as text, where they are UTF-8 and at most 1 MiB. */
final class Text {
  static final int LARGEST = 1 << 20;

  private Text() {}

  static String of(byte[] value) throws MalformedRecord {
    if (value.length == 0) {
      throw new MalformedRecord(MalformedRecord.EMPTY, "the record has no bytes");
    }
    if (value.length > LARGEST) {
      throw new MalformedRecord(
          MalformedRecord.SIZE, "%d bytes; at most %d are taken".formatted(value.length, LARGEST));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRecord(MalformedRecord.TEXT, "the record is no UTF-8");
    }
  }
}

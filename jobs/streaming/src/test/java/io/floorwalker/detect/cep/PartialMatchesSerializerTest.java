package io.floorwalker.detect.cep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** How begun matches are written, byte for byte: savepoints depend on it. */
class PartialMatchesSerializerTest {
  private static final PartialMatchesSerializer<String> SERIALIZER =
      new PartialMatchesSerializer<>(StringSerializer.INSTANCE, List.of("pair", "three"));

  /** Version 1: armed at 30; "x", "y"; pair since 10 of x; three since 10 of x and y. */
  private static final String VERSION_1 =
      "000000000000001e"
          + "00000002"
          + "0278"
          + "0279"
          + "00000002"
          + "0000"
          + "000000000000000a"
          + "0001"
          + "00000000"
          + "0001"
          + "000000000000000a"
          + "0002"
          + "00000000"
          + "00000001";

  private static final PartialMatches<String> MATCHES =
      new PartialMatches<>(
          List.of(new Run<>("pair", 10, List.of("x")), new Run<>("three", 10, List.of("x", "y"))),
          30);

  @Test
  void isWrittenAsInVersion1() throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);

    SERIALIZER.serialize(MATCHES, out);

    assertThat(HexFormat.of().formatHex(out.getCopyOfBuffer())).isEqualTo(VERSION_1);
  }

  @Test
  void version1IsRead() throws Exception {
    PartialMatches<String> read =
        SERIALIZER.deserialize(new DataInputDeserializer(HexFormat.of().parseHex(VERSION_1)));

    assertThat(read).isEqualTo(MATCHES);
    assertThat(read.runs().get(0).taken().get(0))
        .as("an event that two runs have taken is one")
        .isSameAs(read.runs().get(1).taken().get(0));
  }
}

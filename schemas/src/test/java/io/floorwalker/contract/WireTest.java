package io.floorwalker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.floorwalker.schema.Cart;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.ProductLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {
  static List<Class<? extends SpecificRecordBase>> records() {
    return ContractRecords.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  <T extends SpecificRecordBase> void aFullRecordComesBackAsItWas(Class<T> type)
      throws MalformedRecord {
    Wire<T> wire = Wire.of(type);
    T full = Samples.full(type);

    assertThat(wire.decode(wire.encode(full))).isEqualTo(full).hasToString(full.toString());
  }

  @ParameterizedTest
  @MethodSource("records")
  <T extends SpecificRecordBase> void aBareRecordComesBackAsItWas(Class<T> type)
      throws MalformedRecord {
    Wire<T> wire = Wire.of(type);
    T bare = Samples.bare(type);

    assertThat(wire.decode(wire.encode(bare))).isEqualTo(bare).hasToString(bare.toString());
  }

  @ParameterizedTest
  @MethodSource("records")
  <T extends SpecificRecordBase> void anyAvroReaderUnderstandsTheBytes(Class<T> type)
      throws IOException {
    T full = Samples.full(type);
    Schema schema = full.getSchema();

    T read =
        new BinaryMessageDecoder<T>(full.getSpecificData(), schema)
            .decode(Wire.of(type).encode(full));

    assertThat(read).hasToString(full.toString());
  }

  @Test
  void theHeaderIsTheMarkerAndTheFingerprintInLittleEndianOrder() throws Exception {
    byte[] bytes = Wire.of(Detection.class).encode(Samples.bare(Detection.class));
    Schema schema = SpecificData.get().getSchema(Detection.class);

    assertThat(bytes).startsWith(0xC3, 0x01);
    assertThat(Arrays.copyOfRange(bytes, 2, 10))
        .isEqualTo(SchemaNormalization.parsingFingerprint("CRC-64-AVRO", schema));
  }

  @Test
  void moneyIsStoredWithFourDigitsAfterThePoint() throws MalformedRecord {
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);

    CustomerEvent read = wire.decode(wire.encode(eventWithPrice("79.9")));

    assertThat(read.getProduct().getPrice()).isEqualTo(new BigDecimal("79.9000"));
  }

  @Test
  void whatCannotBeWrittenIsNamedAndTheNextRecordIsWhole() throws MalformedRecord {
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
    CustomerEvent good = Samples.full(CustomerEvent.class);
    CustomerEvent tooFine = eventWithPrice("0.00001");
    CustomerEvent tooLong = eventWithPrice("123456789012345.0000");
    CustomerEvent incomplete = Samples.full(CustomerEvent.class);
    incomplete.put("type", null);

    for (CustomerEvent bad : List.of(tooFine, tooLong, incomplete)) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> wire.encode(bad))
          .withMessageStartingWith("This CustomerEvent cannot be written: ")
          .withMessageEndingWith("money has at most 18 digits, 4 of them after the point.");
    }
    assertThat(wire.decode(wire.encode(good))).isEqualTo(good);
  }

  @Test
  void whatAnOlderVersionWroteIsReadAndItsOtherFieldsAreSkipped() throws Exception {
    Schema old = olderProductLine();
    Wire<ProductLine> wire = Wire.of(ProductLine.class, List.of(old));
    byte[] bytes =
        generic(
            old,
            new GenericRecordBuilder(old)
                .set("product_id", "shoes")
                .set("labels", List.of("a", "b"))
                .set("sizes", Map.of("eu", 41L))
                .set("comment", "gone since")
                .set("digest", ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .set("rating", 4.5)
                .set("weight", 0.5f)
                .set("listed", true)
                .set("quantity", 2)
                .build());

    ProductLine read = wire.decode(bytes);

    assertThat(read)
        .isEqualTo(ProductLine.newBuilder().setProductId("shoes").setQuantity(2).build());
  }

  @Test
  void cartLinesKeepTheirOrder() throws MalformedRecord {
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
    CustomerEvent event = Samples.bare(CustomerEvent.class);
    event.setCart(
        Cart.newBuilder().setLines(List.of(line("socks"), line("shoes"), line("socks"))).build());

    assertThat(wire.decode(wire.encode(event)).getCart().getLines())
        .extracting(ProductLine::getProductId)
        .containsExactly("socks", "shoes", "socks");
  }

  private static ProductLine line(String product) {
    return ProductLine.newBuilder().setProductId(product).build();
  }

  private static CustomerEvent eventWithPrice(String price) {
    CustomerEvent event = Samples.bare(CustomerEvent.class);
    event.setProduct(ProductLine.newBuilder().setPrice(new BigDecimal(price)).build());
    return event;
  }

  private static Schema olderProductLine() {
    return SchemaBuilder.record("ProductLine")
        .namespace("io.floorwalker.schema")
        .fields()
        .requiredString("product_id")
        .name("labels")
        .type(Schema.createArray(Schema.create(Schema.Type.STRING)))
        .noDefault()
        .name("sizes")
        .type(Schema.createMap(Schema.create(Schema.Type.LONG)))
        .noDefault()
        .requiredString("comment")
        .requiredBytes("digest")
        .requiredDouble("rating")
        .requiredFloat("weight")
        .requiredBoolean("listed")
        .requiredInt("quantity")
        .endRecord();
  }

  private static byte[] generic(Schema schema, GenericData.Record value) throws IOException {
    return new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema)
        .encode(value)
        .array();
  }
}

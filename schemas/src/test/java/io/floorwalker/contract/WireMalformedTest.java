package io.floorwalker.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever lies on a topic, a reader gets a record or a MalformedRecord, and needs little memory to
 * find out.
 */
class WireMalformedTest {
  private static final int HEADER_LENGTH = 10;

  private final Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
  private final byte[] whole = wire.encode(Samples.full(CustomerEvent.class));

  @Test
  void noBytesAreEmpty() {
    assertThat(malformed().deadLetterClass()).isEqualTo("empty");
  }

  @Test
  void textIsNoHeader() {
    MalformedRecord malformed = malformed("{\"type\":\"secret\"}".getBytes(UTF_8));

    assertThat(malformed.deadLetterClass()).isEqualTo("header");
    assertThat(malformed.reason())
        .isEqualTo("the value of 17 bytes does not start with C3 01 and a fingerprint");
  }

  @Test
  void aHeaderThatIsCutIsNoHeader() {
    for (int length = 1; length < HEADER_LENGTH; length++) {
      assertThat(malformed(Arrays.copyOf(whole, length)).deadLetterClass()).isEqualTo("header");
    }
  }

  @Test
  void theSecondByteOfTheMarkerCounts() {
    byte[] bytes = whole.clone();
    bytes[1] = 2;

    assertThat(malformed(bytes).deadLetterClass()).isEqualTo("header");
  }

  @Test
  void anUnknownFingerprintIsNamedAsAvroPrintsIt() {
    byte[] bytes = {(byte) 0xC3, 1, 8, 7, 6, 5, 4, 3, 2, 1, 0};

    assertThat(malformed(bytes))
        .hasMessage("schema: no published CustomerEvent has the fingerprint 0102030405060708");
  }

  @Test
  void anotherRecordOfTheContractIsAnUnknownSchema() {
    byte[] detection = Wire.of(Detection.class).encode(Samples.full(Detection.class));

    assertThat(malformed(detection).deadLetterClass()).isEqualTo("schema");
  }

  @Test
  void everyCutOfTheBodyIsMalformed() {
    for (int length = HEADER_LENGTH; length < whole.length; length++) {
      assertThat(malformed(Arrays.copyOf(whole, length)).deadLetterClass()).isEqualTo("avro");
    }
  }

  @Test
  void bytesBehindTheRecordAreMalformed() {
    assertThat(malformed(Arrays.copyOf(whole, whole.length + 3)))
        .hasMessage("avro: 3 bytes follow the end of the CustomerEvent");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 1_000, 1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE})
  void aStringLengthThatTheBytesCannotHoldIsMalformed(long length) throws Exception {
    // The first field is the session id: branch 1 of its union, then the length.
    assertThat(malformed(body(1, length)).deadLetterClass()).isEqualTo("avro");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 1_000, 1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE})
  void aCountOfLinesThatTheBytesCannotHoldIsMalformed(long count) throws Exception {
    assertThat(malformed(cartLines(count)).deadLetterClass()).isEqualTo("avro");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2, 99, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
  void aUnionBranchThatDoesNotExistIsMalformed(long branch) throws Exception {
    assertThat(malformed(body(branch)).deadLetterClass()).isEqualTo("avro");
  }

  @Test
  void aNumberThatNeverEndsIsMalformed() {
    byte[] bytes = Arrays.copyOf(whole, 4096);
    Arrays.fill(bytes, HEADER_LENGTH, bytes.length, (byte) 0xFF);

    assertThat(malformed(bytes).deadLetterClass()).isEqualTo("avro");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 0x7F, 0x80})
  void oneByteRepeatedAMillionTimesIsMalformed(int value) {
    byte[] bytes = Arrays.copyOf(whole, 1_000_000);
    Arrays.fill(bytes, HEADER_LENGTH, bytes.length, (byte) value);

    assertThat(malformed(bytes).deadLetterClass()).isEqualTo("avro");
  }

  @Test
  void anAmountOfMoreThanEighteenDigitsIsMalformed() throws Exception {
    assertThat(malformed(price(new byte[] {127, 0, 0, 0, 0, 0, 0, 0, 0})).deadLetterClass())
        .isEqualTo("avro");
  }

  @Test
  void anAmountWithoutBytesIsMalformed() throws Exception {
    assertThat(malformed(price(new byte[0])).deadLetterClass()).isEqualTo("avro");
  }

  @Test
  void theReasonQuotesNothingOfThePayload() throws Exception {
    byte[] bytes = Arrays.copyOf(whole, whole.length - 1);

    assertThat(malformed(bytes).reason())
        .isEqualTo(
            "the body of %d bytes is no CustomerEvent (EOFException)"
                .formatted(bytes.length - HEADER_LENGTH));
  }

  @Test
  void aGoodRecordIsReadAfterBadOnes() throws Exception {
    malformed(Arrays.copyOf(whole, whole.length - 1));
    malformed(cartLines(Integer.MAX_VALUE));

    assertThat(wire.decode(whole)).isEqualTo(Samples.full(CustomerEvent.class));
  }

  @Test
  void damagedBytesNeverThrowAnythingElseNorEatMemory() {
    Random random = new Random(20260101);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long worst = 0;
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = whole.clone();
      for (int damage = random.nextInt(8); damage >= 0; damage--) {
        bytes[HEADER_LENGTH + random.nextInt(bytes.length - HEADER_LENGTH)] =
            (byte) random.nextInt(256);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      tryToRead(bytes);
      long used = threads.getCurrentThreadAllocatedBytes() - before;
      worst = round < 1_000 ? 0 : Math.max(worst, used);
    }

    assertThat(worst).as("bytes allocated for one payload of %d", whole.length).isLessThan(65_536);
  }

  private void tryToRead(byte[] bytes) {
    try {
      assertThat(wire.decode(bytes)).isNotNull();
    } catch (MalformedRecord expected) {
      assertThat(expected.deadLetterClass()).isEqualTo("avro");
    }
  }

  private MalformedRecord malformed(byte... bytes) {
    return catchThrowableOfType(MalformedRecord.class, () -> wire.decode(bytes));
  }

  /** An event up to its cart, whose lines claim this count. */
  private byte[] cartLines(long count) throws Exception {
    // session_id, session_seq, occurred_at, type, customer_key, event_id, received_at, source,
    // site,
    // four ids, context, is_bot, is_internal, product; then the cart: present, no cart_id, count.
    return body(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, count);
  }

  /** An event up to its product, whose price has these bytes. */
  private byte[] price(byte[] unscaled) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(body(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1));
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    encoder.writeBytes(unscaled);
    out.write(new byte[12]); // no currency, no other family, an empty map
    return out.toByteArray();
  }

  /**
   * A header and numbers as Avro writes them; 0 is an absent branch, an empty string and false too.
   */
  private byte[] body(long... numbers) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, HEADER_LENGTH);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    for (long number : numbers) {
      encoder.writeLong(number);
    }
    return out.toByteArray();
  }
}

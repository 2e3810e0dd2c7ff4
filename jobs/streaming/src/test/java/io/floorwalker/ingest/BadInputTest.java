package io.floorwalker.ingest;

import static io.floorwalker.ingest.BadRecord.canonical;
import static io.floorwalker.ingest.BadRecord.ga4;
import static io.floorwalker.ingest.BadRecord.of;
import static io.floorwalker.ingest.BadRecord.segment;
import static io.floorwalker.ingest.BadRecord.segmentField;
import static io.floorwalker.ingest.BadRecord.snowplow;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.ingest.format.SnowplowRow;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of rubbish between good records: the good ones come through as if it were not there,
 * and it is a dead letter, once.
 */
class BadInputTest {
  private static final String PAGE = "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"m\"}";
  private static final String SECRET = "4111-1111";

  static Stream<BadRecord> badRecords() {
    return Stream.of(texts(), shapes(), fields(), times(), analytics(), tabbed(), avro())
        .flatMap(records -> records);
  }

  @ParameterizedTest
  @MethodSource("badRecords")
  void theGoodPassAndTheBadIsADeadLetterOnce(BadRecord bad) {
    TestingDoor without = good(good(new TestingDoor()));
    TestingDoor with = good(good(new TestingDoor()).takes(bad.topic(), bad.value()));

    assertThat(with.events()).hasSize(8).isEqualTo(without.events());
    assertThat(with.deadLetters()).hasSize(1);
    DeadLetter letter = with.deadLetters().get(0);
    assertThat(letter.getClass$()).as(letter.getReason()).isEqualTo(bad.deadLetterClass());
    assertThat(letter.getReason()).isNotBlank().doesNotContain(SECRET);
    assertThat(letter.getTopic()).isEqualTo(bad.topic());
    assertThat(letter.getPartition()).isEqualTo(1);
    assertThat(letter.getOffset()).isEqualTo(4);
    assertThat(letter.getSize()).isEqualTo(bad.value().length);
    assertThat(letter.getSha256()).isEqualTo(DeadLetters.sha256(bad.value()));
  }

  @Test
  void thereAreEnoughKinds() {
    assertThat(badRecords().map(BadRecord::toString).distinct()).hasSizeGreaterThanOrEqualTo(80);
  }

  @Test
  void cutAnywhereItIsADeadLetterOrWhatItWas() {
    for (int length = 1; length < PAGE.length(); length++) {
      TestingDoor door = new TestingDoor().takes(Topics.RAW_SEGMENT, PAGE.substring(0, length));
      assertThat(door.deadLetters()).as("cut at %d", length).hasSize(1);
    }
  }

  @Test
  void changedBytesNeverThrow() {
    Random random = new Random(7);
    byte[][] seeds = {
      PAGE.getBytes(StandardCharsets.UTF_8),
      new SnowplowRow().action("transaction").toString().getBytes(StandardCharsets.UTF_8),
      event(event -> {})
    };
    String[] topics = {Topics.RAW_SEGMENT, Topics.RAW_SNOWPLOW, Topics.RAW_CANONICAL};
    TestingDoor door = new TestingDoor();
    for (int i = 0; i < 30_000; i++) {
      byte[] value = seeds[i % 3].clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        value[random.nextInt(value.length)] = (byte) random.nextInt(256);
      }
      door.takes(topics[i % 3], value);
    }
    assertThat(door.reads()).hasSize(30_000);
    assertThat(door.deadLetters()).noneMatch(letter -> letter.getClass$().equals("reader"));
  }

  /** One record in each language. */
  private static TestingDoor good(TestingDoor door) {
    return door.takes(Topics.RAW_SEGMENT, PAGE)
        .takes(
            Topics.RAW_GA4,
            "{\"event_name\":\"page_view\",\"event_timestamp\":\"1772445540000000\",\"user_id\":\"u\"}")
        .takes(Topics.RAW_SNOWPLOW, new SnowplowRow().toString())
        .takes(Topics.RAW_CANONICAL, event(event -> {}));
  }

  private static Stream<BadRecord> texts() {
    return Stream.of(
        segment("no bytes", "empty", ""),
        segment("blanks", "json", "  \n "),
        segment("a null byte", "json", "\0"),
        segment("a text", "json", "card " + SECRET),
        segment("a quoted text", "json", "\"" + SECRET + "\""),
        segment("a number", "json", "1"),
        segment("null", "json", "null"),
        segment("a list", "json", "[" + PAGE + "]"),
        segment("two objects", "json", PAGE + PAGE),
        segment("something behind", "json", PAGE + " " + SECRET),
        segment("a byte order mark", "json", "\uFEFF" + PAGE),
        segment("XML", "json", "<event type=\"page\"/>"),
        segment("single quotes", "json", PAGE.replace('"', '\'')),
        segment("a comma too many", "json", PAGE.replace("}", ",}")),
        segment("a comma too few", "json", PAGE.replace(",\"userId", "\"userId")),
        segment("a comment", "json", PAGE.replace("{", "{/* */")),
        segment("a broken escape", "json", PAGE.replace("\"u\"", "\"\\x\"")),
        segment("a control character", "json", PAGE.replace("\"u\"", "\"\u0001\"")),
        segment("not a number", "json", PAGE.replace("\"u\"", "NaN")),
        segment("a number with a leading zero", "json", PAGE.replace("\"u\"", "007")),
        segment("a name twice", "json", PAGE.replace("{", "{\"userId\":\"v\",")),
        of("Latin-1", Topics.RAW_SEGMENT, "text", "{\"type\":\"ä\"}", StandardCharsets.ISO_8859_1),
        of("UTF-16", Topics.RAW_SEGMENT, "json", PAGE, StandardCharsets.UTF_16LE),
        new BadRecord("gzip", Topics.RAW_SEGMENT, new byte[] {0x1f, (byte) 0x8b, 8, 0}, "text"),
        new BadRecord("half a letter", Topics.RAW_GA4, new byte[] {'{', (byte) 0xC3}, "text"));
  }

  private static Stream<BadRecord> shapes() {
    return Stream.of(
        segment("larger than a record may be", "size", " ".repeat(1 << 20) + PAGE),
        segmentField("a thousand lists deep", "size", "x", "[".repeat(1000) + "]".repeat(1000)),
        segmentField("a thousand objects deep", "size", "x", "{\"a\":".repeat(1000)),
        segmentField("a huge text", "size", "x", "\"" + "a".repeat(200_000) + "\""),
        segmentField("a huge number", "size", "x", "1".repeat(1_000)),
        segmentField("a huge list", "size", "x", "[" + "1,".repeat(30_000) + "1]"),
        segmentField("a huge name", "size", "n".repeat(300), "1"),
        segmentField("properties that are a text", "field", "properties", "\"" + SECRET + "\""),
        segmentField("properties that are a list", "field", "properties", "[1]"),
        segmentField("a context that is a number", "field", "context", "1"),
        segmentField("a page that is a list", "field", "context", "{\"page\":[]}"),
        segmentField(
            "products of a product that are one", "field", "properties", "{\"products\":{}}"),
        segmentField("products that are texts", "field", "properties", "{\"products\":[\"p\"]}"));
  }

  private static Stream<BadRecord> fields() {
    return Stream.of(
        segment("an empty object", "field", "{}"),
        segment("no type", "field", "{\"userId\":\"u\"}"),
        segment("a type that is none", "field", "{\"type\":\"" + SECRET + "\",\"userId\":\"u\"}"),
        segment("a type that is an object", "field", "{\"type\":{},\"userId\":\"u\"}"),
        segment("a track call of nothing", "field", "{\"type\":\"track\",\"userId\":\"u\"}"),
        segment("of nobody", "key", "{\"type\":\"page\"}"),
        segment("of null", "key", "{\"type\":\"page\",\"userId\":null}"),
        segment("of blanks", "key", "{\"type\":\"page\",\"userId\":\"  \"}"),
        segment("a user who is a list", "field", "{\"type\":\"page\",\"userId\":[\"u\"]}"),
        segment(
            "an id that is endless", "field", PAGE.replace("\"u\"", "\"" + "u".repeat(600) + "\"")),
        segment(
            "a step without number",
            "field",
            "{\"type\":\"track\",\"event\":\"Checkout Step Viewed\",\"userId\":\"u\"}"),
        segmentField("a price in words", "field", "properties", "{\"price\":\"" + SECRET + "\"}"),
        segmentField("a price with a comma", "field", "properties", "{\"price\":\"19,99\"}"),
        segmentField("an endless price", "field", "properties", "{\"price\":1e999999999}"),
        segmentField("a price too large", "field", "properties", "{\"price\":1e20}"),
        segmentField("a price that is an object", "field", "properties", "{\"price\":{}}"),
        segmentField("half a piece", "field", "properties", "{\"quantity\":0.5}"),
        segmentField("pieces beyond an int", "field", "properties", "{\"quantity\":3000000000}"),
        segmentField("pieces that are true", "field", "properties", "{\"quantity\":true}"));
  }

  private static Stream<BadRecord> times() {
    return Stream.of(
        segmentField("a time in words", "time", "timestamp", "\"" + SECRET + "\""),
        segmentField("a time that is a number", "time", "timestamp", "1772445540000"),
        segmentField("a day that is none", "time", "timestamp", "\"2026-02-30T10:00:00Z\""),
        segmentField("an hour that is none", "time", "timestamp", "\"2026-03-02T25:00:00Z\""),
        segmentField("only a day", "time", "timestamp", "\"2026-03-02\""),
        segmentField("the year 999999999", "time", "timestamp", "\"+999999999-01-01T00:00:00Z\""),
        segmentField("the year 2099", "time", "timestamp", "\"2099-01-01T00:00:00Z\""),
        segmentField("six minutes ahead", "time", "timestamp", "\"2026-03-02T10:06:00Z\""),
        segmentField("before 1970", "time", "timestamp", "\"1969-12-31T23:59:59Z\""),
        segmentField("1970", "time", "timestamp", "\"1970-01-01T00:00:00Z\""));
  }

  private static Stream<BadRecord> analytics() {
    String row = "{\"event_name\":\"page_view\",\"user_id\":\"u\",\"event_timestamp\":";
    return Stream.of(
        ga4("no time", "field", "{\"event_name\":\"page_view\",\"user_id\":\"u\"}"),
        ga4("a time in words", "time", row + "\"" + SECRET + "\"}"),
        ga4("a time with a point", "time", row + "1.5}"),
        ga4("a time beyond a long", "time", row + "99999999999999999999}"),
        ga4("a negative time", "time", row + "-1}"),
        ga4("milliseconds as microseconds ahead", "time", row + "17724455400000000}"),
        ga4("no name", "field", "{\"event_timestamp\":1772445540000000,\"user_id\":\"u\"}"),
        ga4("of nobody", "key", "{\"event_name\":\"x\",\"event_timestamp\":1772445540000000}"),
        ga4("parameters that are an object", "field", row + "1,\"event_params\":{}}"),
        ga4("a parameter without key", "field", row + "1,\"event_params\":[{\"value\":{}}]}"),
        ga4(
            "a parameter without type",
            "field",
            row + "1,\"event_params\":[{\"key\":\"k\",\"value\":1}]}"),
        ga4("items that are texts", "field", row + "1772445540000000,\"items\":[\"p\"]}"),
        ga4(
            "a refund of no order",
            "field",
            "{\"event_name\":\"refund\",\"event_timestamp\":1772445540000000,\"user_id\":\"u\"}"));
  }

  private static Stream<BadRecord> tabbed() {
    return Stream.of(
        snowplow("one column", "tsv", SECRET),
        snowplow("JSON", "tsv", PAGE),
        snowplow("a column too few", "tsv", new SnowplowRow().toString().replaceFirst("\t", "")),
        snowplow("a column too many", "tsv", new SnowplowRow() + "\t"),
        snowplow("commas", "tsv", new SnowplowRow().toString().replace('\t', ',')),
        snowplow("no id", "field", new SnowplowRow().with("event_id", "").toString()),
        snowplow("no kind", "field", new SnowplowRow().with("event", "").toString()),
        snowplow("no time", "field", new SnowplowRow().with("derived_tstamp", "").toString()),
        snowplow(
            "a time in words", "time", new SnowplowRow().with("derived_tstamp", SECRET).toString()),
        snowplow("of nobody", "key", new SnowplowRow().with("domain_userid", "").toString()),
        snowplow(
            "contexts that are no JSON",
            "json",
            new SnowplowRow().with("contexts", SECRET).toString()),
        snowplow(
            "an event that is no JSON",
            "json",
            new SnowplowRow().with("unstruct_event", "[]").toString()),
        snowplow(
            "an event without schema",
            "field",
            new SnowplowRow().with("unstruct_event", "{}").toString()),
        snowplow(
            "a schema that is none",
            "field",
            new SnowplowRow().entities("{\"schema\":\"" + SECRET + "\",\"data\":{}}").toString()),
        snowplow("an action of no type", "field", new SnowplowRow().action("").toString()),
        snowplow(
            "entities that are texts", "field", new SnowplowRow().entities("\"x\"").toString()),
        snowplow(
            "a product with a price in words",
            "field",
            new SnowplowRow()
                .action("add_to_cart")
                .entities(SnowplowRow.entity("product", "{\"id\":\"p\",\"price\":\"x\"}"))
                .toString()));
  }

  private static Stream<BadRecord> avro() {
    byte[] whole = event(event -> {});
    byte[] strange = whole.clone();
    strange[3] ^= 1;
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    return Stream.of(
        canonical("no bytes", "empty", new byte[0]),
        canonical("JSON", "header", PAGE.getBytes(StandardCharsets.UTF_8)),
        canonical("a schema that nobody published", "schema", strange),
        canonical("a header alone", "avro", Arrays.copyOf(whole, 10)),
        canonical("the half", "avro", Arrays.copyOf(whole, whole.length / 2)),
        canonical("a byte too many", "avro", longer),
        canonical("of nobody", "key", event(event -> event.setUserId(null))),
        canonical("no id", "field", event(event -> event.setEventId(""))),
        canonical("no type", "field", event(event -> event.setType(" "))),
        canonical("1970", "time", event(event -> event.setOccurredAt(Instant.EPOCH))));
  }

  private static byte[] event(Consumer<CustomerEvent> change) {
    CustomerEvent event =
        CustomerEvent.newBuilder()
            .setEventId("e-1")
            .setType("page_viewed")
            .setUserId("u")
            .setOccurredAt(TestingDoor.NOW.minusSeconds(1))
            .build();
    change.accept(event);
    return Wire.of(CustomerEvent.class).encode(event);
  }
}

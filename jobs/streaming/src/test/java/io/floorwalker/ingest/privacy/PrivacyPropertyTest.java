package io.floorwalker.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventShape;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.ingest.TestingDoor;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Wherever in an event somebody's address or number stands, it is not in what ingest writes. */
class PrivacyPropertyTest {
  private static final Wire<CustomerEvent> WIRE = Wire.of(CustomerEvent.class);

  @Property
  void nothingThatGivesAPersonAwayPasses(
      @ForAll("shapes") EventShape shape,
      @ForAll("personal") String personal,
      @ForAll("around") String before,
      @ForAll("around") String after) {
    CustomerEvent raw = everywhere(shape, before + personal + after, personal);
    TestingDoor door = new TestingDoor().takes(Topics.RAW_CANONICAL, personal, WIRE.encode(raw));
    assertThat(written(door)).doesNotContainIgnoringCase(personal);
  }

  @Property
  void hidingTwiceChangesNothing(
      @ForAll("personal") String personal,
      @ForAll("around") String before,
      @ForAll("around") String after) {
    String text = before + personal + after;
    Hiding hiding = new Hiding(TestingKeys.pseudonyms(), 0);
    assertThat(hiding.text(hiding.text(text))).isEqualTo(hiding.text(text));
    assertThat(hiding.id(hiding.id(text))).isEqualTo(hiding.id(text));
    assertThat(hiding.named(hiding.named(text))).isEqualTo(hiding.named(text));
  }

  @Property
  void anyTextPassesWithoutError(@ForAll String text) {
    Hiding hiding = new Hiding(TestingKeys.pseudonyms(), 0);
    assertThat(hiding.text(new QueryStrings(java.util.Set.of("q")).cutIn(text))).isNotNull();
  }

  @Provide
  Arbitrary<String> personal() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(12);
    Arbitrary<String> mail =
        Combinators.combine(
                Arbitraries.strings()
                    .withChars("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789._+-'")
                    .ofMinLength(1)
                    .ofMaxLength(30),
                word,
                Arbitraries.of("de", "com", "example.co.uk"))
            .as((local, host, end) -> "x" + local + "y@" + host + "." + end);
    Arbitrary<Integer> octet = Arbitraries.integers().between(0, 255);
    Arbitrary<String> ip =
        Combinators.combine(octet, octet, octet, octet)
            .as((a, b, c, d) -> "%d.%d.%d.%d".formatted(a, b, c, d));
    Arbitrary<String> six =
        Combinators.combine(octet, octet, octet)
            .as((a, b, c) -> "2001:db8:%x::%x:%x".formatted(a, b, c));
    Arbitrary<String> phone =
        Combinators.combine(
                Arbitraries.integers().between(10, 99),
                Arbitraries.integers().between(100, 999),
                Arbitraries.integers().between(1_000_000, 9_999_999),
                Arbitraries.of("", " ", "-", "/"))
            .as((country, area, number, gap) -> "+" + country + gap + area + gap + number);
    return Arbitraries.oneOf(mail, ip, six, phone);
  }

  /** Something that ends where the personal begins, or nothing. */
  @Provide
  Arbitrary<String> around() {
    return Arbitraries.of(
        "", " ", "; ", "|", " text ", "/", "\"", "<", ">", "(", ")", "&", "=", "\n", ", ä ");
  }

  @Provide
  Arbitrary<EventShape> shapes() {
    return Arbitraries.of(EventShape.all().values());
  }

  /** An event with the text in every field that takes one. */
  private static CustomerEvent everywhere(EventShape shape, String text, String personal) {
    CustomerEvent event =
        CustomerEvent.newBuilder()
            .setEventId("e-1")
            .setType(shape.type())
            .setOccurredAt(TestingDoor.NOW)
            .setUserId(personal)
            .setAnonymousId(personal)
            .setContactId(personal)
            .setAccountId(personal)
            .setContext(
                Context.newBuilder().setPage("/p/" + text + "?q=" + text + "#" + text).build())
            .setExt(
                new HashMap<>(
                    Map.of(
                        "properties.query",
                        text,
                        "context.ip",
                        personal,
                        "context.page.url",
                        "https://shop.example/?utm_term=" + text,
                        "x " + text,
                        "a name")))
            .build();
    Schema.Field family = CustomerEvent.getClassSchema().getField(shape.family().field());
    if (family != null) {
      event.put(family.pos(), filled(family.schema().getTypes().get(1), text));
    }
    return event;
  }

  private static SpecificRecordBase filled(Schema schema, String text) {
    SpecificRecordBase record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      Schema type = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
      if (type.getType() == Schema.Type.ARRAY) {
        record.put(field.pos(), List.of());
      } else if (type.getType() == Schema.Type.STRING) {
        record.put(field.pos(), isText(field.name()) ? text : "w");
      }
    }
    return record;
  }

  private static boolean isText(String field) {
    return List.of("name", "selector", "error", "field", "topic", "reason", "step", "activity")
        .contains(field);
  }

  private static String written(TestingDoor door) {
    assertThat(door.reads()).hasSize(1);
    StringBuilder written = new StringBuilder();
    door.events()
        .forEach(event -> written.append(new String(WIRE.encode(event), StandardCharsets.UTF_8)));
    door.deadLetters().forEach(written::append);
    return written.toString().toLowerCase(Locale.ROOT);
  }
}

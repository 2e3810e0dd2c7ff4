package io.floorwalker.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.TestingDoor;
import io.floorwalker.schema.CustomerEvent;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source sends, and what of it passes the door. */
class PrivacyTest {
  private static final String PSEUDONYM = "(email|phone|ip)_k1_[0-9a-f]{32}";

  @Test
  void whoIsKnownByAnAddressIsOnePersonUnderAPseudonym() {
    CustomerEvent event =
        event(
            "\"userId\":\"Anna@Example.org\",\"context\":{\"traits\":{\"email\":\"anna@example.org\"}}");
    assertThat(event.getUserId()).startsWith("email_k1_");
    assertThat(event.getCustomerKey()).isEqualTo(event.getUserId());
    assertThat(event.getExt()).containsEntry("context.traits.email", event.getUserId());
  }

  @Test
  void anAddressInAnIdIsReplacedWhereItStands() {
    assertThat(event("\"userId\":\"auth0|anna@example.org\"").getUserId())
        .startsWith("auth0|email_k1_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shoes for anna@example.org please",
        "anna%40example.org",
        "o'brien+shop@mail.example.co.uk",
        "jürgen@straße.de",
        "call +49 30 1234567",
        "call +49(0)171/2345678.",
        "0049 171 2345678",
        "(030) 1234567",
        "0171-2345678",
        "(555) 123-4567",
        "from 203.0.113.7",
        "::ffff:203.0.113.7",
        "2001:db8:0:0:0:0:0:1",
        "fe80::1ff:fe23:4567:890a"
      })
  void whatLooksPersonalInASearchIsHidden(String search) {
    CustomerEvent event =
        event("\"userId\":\"u\",\"properties\":{\"query\":\"%s\"}".formatted(search));
    String hidden = Objects.requireNonNull(event.getExt().get("properties.query"));
    assertThat(hidden).containsPattern(PSEUDONYM);
    assertThat(hidden.replaceAll(PSEUDONYM, ""))
        .doesNotContain("anna", "brien", "rgen", "345", "456", "113", "db8:", "fe23");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size 42, 10:30, 19.99 EUR",
        "2026-03-02T10:00:00.000Z",
        "03-02-2026",
        "4006381333931",
        "a::before",
        "1.2.3",
        "256.1.1.1",
        "@media",
        "user at host",
        "-73.935242 40.730610"
      })
  void whatDoesNotStays(String search) {
    CustomerEvent event =
        event("\"userId\":\"u\",\"properties\":{\"query\":\"%s\"}".formatted(search));
    assertThat(event.getExt()).containsEntry("properties.query", search);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/a?token=t&utm_source=mail&q=x#frag, https://shop.example/a?utm_source=mail",
    "https://anna:secret@shop.example/a, https://shop.example/a",
    "/a/b?utm_medium=mail&UTM_Term=shoes&x, /a/b?utm_medium=mail&UTM_Term=shoes",
    "?q=anna, ''",
    "see https://shop.example/?q=anna there, see https://shop.example/ there",
    "what is this? a=b, what is this? a=b",
  })
  void addressesOfPagesAreCut(String sent, String kept) {
    CustomerEvent event =
        event("\"userId\":\"u\",\"properties\":{\"referrer\":\"%s\"}".formatted(sent));
    assertThat(event.getExt()).containsEntry("properties.referrer", kept);
  }

  @Test
  void aPersonInThePathOfAPageIsHidden() {
    CustomerEvent event =
        event(
            "\"userId\":\"u\",\"context\":{\"page\":{\"url\":\"https://shop.example/of/anna@example.org/orders?x=1\"}}");
    assertThat(event.getContext().getPage()).matches("/of/email_k1_[0-9a-f]{32}/orders");
  }

  @Test
  void whatIsPersonalByItsNameIsHiddenWhateverItLooksLike() {
    CustomerEvent event =
        event(
            "\"userId\":\"u\",\"context\":{\"traits\":{\"phone\":\"5551234\",\"first_name\":\"Anna\",\"name\":\"Anna B\",\"plan\":\"pro\"}}");
    assertThat(event.getExt().get("context.traits.phone")).startsWith("text_k1_");
    assertThat(event.getExt().get("context.traits.first_name")).startsWith("text_k1_");
    assertThat(event.getExt().get("context.traits.name")).startsWith("text_k1_");
    assertThat(event.getExt()).containsEntry("context.traits.plan", "pro");
  }

  @Test
  void theReleaseOfABrowserIsNoAddress() {
    String agent = "Mozilla/5.0 Chrome/130.0.0.0 Safari/537.36";
    assertThat(
            event("\"userId\":\"u\",\"context\":{\"userAgent\":\"%s\"}".formatted(agent)).getExt())
        .containsEntry("context.userAgent", agent);
  }

  @Test
  void articlesKeepTheirNumbers() {
    CustomerEvent event =
        event(
            "\"userId\":\"u\",\"properties\":{\"product_id\":\"00491234567890\",\"price\":5}",
            "Product Added");
    assertThat(event.getProduct().getProductId()).isEqualTo("00491234567890");
  }

  @Test
  void aDeadLetterDoesNotShowTheKeyOfItsRecord() {
    TestingDoor door = new TestingDoor().takes(Topics.RAW_SEGMENT, "anna@example.org", "{");
    assertThat(door.deadLetters()).hasSize(1);
    assertThat(Objects.requireNonNull(door.deadLetters().get(0).getRecordKey()))
        .startsWith("email_k1_");
  }

  private static CustomerEvent event(String fields) {
    return event(fields, "Products Searched");
  }

  private static CustomerEvent event(String fields, String name) {
    TestingDoor door =
        new TestingDoor()
            .takes(
                Topics.RAW_SEGMENT,
                "{\"type\":\"track\",\"event\":\"%s\",\"messageId\":\"m\",%s}"
                    .formatted(name, fields));
    assertThat(door.deadLetters()).isEmpty();
    return door.events().get(0);
  }
}

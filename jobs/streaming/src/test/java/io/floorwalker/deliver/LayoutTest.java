package io.floorwalker.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.util.json.GsonBlockElementFactory;
import com.slack.api.util.json.GsonLayoutBlockFactory;
import com.slack.api.util.json.GsonRichTextElementFactory;
import com.slack.api.util.json.GsonTextObjectFactory;
import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.deliver.message.Buttons;
import io.floorwalker.deliver.message.Message;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody typed, each channel's message is whole, within its limits, and only text. */
class LayoutTest {
  private static final String EVIDENCE = "https://desk.example/d/{detection_id}";
  private static final String LINK = "https://desk.example/d/x-a-1";

  private static final TicketOffice OFFICE = new TicketOffice("0123456789abcdef");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final JsonSchema CARD = cardSchema();

  private static final Gson SLACK =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .registerTypeAdapter(LayoutBlock.class, new GsonLayoutBlockFactory(true))
          .registerTypeAdapter(BlockElement.class, new GsonBlockElementFactory(true))
          .registerTypeAdapter(TextObject.class, new GsonTextObjectFactory(true))
          .registerTypeAdapter(RichTextElement.class, new GsonRichTextElementFactory(true))
          .create();

  static Stream<String> typed() {
    return Payloads.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("typed")
  void whatWasTypedIsOneHarmlessLine(String typed) {
    for (Message message : messages(typed)) {
      Stream<String> texts =
          Stream.concat(
              Stream.of(message.title()), message.parts().stream().map(Message.Part::text));
      assertThat(texts)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .hasSizeLessThan(700)
                      .doesNotContain("@", "://", "evil.example", "{{", "${")
                      .doesNotContainPattern("[\\p{C}\\u2028\\u2029]")
                      .doesNotContainPattern("\\p{M}{3}"));
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void slackTakesTheBlocksAndParsesNothingInThem(String typed) throws IOException {
    for (Message message : messages(typed)) {
      JsonNode body = JSON.readTree(new Json().bytes(SlackMessage.of(message)));
      assertThat(body.get("text").asText()).doesNotContain("<", ">").hasSizeLessThan(3_000);
      assertThat(body.get("link_names").asBoolean()).isFalse();
      LayoutBlock[] blocks = SLACK.fromJson(body.get("blocks").toString(), LayoutBlock[].class);
      assertThat(blocks).hasSize(2);
      String header = ((HeaderBlock) blocks[0]).getText().getText();
      assertThat(header).hasSizeBetween(1, 150).doesNotContain("<", ">");
      assertThat(((RichTextBlock) blocks[1]).getElements()).isNotEmpty();
      // Slack's model drops a field that it does not know: all of them have to come back.
      assertThat(holds(JSON.readTree(SLACK.toJson(blocks)), body.get("blocks")))
          .as("no field that Slack does not know")
          .isTrue();
      assertThat(body.findValuesAsText("type"))
          .containsOnly("header", "plain_text", "rich_text", "rich_text_section", "text", "link");
      assertThat(body.findValuesAsText("url")).containsOnly(LINK);
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void teamsTakesTheCardWhichHasNoMarkdown(String typed) throws IOException {
    for (Message message : messages(typed)) {
      byte[] bytes = new Json().bytes(TeamsCard.of(message));
      assertThat(bytes).hasSizeLessThan(28_000);
      JsonNode body = JSON.readTree(bytes);
      JsonNode card = body.at("/attachments/0/content");
      assertThat(CARD.validate(card)).isEmpty();
      assertThat(card.get("version").asText()).isEqualTo("1.5");
      assertThat(card.findValuesAsText("type"))
          .containsOnly("AdaptiveCard", "RichTextBlock", "TextRun", "Action.OpenUrl");
      assertThat(card.findValuesAsText("url")).containsOnly(LINK);
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void staffAnswerByButtons(String typed) throws IOException {
    for (Message message : answerable(typed, null)) {
      JsonNode blocks = JSON.readTree(new Json().bytes(SlackMessage.of(message))).get("blocks");
      LayoutBlock[] read = SLACK.fromJson(blocks.toString(), LayoutBlock[].class);
      assertThat(holds(JSON.readTree(SLACK.toJson(read)), blocks)).isTrue();
      assertThat(blocks.get(2).findValuesAsText("action_id"))
          .containsExactly("done", "snooze", "not_useful");
      assertThat(blocks.get(2).findValuesAsText("value"))
          .hasSize(3)
          .allSatisfy(ticket -> assertThat(OFFICE.read(ticket, Actions.NOON)).isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void orByLinks(String typed) throws IOException {
    for (Message message : answerable(typed, URI.create("https://desk.example/feedback/"))) {
      JsonNode card =
          JSON.readTree(new Json().bytes(TeamsCard.of(message))).at("/attachments/0/content");
      assertThat(CARD.validate(card)).isEmpty();
      assertThat(card.findValuesAsText("url"))
          .hasSize(4)
          .anyMatch(url -> url.startsWith("https://desk.example/feedback/not_useful?t="))
          .allMatch(url -> url.matches("https://desk\\.example/[A-Za-z0-9/?=_.-]+"));
      JsonNode slack = JSON.readTree(new Json().bytes(SlackMessage.of(message)));
      assertThat(slack.at("/blocks/2").findValuesAsText("url")).hasSize(3);
      assertThat(slack.at("/blocks/2").findValues("value")).isEmpty();
      assertThat(message.text()).contains("\nDone: https://desk.example/feedback/done?t=");
      assertThat(Html.of(message)).contains("<a href=\"https://desk.example/feedback/done?t=");
    }
  }

  @Test
  void whatNoTicketCanBeWrittenForHasNoButtons() {
    Wording wording = Wording.in("en", null).with(new Buttons(OFFICE, null));
    Action huge = action("incident", "huge ".repeat(20_000));
    assertThat(wording.of(huge).buttons()).isEmpty();
    assertThat(wording.over(action("incident", "shop")).buttons()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("typed")
  void htmlHasNoElementBesideOurs(String typed) {
    for (Message message : messages(typed)) {
      String html = Html.of(message);
      String without =
          html.replaceAll("</?(p|strong)>|<a href=\"" + LINK + "\">|</a>", "")
              .replaceAll("&(amp|lt|gt|quot|#39);", "");
      assertThat(without).doesNotContain("<", ">", "\"", "'", "&");
    }
  }

  /** Whether all that is in a part is in the whole, which may have more fields. */
  private static boolean holds(@Nullable JsonNode whole, JsonNode part) {
    if (whole == null || part.isValueNode()) {
      return part.equals(whole);
    }
    if (part.isArray()) {
      return whole.size() == part.size()
          && IntStream.range(0, part.size()).allMatch(at -> holds(whole.get(at), part.get(at)));
    }
    return part.properties().stream()
        .allMatch(field -> holds(whole.get(field.getKey()), field.getValue()));
  }

  private static List<Message> messages(String typed) {
    return Wording.LANGUAGES.stream()
        .map(language -> Wording.in(language, EVIDENCE))
        .flatMap(
            wording ->
                Stream.of("checkout_struggle", "stakeholder_stale", typed)
                    .map(kind -> wording.of(action(kind, typed))))
        .toList();
  }

  private static List<Message> answerable(String typed, @Nullable URI page) {
    Action action = action("stakeholder_stale", typed);
    // Typed ids may be too long for a ticket.
    action.setAccountId("acme");
    action.setContactId("jane");
    action.setDecisionId("d-1");
    return List.of(Wording.in("en", EVIDENCE).with(new Buttons(OFFICE, page)).of(action));
  }

  private static Action action(String kind, String typed) {
    return Actions.planned("a-1")
        .setAudience(Audience.INTERNAL)
        .setSite(typed)
        .setAccountId(typed)
        .setContactId(typed)
        .setReason(typed)
        .setOccasion(
            Actions.occasion(kind)
                .setCause("field_loop")
                .setStep(typed)
                .setField(typed)
                .setCurrency(typed)
                .build())
        .build();
  }

  private static JsonSchema cardSchema() {
    Path file =
        Path.of(
            System.getProperty("floorwalker.testdata"), "adaptive-cards/adaptive-card-1.5.0.json");
    // Its root has the id of draft 4, which draft 6 does not know.
    try {
      ObjectNode schema = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
      schema.remove("id");
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V6).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

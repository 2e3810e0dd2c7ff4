package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as Slack's Block Kit. What a shopper typed stands in rich text only, whose texts are
 * never parsed, and, escaped, in the header and the notification: no text can mention a channel or
 * make a link.
 */
final class SlackMessage {
  private static final int LONGEST_HEADER = 150;

  private SlackMessage() {}

  static Map<String, Object> of(Message message) {
    List<Object> lines = new ArrayList<>();
    message.parts().forEach(part -> lines.add(section(part)));
    Message.Link evidence = message.evidence();
    if (evidence != null) {
      lines.add(
          section(
              Map.of(
                  "type", "link", "url", evidence.address().toString(), "text", evidence.label())));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", escaped(message.title()));
    List<Object> blocks = new ArrayList<>(List.of(header(message.title()), richText(lines)));
    if (!message.buttons().isEmpty()) {
      List<?> buttons = message.buttons().stream().map(SlackMessage::button).toList();
      blocks.add(Map.of("type", "actions", "elements", buttons));
    }
    body.put("blocks", blocks);
    body.put("parse", "none");
    body.put("link_names", false);
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    return body;
  }

  /** Slack tells our app of the click; or, with a link, opens a page. */
  private static Map<String, Object> button(Message.Button button) {
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("type", "button");
    element.put("text", plainText(button.label()));
    element.put("action_id", button.word());
    if (button.link() == null) {
      element.put("value", button.ticket());
    } else {
      element.put("url", button.link().toString());
    }
    return element;
  }

  private static Map<String, Object> header(String title) {
    String text = escaped(title);
    Map<String, Object> plain = plainText(text.length() > LONGEST_HEADER ? shortened(title) : text);
    return Map.of("type", "header", "text", plain);
  }

  private static Map<String, Object> plainText(String text) {
    return Map.of("type", "plain_text", "text", text, "emoji", false);
  }

  /** Cut before it is escaped, so that no half entity is left; an escaped sign takes up to five. */
  private static String shortened(String title) {
    int end = title.offsetByCodePoints(0, Math.min(28, title.codePointCount(0, title.length())));
    return escaped(title.substring(0, end)) + "…";
  }

  private static Map<String, Object> richText(List<Object> lines) {
    return Map.of("type", "rich_text", "elements", lines);
  }

  private static Map<String, Object> section(Message.Part part) {
    Map<String, Object> text = Map.of("type", "text", "text", part.text() + "\n");
    if (part.label().isEmpty()) {
      return section(text);
    }
    return section(
        Map.of("type", "text", "text", part.label() + ": ", "style", Map.of("bold", true)), text);
  }

  private static Map<String, Object> section(Object... elements) {
    return Map.of("type", "rich_text_section", "elements", List.of(elements));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

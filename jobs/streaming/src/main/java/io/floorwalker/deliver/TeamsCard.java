package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as an Adaptive Card 1.5 for a Teams Workflows webhook. All text stands in text runs,
 * which know no Markdown, so nothing has to be escaped; the only links are the actions below.
 */
final class TeamsCard {

  private TeamsCard() {}

  static Map<String, Object> of(Message message) {
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.put("content", card(message));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "message");
    body.put("attachments", List.of(attachment));
    return body;
  }

  private static Map<String, Object> card(Message message) {
    List<Object> texts = new ArrayList<>();
    texts.add(text(run(message.title(), true)));
    for (Message.Part part : message.parts()) {
      texts.add(
          part.label().isEmpty()
              ? text(run(part.text(), false))
              : text(run(part.label() + ": ", true), run(part.text(), false)));
    }
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.5");
    card.put("body", texts);
    List<Map<String, Object>> links = message.links().stream().map(TeamsCard::link).toList();
    if (!links.isEmpty()) {
      card.put("actions", links);
    }
    return card;
  }

  private static Map<String, Object> link(Message.Link link) {
    return Map.of(
        "type", "Action.OpenUrl", "title", link.label(), "url", link.address().toString());
  }

  private static Map<String, Object> text(Object... runs) {
    return Map.of("type", "RichTextBlock", "inlines", List.of(runs));
  }

  private static Map<String, Object> run(String text, boolean bold) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("type", "TextRun");
    run.put("text", text);
    if (bold) {
      run.put("weight", "Bolder");
    }
    return run;
  }
}

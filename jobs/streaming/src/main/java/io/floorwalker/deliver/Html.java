package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;

/**
 * A message as paragraphs of HTML; every text is escaped, the only links are to the evidence and
 * those of its buttons.
 */
final class Html {

  private Html() {}

  static String of(Message message) {
    StringBuilder html = new StringBuilder();
    for (Message.Part part : message.parts()) {
      html.append("<p>");
      if (!part.label().isEmpty()) {
        html.append("<strong>").append(escaped(part.label())).append(":</strong> ");
      }
      html.append(escaped(part.text())).append("</p>\n");
    }
    for (Message.Link link : message.links()) {
      html.append("<p><a href=\"")
          .append(escaped(link.address().toString()))
          .append("\">")
          .append(escaped(link.label()))
          .append("</a></p>\n");
    }
    return html.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

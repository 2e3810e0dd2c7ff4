package io.floorwalker.page;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One Server-Sent Event. Neither name, id nor data may hold a line break: JSON has none.
 *
 * @param id what the browser sends as Last-Event-ID when it comes back; null leaves that as it was
 */
public record ServerEvent(String name, @Nullable String id, String data) {

  public ServerEvent {
    if ((name + id + data).chars().anyMatch(c -> c == '\n' || c == '\r')) {
      throw new IllegalArgumentException("a line break would begin another field");
    }
  }

  byte[] bytes() {
    String lines =
        "event: " + name + (id == null ? "" : "\nid: " + id) + "\ndata: " + data + "\n\n";
    return lines.getBytes(StandardCharsets.UTF_8);
  }
}

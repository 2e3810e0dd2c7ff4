package io.floorwalker.deliver;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what Slack knows a message: its conversation, and its time, which is its id there. */
record SlackHandle(String conversation, String time) {
  private static final Pattern CONVERSATION = Pattern.compile("[A-Z0-9]{1,40}");
  private static final Pattern TIME = Pattern.compile("[0-9]{1,20}\\.[0-9]{1,20}");

  /** From Slack's answer; empty where it tells none. */
  static Optional<SlackHandle> of(Map<?, ?> answer) {
    return answer.get("channel") instanceof String conversation
            && answer.get("ts") instanceof String time
        ? of(conversation, time)
        : Optional.empty();
  }

  static Optional<SlackHandle> parse(@Nullable String text) {
    int space = text == null ? -1 : text.indexOf(' ');
    return text == null || space < 0
        ? Optional.empty()
        : of(text.substring(0, space), text.substring(space + 1));
  }

  String text() {
    return conversation + " " + time;
  }

  private static Optional<SlackHandle> of(String conversation, String time) {
    return CONVERSATION.matcher(conversation).matches() && TIME.matcher(time).matches()
        ? Optional.of(new SlackHandle(conversation, time))
        : Optional.empty();
  }
}

package io.floorwalker.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code a=b,c='d, e'} of one option, in its order; quotes stay on the value. */
final class Assignments {
  private final String option;
  private final String text;
  private final Map<String, String> found = new LinkedHashMap<>();

  private Assignments(String option, String text) {
    this.option = option;
    this.text = text;
  }

  static Map<String, String> parse(String option, String text) {
    Assignments assignments = new Assignments(option, text);
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' && (quoted || text.charAt(Math.max(0, i - 1)) == '=')) {
        quoted = !quoted;
      } else if (c == '\'' && i > 0 && text.charAt(i - 1) == '\'') {
        quoted = true; // '' within quotes stands for one quote
      } else if (c == ',' && !quoted) {
        assignments.add(text.substring(start, i));
        start = i + 1;
      }
    }
    if (quoted) {
      throw assignments.wrong("has a quote that is not closed");
    }
    assignments.add(text.substring(start));
    return assignments.found;
  }

  private void add(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1 || equals == assignment.length() - 1) {
      throw wrong("has \"" + assignment + "\"; write it as name=value, with commas between");
    }
    String name = assignment.substring(0, equals).strip();
    if (found.put(name, assignment.substring(equals + 1).strip()) != null) {
      throw wrong("names " + name + " twice; remove one");
    }
  }

  private CommandFailure wrong(String reason) {
    return new CommandFailure(ExitCode.USAGE, option + " " + text + ": " + reason);
  }
}

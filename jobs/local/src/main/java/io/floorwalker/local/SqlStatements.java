package io.floorwalker.local;

import java.util.ArrayList;
import java.util.List;

/** The statements of a SQL text: cut at semicolons outside of quotes and comments. */
final class SqlStatements {
  private final String text;
  private final List<String> found = new ArrayList<>();
  private int start;
  private boolean blank = true;

  private SqlStatements(String text) {
    this.text = text;
  }

  /** In their order, without the semicolons; what is only comment or white space is left out. */
  static List<String> split(String text) {
    SqlStatements statements = new SqlStatements(text);
    int position = 0;
    while (position < text.length()) {
      position = statements.step(position);
    }
    statements.cut(text.length());
    return List.copyOf(statements.found);
  }

  /** Passes over one character, quoted text or comment; returns where the next one starts. */
  private int step(int position) {
    char c = text.charAt(position);
    if (text.startsWith("--", position)) {
      return after(text.indexOf('\n', position), 1);
    }
    if (text.startsWith("/*", position)) {
      return after(text.indexOf("*/", position + 2), 2);
    }
    if (c == ';') {
      cut(position);
      start = position + 1;
      return start;
    }
    blank &= Character.isWhitespace(c);
    // A doubled quote ends one quoted text and starts the next, which cuts nothing.
    return c == '\'' || c == '"' || c == '`'
        ? after(text.indexOf(c, position + 1), 1)
        : position + 1;
  }

  private int after(int found, int length) {
    return found < 0 ? text.length() : found + length;
  }

  private void cut(int end) {
    if (!blank) {
      found.add(text.substring(start, end).strip());
    }
    blank = true;
  }
}

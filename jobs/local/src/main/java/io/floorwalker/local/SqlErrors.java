package io.floorwalker.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong with a statement, in one line for the person who wrote it. */
final class SqlErrors {
  private static final Pattern NOT_FOUND = Pattern.compile("(Object|Table) '[^']*' not found.*");

  private static final Pattern EXPECTED = Pattern.compile("(?s)\\s*Was expecting.*");

  private SqlErrors() {}

  static String line(Throwable failure, SqlSession session) {
    String text = EXPECTED.matcher(message(failure)).replaceFirst("").strip();
    String line = text.lines().findFirst().orElse(text);
    Matcher missing = NOT_FOUND.matcher(line);
    return missing.find()
        ? line + "; the tables and views are " + String.join(", ", session.tables())
        : line;
  }

  private static String message(Throwable failure) {
    Throwable root = RootCause.of(failure);
    String message = root.getMessage();
    // The message of a missing class, for one, is only a name.
    return message == null || message.indexOf(' ') < 0 ? RootCause.line(failure) : message;
  }
}

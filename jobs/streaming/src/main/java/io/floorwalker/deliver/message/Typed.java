package io.floorwalker.deliver.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a text that came from outside harmless wherever text is shown: one line of visible
 * characters, not too long, in which nothing is an address, a mention or an expression. Markup is
 * not its business: each channel uses elements that have none, or escapes.
 */
final class Typed {
  private static final int MOST_CHARACTERS = 80;

  /** Control and format characters (bidi, zero-width), lone surrogates, private use, unassigned. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\x{FE00}-\\x{FE0F}]+");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** More than two marks on one letter reach into the lines above and below. */
  private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{2})\\p{M}+");

  /** A dot as a host's name has it, of any script. */
  private static final Pattern DOT = Pattern.compile("(?<=[\\p{L}\\p{N}])[.。．｡](?=\\p{L})");

  private Typed() {}

  static String plain(String text) {
    // Cut first: what follows is then as cheap for a huge text.
    String head =
        text.length() > 20 * MOST_CHARACTERS ? text.substring(0, 20 * MOST_CHARACTERS) : text;
    String line = SPACES.matcher(head).replaceAll(" ");
    String visible = INVISIBLE.matcher(line).replaceAll("").strip();
    String flat = PILED_MARKS.matcher(visible).replaceAll("$1");
    return cut(DOT.matcher(withoutSigns(flat)).replaceAll(Matcher.quoteReplacement("[.]")));
  }

  private static String withoutSigns(String text) {
    return text.replace("@", "[at]")
        .replace("＠", "[at]")
        .replace("://", "[:]//")
        .replace("{{", "{ {")
        .replace("${", "$ {");
  }

  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)).strip() + "…";
  }
}

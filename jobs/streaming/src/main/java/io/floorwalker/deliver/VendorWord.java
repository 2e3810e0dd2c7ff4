package io.floorwalker.deliver;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The code that a vendor gives for an error, as it may stand in a table. */
final class VendorWord {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_]{0,59}");

  private VendorWord() {}

  /** Empty for what is no code: a sentence may quote what must not be shown. */
  static String of(@Nullable Object said) {
    return said instanceof String text && WORD.matcher(text).matches() ? text : "";
  }
}

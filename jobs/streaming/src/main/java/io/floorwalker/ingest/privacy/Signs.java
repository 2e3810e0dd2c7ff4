package io.floorwalker.ingest.privacy;

/**
 * What a first look at a text finds, in one pass: most texts have not even the characters of what
 * gives a person away.
 */
record Signs(boolean at, int digits, int dots, int colons) {

  static Signs of(String text) {
    boolean at = false;
    int digits = 0;
    int dots = 0;
    int colons = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '@' -> at = true;
        case '%' -> at |= text.startsWith("%40", i);
        case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digits++;
        case '.' -> dots++;
        case ':' -> colons++;
        default -> {}
      }
    }
    return new Signs(at, digits, dots, colons);
  }
}

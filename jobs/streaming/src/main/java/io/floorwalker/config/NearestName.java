package io.floorwalker.config;

import java.util.Collection;
import java.util.Comparator;

/** The known name that a mistyped one most likely meant, by Levenshtein distance. */
public final class NearestName {

  private NearestName() {}

  /**
   * The nearest of the known names, of which there is at least one; the first by name wins a tie.
   */
  public static String to(String typed, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(typed, name))
                .thenComparing(name -> name))
        .orElseThrow();
  }

  private static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int insertOrRemove = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(insertOrRemove, above[column - 1] + change);
      }
      above = current;
    }
    return above[right.length()];
  }
}

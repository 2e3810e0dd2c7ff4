package io.floorwalker.oracle;

/**
 * The settings that incidents depend on. Throws IllegalArgumentException when one cannot be.
 *
 * @param sessions setting {@code struggle.incident.sessions}
 * @param ratio setting {@code struggle.incident.ratio}
 * @param tail setting {@code struggle.incident.tail}
 * @param calmMinutes setting {@code struggle.incident.closes-after}, minutes
 * @param prior setting {@code struggle.incident.prior}
 */
public record IncidentOracleSettings(
    int sessions, double ratio, double tail, int calmMinutes, double prior) {

  public IncidentOracleSettings {
    if (sessions < 1 || calmMinutes < 1) {
      throw new IllegalArgumentException(
          "sessions is " + sessions + ", calmMinutes " + calmMinutes + "; give at least 1");
    }
    if (ratio <= 1 || tail <= 0 || prior <= 0 || prior >= 1) {
      throw new IllegalArgumentException(
          "ratio is %s, tail %s, prior %s; give a ratio above 1, a tail and a prior above 0"
              .formatted(ratio, tail, prior));
    }
  }

  /** The rule with the built-in thresholds. */
  public static IncidentOracleSettings builtIn() {
    return new IncidentOracleSettings(5, 3.0, 1e-6, 10, 0.02);
  }
}

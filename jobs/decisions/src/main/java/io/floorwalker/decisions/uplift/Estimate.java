package io.floorwalker.decisions.uplift;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an experiment at a look; intervals only where it is estimated.
 *
 * @param conversion by how much more of the treated converted
 * @param netMargin by how much more a treated unit brought, trimmed; null also where nobody knows
 *     what one of them brought
 * @param trim between what a converted unit's margin counts
 */
public record Estimate(
    State state,
    Arms arms,
    @Nullable Interval conversion,
    @Nullable Interval netMargin,
    @Nullable Trim trim) {

  /** What can be said. */
  public enum State {
    /** Fewer than 50 units or 5 conversions in an arm. */
    NOT_ENOUGH_DATA,
    /** More or fewer are held out than were to be. */
    SAMPLE_RATIO,
    ESTIMATED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many units, and how many of them converted. */
  public record Arms(long treated, long treatedConverted, long heldOut, long heldOutConverted) {}

  /** The rule loses money, as sure as such a thing can be: it belongs into shadow. */
  public boolean harms() {
    return netMargin != null && netMargin.isBelowZero();
  }
}

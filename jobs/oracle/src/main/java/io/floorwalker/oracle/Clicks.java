package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Interaction;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the rules read clicks.
 *
 * @param suppress parts of selectors that say nothing, on top of the built-in ones
 */
record Clicks(List<String> suppress) {

  private static final long NEAR_PIXELS = 50;

  /** Where many quick clicks are how the thing is used. */
  private static final List<String> QUIET =
      List.of(
          "input",
          "textarea",
          "qty",
          "quantity",
          "stepper",
          "next",
          "prev",
          "datepicker",
          "calendar",
          "gallery",
          "carousel",
          "no-rage-click");

  /** True for a click that may be a sign of trouble. */
  boolean isTelling(VisitMoment moment) {
    return moment.is(EventTypes.ELEMENT_CLICKED) && !isQuiet(selector(moment));
  }

  /** True where the page was to react and the click itself says that it never did. */
  boolean isDead(VisitMoment moment) {
    return isToReact(moment) && Objects.equals(reaction(moment), -1);
  }

  /** True where the page was to react and the click says nothing of it. */
  boolean isUnanswered(VisitMoment moment) {
    return isToReact(moment) && reaction(moment) == null;
  }

  /** True where both clicks hit one element: the same selector, or at most 50 px apart. */
  static boolean onOneElement(VisitMoment first, VisitMoment other) {
    @Nullable String selector = selector(first);
    return (selector != null && selector.equals(selector(other))) || areNear(first, other);
  }

  private static boolean areNear(VisitMoment first, VisitMoment other) {
    @Nullable Interaction one = first.event().getInteraction();
    @Nullable Interaction two = other.event().getInteraction();
    if (one == null || two == null) {
      return false;
    }
    if (one.getX() == null || one.getY() == null || two.getX() == null || two.getY() == null) {
      return false;
    }
    long right = (long) two.getX() - one.getX();
    long down = (long) two.getY() - one.getY();
    return right * right + down * down <= NEAR_PIXELS * NEAR_PIXELS;
  }

  private boolean isToReact(VisitMoment moment) {
    @Nullable Interaction click = moment.event().getInteraction();
    return isTelling(moment) && click != null && Boolean.TRUE.equals(click.getInteractive());
  }

  private static @Nullable Integer reaction(VisitMoment moment) {
    @Nullable Interaction click = moment.event().getInteraction();
    return click == null ? null : click.getReactionMs();
  }

  private boolean isQuiet(@Nullable String selector) {
    if (selector == null) {
      return false;
    }
    String lower = selector.toLowerCase(Locale.ROOT);
    return QUIET.stream().anyMatch(lower::contains) || suppress.stream().anyMatch(lower::contains);
  }

  private static @Nullable String selector(VisitMoment moment) {
    @Nullable Interaction click = moment.event().getInteraction();
    return click == null ? null : click.getSelector();
  }
}

package io.floorwalker.detect.reopen;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An intent that was abandoned and that nobody has come back to.
 *
 * @param said what was told of its items
 */
public record LeftIntent(Detection abandoned, List<Detection> said) {
  private static final Set<String> KINDS =
      Set.of("cart_abandoned", "checkout_abandoned", "payment_abandoned");

  /** Whether an intent to buy was left; looking around is none. */
  static boolean is(Detection detection) {
    return KINDS.contains(detection.getKind());
  }

  static boolean isOpened(Detection detection) {
    return is(detection) && detection.getPhase() == Phase.OPENED;
  }

  static LeftIntent of(Detection abandoned) {
    return new LeftIntent(abandoned, List.of());
  }

  boolean isOf(Detection abandonment) {
    return abandoned.getDetectionId().equals(abandonment.getDetectionId());
  }

  LeftIntent with(Detection reopened) {
    List<Detection> more = new ArrayList<>(said);
    more.add(reopened);
    return new LeftIntent(abandoned, more);
  }

  /** The product of a line, {@code <product_id> x<quantity>}. */
  static String product(String line) {
    return line.substring(0, line.lastIndexOf(" x"));
  }
}

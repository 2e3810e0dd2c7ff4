package io.floorwalker.decisions;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A success of a unit, whatever brought it about.
 *
 * @param id the order's; of what was restored, the detection's; else the event's
 * @param at milliseconds
 * @param worth null where it is no order, or nobody said what it was worth
 */
public record Achieved(Success success, String id, long at, @Nullable Worth worth)
    implements Serializable {

  /** The earliest first; of several in one millisecond always the same one. */
  public static final Comparator<Achieved> IN_TIME =
      Comparator.comparingLong(Achieved::at).thenComparing(Achieved::id);

  /** What was found of an account is over; empty where the detection says something else. */
  public static Optional<Achieved> restored(Detection detection) {
    return SuccessWindow.of(detection.getKind())
        .map(SuccessWindow::success)
        .filter(success -> success == Success.RESTORED && detection.getPhase() == Phase.CLOSED)
        .map(
            success ->
                new Achieved(
                    success,
                    detection.getDetectionId(),
                    detection.getDetectedAt().toEpochMilli(),
                    null));
  }
}

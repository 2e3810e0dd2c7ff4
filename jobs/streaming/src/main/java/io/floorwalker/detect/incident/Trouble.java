package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.Episode;
import io.floorwalker.schema.Detection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A struggle at a known step, as far as it is counted.
 *
 * @param at milliseconds
 * @param decidingEvent event id
 * @param code of the decline, where the struggle is about a payment
 * @param receivedAt append time of the deciding event, milliseconds
 */
public record Trouble(
    String session,
    RollUp place,
    long at,
    String decidingEvent,
    @Nullable String deviceClass,
    @Nullable String release,
    @Nullable String field,
    @Nullable String code,
    @Nullable Long receivedAt) {

  static final Comparator<Trouble> ORDER =
      Comparator.comparingLong(Trouble::at).thenComparing(Trouble::decidingEvent);

  private static final Set<String> ABOUT_PAYMENT = Set.of("payment_declined", "payment_gave_up");

  /** What is counted of an episode; null where its step is not known. */
  static @Nullable Trouble of(Episode episode) {
    Detection detection = episode.detection();
    String step = detection.getStep();
    if (step == null) {
      return null;
    }
    Instant received = detection.getEvidenceReceivedAt();
    return new Trouble(
        detection.getSessionId(),
        RollUp.of(detection.getSite(), step),
        detection.getDetectedAt().toEpochMilli(),
        episode.decidingEvent(),
        detection.getDeviceClass(),
        detection.getRelease(),
        detection.getField(),
        ABOUT_PAYMENT.contains(detection.getCause()) ? episode.code() : null,
        received == null ? null : received.toEpochMilli());
  }

  String step() {
    return place.step();
  }

  /** All that it may be part of, from broad to narrow. */
  List<RollUp> rollUps() {
    return Stream.of(
            place,
            narrowed(Dimension.DEVICE, deviceClass),
            narrowed(Dimension.RELEASE, release),
            narrowed(Dimension.FIELD, field),
            narrowed(Dimension.CODE, code))
        .filter(Objects::nonNull)
        .toList();
  }

  boolean isIn(RollUp rollUp) {
    return switch (rollUp.dimension()) {
      case STEP -> place.equals(rollUp);
      case DEVICE -> place.equals(rollUp.wholeStep()) && rollUp.value().equals(deviceClass);
      case RELEASE -> place.equals(rollUp.wholeStep()) && rollUp.value().equals(release);
      case FIELD -> place.equals(rollUp.wholeStep()) && rollUp.value().equals(field);
      case CODE -> place.equals(rollUp.wholeStep()) && rollUp.value().equals(code);
    };
  }

  private @Nullable RollUp narrowed(Dimension dimension, @Nullable String value) {
    return value == null ? null : new RollUp(place.site(), place.step(), dimension, value);
  }
}

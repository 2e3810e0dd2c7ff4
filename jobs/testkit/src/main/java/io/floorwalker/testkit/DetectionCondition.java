package io.floorwalker.testkit;

import io.floorwalker.schema.Detection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a detection that says only what matters to the test; immutable, each method adds
 * to it.
 */
public final class DetectionCondition extends Condition<Detection> {
  private final Predicate<Detection> predicate;
  private final String words;

  private DetectionCondition(String words, Predicate<Detection> predicate) {
    super(predicate, "%s", words);
    this.predicate = predicate;
    this.words = words;
  }

  static DetectionCondition ofKind(String kind) {
    return new DetectionCondition(kind, detection -> kind.equals(detection.getKind()));
  }

  /** On this key. */
  public DetectionCondition by(String key) {
    return equal("of", Detection::getKey, key);
  }

  /** In this session. */
  public DetectionCondition in(String session) {
    return equal("in session", Detection::getSessionId, session);
  }

  /** With this id. */
  public DetectionCondition id(String detectionId) {
    return equal("id", Detection::getDetectionId, detectionId);
  }

  /** With so many cart lines. */
  public DetectionCondition lines(int count) {
    return and(count + " lines", detection -> detection.getLines().size() == count);
  }

  /** With exactly these cart lines, such as {@code shoes x2}. */
  public DetectionCondition lines(String... lines) {
    return equal("lines", Detection::getLines, List.of(lines));
  }

  /** True since this time, which is its deadline too. */
  public DetectionCondition deadline(String time) {
    Instant deadline = Moment.at(time);
    return and(
        "deadline " + time,
        detection ->
            deadline.equals(detection.getDeadlineAt())
                && deadline.equals(detection.getDetectedAt()));
  }

  /** With the first evidence at this time. */
  public DetectionCondition firstEvidence(String time) {
    return equalAt("first evidence", Detection::getFirstEvidenceAt, time);
  }

  /** With the last evidence at this time. */
  public DetectionCondition lastEvidence(String time) {
    return equalAt("last evidence", Detection::getLastEvidenceAt, time);
  }

  /** With exactly these events as evidence. */
  public DetectionCondition evidence(String... eventIds) {
    return equal("evidence", Detection::getEvidence, List.of(eventIds));
  }

  /** With this value, whatever its scale. */
  public DetectionCondition value(String value) {
    BigDecimal money = new BigDecimal(value);
    return and(
        "value " + value,
        detection -> detection.getValue() != null && money.compareTo(detection.getValue()) == 0);
  }

  /** Without a value. */
  public DetectionCondition withoutValue() {
    return and("no value", detection -> detection.getValue() == null);
  }

  /** In this currency, ISO 4217. */
  public DetectionCondition currency(String currency) {
    return equal("currency", Detection::getCurrency, currency);
  }

  /** At this stage. */
  public DetectionCondition stage(String stage) {
    return equal("stage", Detection::getStage, stage);
  }

  /** For this cause. */
  public DetectionCondition cause(String cause) {
    return equal("cause", Detection::getCause, cause);
  }

  /** And anything else; the words stand in the failure message. */
  public DetectionCondition and(String moreWords, Predicate<Detection> more) {
    return new DetectionCondition(words + ", " + moreWords, predicate.and(more));
  }

  private DetectionCondition equalAt(String name, Function<Detection, Instant> field, String time) {
    Instant expected = Moment.at(time);
    return and(name + " " + time, detection -> expected.equals(field.apply(detection)));
  }

  private DetectionCondition equal(
      String name, Function<Detection, @Nullable Object> field, Object expected) {
    return and(
        name + " " + expected, detection -> Objects.equals(expected, field.apply(detection)));
  }
}

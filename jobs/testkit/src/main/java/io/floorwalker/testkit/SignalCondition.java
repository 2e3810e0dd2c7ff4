package io.floorwalker.testkit;

import io.floorwalker.schema.Signal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a signal that says only what matters to the test; immutable, each method adds to
 * it.
 */
public final class SignalCondition extends Condition<Signal> {
  private final Predicate<Signal> predicate;
  private final String words;

  private SignalCondition(String words, Predicate<Signal> predicate) {
    super(predicate, "%s", words);
    this.predicate = predicate;
    this.words = words;
  }

  /** A signal of this kind. */
  public static SignalCondition signal(String kind) {
    return new SignalCondition(kind, signal -> kind.equals(signal.getKind()));
  }

  /** In this session. */
  public SignalCondition in(String session) {
    return equal("in", Signal::getSessionId, session);
  }

  /** Of this customer. */
  public SignalCondition by(String customer) {
    return equal("by", Signal::getCustomerKey, customer);
  }

  /** With this id. */
  public SignalCondition id(String signalId) {
    return equal("id", Signal::getSignalId, signalId);
  }

  /** At this time. */
  public SignalCondition at(String time) {
    return equal("at", Signal::getOccurredAt, Moment.at(time));
  }

  /** With exactly these events as evidence, in this order. */
  public SignalCondition evidence(String... eventIds) {
    return equal("evidence", Signal::getEvidence, List.of(eventIds));
  }

  /** At this step of the checkout; null: at none. */
  public SignalCondition step(@Nullable String step) {
    return equal("step", Signal::getStep, step);
  }

  /** On this element, a selector. */
  public SignalCondition element(String selector) {
    return equal("element", Signal::getElement, selector);
  }

  /** On this field of a form. */
  public SignalCondition field(String field) {
    return equal("field", Signal::getField, field);
  }

  /** On this page. */
  public SignalCondition page(String page) {
    return equal("page", Signal::getPage, page);
  }

  /** Of this weight, points. */
  public SignalCondition weight(double points) {
    return equal("weight", Signal::getWeight, points);
  }

  private SignalCondition equal(
      String name, Function<Signal, @Nullable Object> field, @Nullable Object expected) {
    return new SignalCondition(
        words + ", " + name + " " + expected,
        predicate.and(signal -> Objects.equals(expected, field.apply(signal))));
  }
}

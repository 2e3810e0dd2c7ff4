package io.floorwalker.detect.struggle;

import io.floorwalker.contract.Ids;
import io.floorwalker.testkit.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sign of session {@code s-1} that a test says in a few words; immutable. */
record TestingSign(
    SignalKind kind,
    String at,
    long position,
    @Nullable String step,
    List<String> evidence,
    boolean ordered,
    @Nullable String chatAt) {

  /** A sign at this time, whose only evidence is an event of that name. */
  static TestingSign of(SignalKind kind, String at, String event) {
    long millis = millis(at);
    return new TestingSign(kind, at, millis + 1, "payment", List.of(event), false, null);
  }

  TestingSign on(@Nullable String otherStep) {
    return new TestingSign(kind, at, position, otherStep, evidence, ordered, chatAt);
  }

  TestingSign evidence(String... events) {
    return new TestingSign(kind, at, position, step, List.of(events), ordered, chatAt);
  }

  TestingSign afterTheOrder() {
    return new TestingSign(kind, at, position, step, evidence, true, chatAt);
  }

  TestingSign afterAChatAt(String time) {
    return new TestingSign(kind, at, position, step, evidence, ordered, time);
  }

  Sign sign() {
    long millis = millis(at);
    String last = evidence.get(evidence.size() - 1);
    return new Sign(
        Ids.signal(kind.word(), last),
        kind,
        millis,
        position,
        evidence,
        null,
        null,
        new SessionEvent(
            "s-1",
            position,
            millis,
            last,
            "any",
            new SessionEvent.Place(
                Stage.PAYMENT, step, null, false, ordered, chatAt == null ? null : millis(chatAt)),
            new SessionEvent.Target(null, null, null, false, null, null, null, null),
            new SessionEvent.Origin("shop", "c-1", null, null, null, null, null)));
  }

  private static long millis(String time) {
    return Moment.at(time).toEpochMilli();
  }
}

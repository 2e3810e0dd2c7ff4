package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.decisions.ConsentDefaults;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.ConsentState;
import io.floorwalker.schema.Purpose;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Consent to marketing on the channel chat, before an action comes and after. */
class ConsentWatchTest {

  @Test
  void aNoThatIsKnownStopsTheAction() throws Exception {
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, null)) {
      watch.word(ConsentState.DENIED).action(reminder("a-1"));
      assertThat(watch.seen()).containsExactly(tuple("a-1", "cancelled"));
      assertThat(watch.output().get(0).action().getReason()).isEqualTo("consent_withdrawn");
    }
  }

  @Test
  void aNoThatComesLaterTakesBackWhatPassed() throws Exception {
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, null)) {
      watch.word(ConsentState.GRANTED).action(reminder("a-1")).action(reminder("a-2"));
      watch.word(ConsentState.DENIED).word(ConsentState.DENIED);
      assertThat(watch.seen())
          .containsExactlyInAnyOrder(
              tuple("a-1", "planned"),
              tuple("a-2", "planned"),
              tuple("a-1", "cancelled"),
              tuple("a-2", "cancelled"));
    }
  }

  /** Decide knew of a consent whose row has not come here yet. */
  @Test
  void noWordIsDecidesWord() throws Exception {
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, null)) {
      watch.action(reminder("a-1")).word(ConsentState.GRANTED);
      assertThat(watch.seen()).containsExactly(tuple("a-1", "planned"));
    }
  }

  @Test
  void aWordThatIsRemovedCountsAsSilence() throws Exception {
    try (TestingWatch denied = new TestingWatch(ConsentDefaults.DENIED, null);
        TestingWatch granted = new TestingWatch(new ConsentDefaults(true, true, true), null)) {
      denied.word(ConsentState.GRANTED).action(reminder("a-1")).removed();
      granted.word(ConsentState.DENIED).removed().action(reminder("a-1")).removed();
      assertThat(denied.seen()).endsWith(tuple("a-1", "cancelled"));
      assertThat(granted.seen()).containsExactly(tuple("a-1", "planned"));
    }
  }

  @Test
  void anotherPurposeOrChannelAndServiceAndStaffAreNotConcerned() throws Exception {
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, null)) {
      watch.action(reminder("sales").setPurpose(Purpose.SALES));
      watch.action(reminder("mail").setChannel("email"));
      watch.action(planned("service"));
      watch.action(reminder("other").setCustomerKey("u-2"));
      watch.word(ConsentState.DENIED);
      assertThat(watch.output()).hasSize(4).noneMatch(Errand::isOver);
    }
  }

  @Test
  void whatIsOverAlreadyIsNotTakenBackAgain() throws Exception {
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, null)) {
      watch.action(reminder("a-1")).action(reminder("a-1").setStatus("CANCELLED"));
      watch.word(ConsentState.DENIED);
      assertThat(watch.seen()).containsExactly(tuple("a-1", "planned"), tuple("a-1", "cancelled"));
      assertThat(watch.output().get(1).action().getReason()).isNull();
    }
  }

  @Test
  void aRestoreForgetsNeitherActionNorWord() throws Exception {
    OperatorSubtaskState checkpoint;
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, null)) {
      watch.action(reminder("a-1"));
      checkpoint = watch.harness.snapshot(1, 1);
    }
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, checkpoint)) {
      watch.word(ConsentState.DENIED);
      checkpoint = watch.harness.snapshot(2, 2);
      assertThat(watch.seen()).containsExactly(tuple("a-1", "cancelled"));
    }
    try (TestingWatch watch = new TestingWatch(ConsentDefaults.DENIED, checkpoint)) {
      watch.action(reminder("a-2"));
      assertThat(watch.seen()).containsExactly(tuple("a-2", "cancelled"));
    }
  }

  @Test
  void aKeyThatSaysNotWhoseConsentIsUseless() {
    assertThat(ConsentWord.of("marketing|chat", null)).isEmpty();
    assertThat(ConsentWord.of("acme|jane|MARKETING|chat", null))
        .contains(new ConsentWord("acme|jane", "marketing", "chat", null));
  }

  private static Action.Builder reminder(String id) {
    return planned(id).setTreatment("send_reminder").setPurpose(Purpose.MARKETING);
  }

  private static final class TestingWatch implements AutoCloseable {
    private final KeyedTwoInputStreamOperatorTestHarness<String, Errand, ConsentWord, Errand>
        harness;

    TestingWatch(ConsentDefaults defaults, @Nullable OperatorSubtaskState checkpoint)
        throws Exception {
      harness =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new KeyedCoProcessOperator<>(new ConsentWatch(defaults)),
              errand -> ConsentWatch.person(errand.action()),
              ConsentWord::person,
              Types.STRING);
      if (checkpoint != null) {
        harness.initializeState(checkpoint);
      }
      harness.open();
    }

    TestingWatch action(Action.Builder action) throws Exception {
      harness.processElement1(new Errand(action.build(), NOON.toEpochMilli()), 0);
      return this;
    }

    TestingWatch word(ConsentState state) throws Exception {
      Consent row =
          Consent.newBuilder()
              .setSubject("u-1")
              .setPurpose(Purpose.MARKETING)
              .setChannel("chat")
              .setState(state)
              .setConsentRef("c-1")
              .setChangedAt(NOON)
              .build();
      harness.processElement2(ConsentWord.of("u-1|MARKETING|chat", row).orElseThrow(), 0);
      return this;
    }

    TestingWatch removed() throws Exception {
      harness.processElement2(ConsentWord.of("u-1|MARKETING|chat", null).orElseThrow(), 0);
      return this;
    }

    List<Errand> output() {
      return harness.extractOutputValues();
    }

    List<Tuple> seen() {
      return output().stream()
          .map(errand -> tuple(errand.id(), Errand.status(errand.action())))
          .toList();
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}

package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/** At most two actions a minute; times are seconds after noon. */
class StormStopTest {

  @Test
  void asManyAsAllowedPassAtOnce() {
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a").at(59).arrive("b");
      assertThat(storm.passed()).containsExactly("a", "b");
      assertThat(storm.held()).isEmpty();
    }
  }

  @Test
  void oneMoreIsHeldAndSaidSoUntilTheFirstIsAMinuteAgo() {
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a").at(1).arrive("b").at(2).arrive("c");
      assertThat(storm.passed()).containsExactly("a", "b");
      assertThat(storm.held()).hasSize(1);
      DeliveryAttempt note = storm.held().get(0);
      assertThat(note.getOutcome()).isEqualTo("held");
      assertThat(note.getAttempt()).isZero();
      assertThat(note.getActionId()).isEqualTo("c");
      assertThat(note.getStartedAt()).isEqualTo(NOON.plusSeconds(2));
      storm.atMillis(59_999);
      assertThat(storm.passed()).containsExactly("a", "b");
      storm.at(60);
      assertThat(storm.passed()).containsExactly("a", "b", "c");
      assertThat(storm.held()).as("recorded once").hasSize(1);
    }
  }

  @Test
  void whatIsHeldGoesOnInItsOrderAndNobodyOvertakes() {
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a", "b", "c", "d", "e");
      storm.at(60);
      assertThat(storm.passed()).containsExactly("a", "b", "c", "d");
      storm.at(90).arrive("f");
      assertThat(storm.passed()).containsExactly("a", "b", "c", "d");
      storm.at(120);
      assertThat(storm.passed()).containsExactly("a", "b", "c", "d", "e", "f");
    }
  }

  @Test
  void aStormIsSaidOnceUntilNothingWasHeldForAMinute() {
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a", "b", "c", "d").at(61).arrive("e");
      assertThat(storm.harness.counter("storms")).isEqualTo(1);
      assertThat(storm.harness.counter("held_actions")).isEqualTo(3);
      storm.at(121).at(600).arrive("f", "g", "h");
      assertThat(storm.harness.counter("storms")).isEqualTo(2);
    }
  }

  @Test
  void whatExpiresMeanwhilePassesUncharged() {
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a", "b");
      storm.arrive(planned("short").setExpiresAt(NOON.plusSeconds(30)).build());
      storm.arrive("c", "d").at(60);
      assertThat(storm.passed()).containsExactly("a", "b", "short", "c", "d");
      storm.at(61).arrive(planned("old").setExpiresAt(NOON.plusSeconds(61)).build());
      assertThat(storm.passed()).as("too old, not held").endsWith("old");
    }
  }

  @Test
  void theWordThatSomethingIsOverOvertakesWhatIsHeldUncharged() {
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a", "b", "c");
      storm.arrive(planned("c").setVersion(2).setStatus("CANCELLED").build());
      assertThat(storm.harness.output())
          .extracting(Errand::id, Errand::isOver)
          .containsExactly(tuple("a", false), tuple("b", false), tuple("c", true));
      storm.at(60);
      assertThat(storm.passed()).endsWith("c").hasSize(4);
    }
  }

  @Test
  void aRestoreKeepsLineAndCount() {
    Snapshot snapshot;
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a", "b", "c", "d", "e");
      snapshot = storm.harness.snapshot();
    }
    try (TestingStorm storm = new TestingStorm(2, snapshot)) {
      storm.at(30).arrive("f");
      assertThat(storm.passed()).isEmpty();
      storm.at(60);
      assertThat(storm.passed()).containsExactly("c", "d");
      storm.at(120);
      assertThat(storm.passed()).containsExactly("c", "d", "e", "f");
    }
  }

  @Test
  void anotherLimitHoldsFromTheRestartOn() {
    Snapshot snapshot;
    try (TestingStorm storm = new TestingStorm()) {
      storm.at(0).arrive("a", "b", "c", "d", "e");
      snapshot = storm.harness.snapshot();
    }
    try (TestingStorm storm = new TestingStorm(1, snapshot)) {
      storm.at(60);
      assertThat(storm.passed()).containsExactly("c");
      storm.at(119);
      assertThat(storm.passed()).containsExactly("c");
      storm.at(120);
      assertThat(storm.passed()).containsExactly("c", "d");
    }
  }

  /** In no minute, wherever it begins, do more pass; none is lost, none overtakes. */
  @Property
  void noMinuteHasMoreThanAllowed(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 40_000) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 5) int most) {
    List<Long> times = new ArrayList<>();
    List<String> arrived = new ArrayList<>();
    try (TestingStorm storm = new TestingStorm(most)) {
      long at = 0;
      for (int gap : gaps) {
        for (long end = at + gap; at < end; at = Math.min(end, at + 1000)) {
          storm.atMillis(at).note(times, at);
        }
        String id = "a-" + arrived.size();
        storm.atMillis(at).note(times, at).arrive(id).note(times, at);
        arrived.add(id);
      }
      for (long end = at + 60_000L * (gaps.size() + 1); at < end; at += 1000) {
        storm.atMillis(at).note(times, at);
      }
      assertThat(storm.passed()).isEqualTo(arrived);
    }
    for (int last = most; last < times.size(); last++) {
      // Seen to the second, so a second less is as near as this can look.
      assertThat(times.get(last) - times.get(last - most)).isGreaterThan(59_000);
    }
  }

  private static final class TestingStorm implements AutoCloseable {
    private final PipelineHarness<Errand, Errand> harness;

    TestingStorm() {
      this(2);
    }

    TestingStorm(long most) {
      harness = PipelineHarness.of(TypeInformation.of(Errand.class), in -> attach(in, most));
      at(0);
    }

    TestingStorm(long most, Snapshot snapshot) {
      harness =
          PipelineHarness.restored(
              TypeInformation.of(Errand.class), in -> attach(in, most), snapshot);
      at(0);
    }

    /** A map behind the side output, so that the graph has it. */
    private static DataStream<Errand> attach(DataStream<Errand> actions, long most) {
      var calm = StormStop.attach(actions, most);
      var unused =
          calm.getSideOutput(StormStop.HELD)
              .map(note -> note)
              .returns(TypeInformation.of(DeliveryAttempt.class))
              .uid("held");
      return calm;
    }

    TestingStorm at(long second) {
      return atMillis(second * 1000);
    }

    TestingStorm atMillis(long millis) {
      harness.processingTime(NOON.toEpochMilli() + millis);
      return this;
    }

    TestingStorm arrive(String... ids) {
      for (String id : ids) {
        arrive(planned(id).setExpiresAt(NOON.plus(Duration.ofDays(1))).build());
      }
      return this;
    }

    void arrive(Action action) {
      harness.element(new Errand(action, NOON.toEpochMilli()), 0);
    }

    TestingStorm note(List<Long> times, long at) {
      while (times.size() < harness.output().size()) {
        times.add(at);
      }
      return this;
    }

    List<String> passed() {
      return harness.output().stream().map(Errand::id).toList();
    }

    List<DeliveryAttempt> held() {
      return harness.sideOutput(StormStop.HELD);
    }

    @Override
    public void close() {
      harness.close();
    }
  }
}

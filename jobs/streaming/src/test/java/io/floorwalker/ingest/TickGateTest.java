package io.floorwalker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.source.Tick;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/** Times are seconds; the heartbeat is 10 s, two raw partitions, three of the events. */
class TickGateTest {
  private static final long START = 1_700_000_000L;

  @Test
  void timeIsProvenWhenATickHasComeBackOnEveryPartition() {
    try (TestingGate gate = new TestingGate()) {
      gate.evenRhythm(0, 60);
      assertThat(gate.proven()).isEqualTo(60);
      gate.tick(0, 70);
      assertThat(gate.proven()).as("partition 1 has not come back").isEqualTo(60);
      gate.tick(1, 70);
      assertThat(gate.proven()).isEqualTo(70);
    }
  }

  @Test
  void everyPartitionOfTheEventsIsTold() {
    try (TestingGate gate = new TestingGate()) {
      gate.evenRhythm(0, 30);
      assertThat(gate.told()).extracting(ProvenTime::partition).contains(0, 1, 2);
    }
  }

  @Test
  void theFirstTicksProveNothingBecauseNobodyKnowsWhatWasBefore() {
    try (TestingGate gate = new TestingGate()) {
      gate.evenRhythm(0, 20);
      assertThat(gate.told()).isEmpty();
      gate.evenRhythm(30, 30);
      assertThat(gate.proven()).isEqualTo(30);
    }
  }

  @Test
  void afterAnInterruptionTheSendersGetTimeToEmptyTheirBuffers() {
    try (TestingGate gate = new TestingGate()) {
      gate.evenRhythm(0, 60);
      gate.evenRhythm(180, 200);
      assertThat(gate.proven()).as("time stood still while ingest was down").isEqualTo(60);
      gate.evenRhythm(210, 210);
      assertThat(gate.proven()).isEqualTo(210);
    }
  }

  @Test
  void aTickThatWaitedInItsSenderIsNoProof() {
    try (TestingGate gate = new TestingGate()) {
      gate.evenRhythm(0, 60);
      gate.tick(0, 70, 130);
      gate.tick(1, 70, 130);
      assertThat(gate.proven()).isEqualTo(60);
    }
  }

  @Test
  void repeatsAndOldTicksChangeNothing() {
    try (TestingGate gate = new TestingGate()) {
      gate.evenRhythm(0, 60);
      int before = gate.told().size();
      gate.evenRhythm(40, 60);
      assertThat(gate.told()).hasSize(before);
    }
  }

  @Test
  void aRestoreKeepsTheRhythm() {
    Snapshot snapshot;
    try (TestingGate gate = new TestingGate()) {
      gate.evenRhythm(0, 60);
      snapshot = gate.harness.snapshot();
    }
    try (TestingGate gate = new TestingGate(snapshot)) {
      gate.evenRhythm(70, 70);
      assertThat(gate.proven()).isEqualTo(70);
    }
  }

  private static final class TestingGate implements AutoCloseable {
    private final PipelineHarness<Tick, ProvenTime> harness;

    TestingGate() {
      harness = PipelineHarness.of(TypeInformation.of(Tick.class), TestingGate::attach);
    }

    TestingGate(Snapshot snapshot) {
      harness =
          PipelineHarness.restored(TypeInformation.of(Tick.class), TestingGate::attach, snapshot);
    }

    private static DataStream<ProvenTime> attach(DataStream<Tick> ticks) {
      return TickGate.attach(ticks, Duration.ofSeconds(10), 2, 3);
    }

    void evenRhythm(long from, long to) {
      for (long second = from; second <= to; second += 10) {
        tick(0, second);
        tick(1, second);
      }
    }

    void tick(int partition, long second) {
      tick(partition, second, second);
    }

    void tick(int partition, long sent, long appended) {
      harness.element(
          new Tick(partition, (START + sent) * 1000, (START + appended) * 1000),
          (START + sent) * 1000);
    }

    List<ProvenTime> told() {
      return harness.output();
    }

    long proven() {
      return told().stream().mapToLong(ProvenTime::provenAt).max().orElse(0) / 1000 - START;
    }

    @Override
    public void close() {
      harness.close();
    }
  }
}

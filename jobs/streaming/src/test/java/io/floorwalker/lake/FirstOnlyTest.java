package io.floorwalker.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import io.floorwalker.testkit.PipelineHarness;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

class FirstOnlyTest {

  @Test
  void theFirstRecordOfAnIdIsTheDecisionWithAllThatItWeighed() {
    try (PipelineHarness<Decision, WeighedCandidate> harness = harness()) {
      harness.element(decision("d-1", "show_help", "do_nothing"), 0);
      harness.element(decision("d-1", "offer_chat", "do_nothing"), 0);
      harness.element(decision("d-2", "offer_chat"), 0);
      assertThat(harness.output())
          .extracting(
              weighed ->
                  weighed.decision().getDecisionId() + " " + weighed.candidate().getTreatment())
          .containsExactly("d-1 show_help", "d-1 do_nothing", "d-2 offer_chat");
      assertThat(harness.counter("repeated")).isEqualTo(1);
    }
  }

  @Test
  void aRepeatAfterALongOutageIsKnown() {
    try (PipelineHarness<Decision, WeighedCandidate> harness = harness()) {
      harness.element(decision("d-1", "show_help"), 0);
      harness.processingTime(Duration.ofDays(6).toMillis());
      harness.element(decision("d-1", "show_help"), 0);
      assertThat(harness.output()).hasSize(1);
      harness.processingTime(Duration.ofDays(8).toMillis());
      harness.element(decision("d-1", "show_help"), 0);
      assertThat(harness.output()).hasSize(2);
    }
  }

  private static PipelineHarness<Decision, WeighedCandidate> harness() {
    return PipelineHarness.of(TypeInformation.of(Decision.class), FirstOnlyTest::pipeline);
  }

  private static DataStream<WeighedCandidate> pipeline(DataStream<Decision> decisions) {
    return WeighedCandidate.attach(
        decisions
            .keyBy(Decision::getDecisionId, Types.STRING)
            .process(new FirstOnly<>(FirstOnly.A_WEEK))
            .returns(TypeInformation.of(Decision.class))
            .uid("first-v1"));
  }

  private static Decision decision(String id, String... treatments) {
    List<Candidate> candidates =
        Stream.of(treatments)
            .map(name -> Candidate.newBuilder().setTreatment(name).build())
            .toList();
    Decision decision = TestingRecords.full(Decision.class);
    decision.setDecisionId(id);
    decision.setCandidates(candidates);
    return decision;
  }
}

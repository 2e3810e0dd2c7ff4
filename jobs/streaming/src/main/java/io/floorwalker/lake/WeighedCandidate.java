package io.floorwalker.lake;

import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** One candidate of a decision: one row of {@code decisions}. */
public record WeighedCandidate(Decision decision, Candidate candidate) {

  /** Takes decisions apart; one that weighed nothing still is a row, with an empty treatment. */
  static DataStream<WeighedCandidate> attach(DataStream<Decision> decisions) {
    FlatMapFunction<Decision, WeighedCandidate> apart =
        (decision, out) -> of(decision).forEach(out::collect);
    return decisions
        .flatMap(apart)
        .returns(TypeInformation.of(WeighedCandidate.class))
        .name("candidates")
        .uid("candidates-v1");
  }

  static List<WeighedCandidate> of(Decision decision) {
    if (decision.getCandidates().isEmpty()) {
      return List.of(
          new WeighedCandidate(decision, Candidate.newBuilder().setTreatment("").build()));
    }
    return decision.getCandidates().stream()
        .map(candidate -> new WeighedCandidate(decision, candidate))
        .toList();
  }
}

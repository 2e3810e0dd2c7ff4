package io.floorwalker.detect.struggle;

import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** Makes the sign of a match. */
final class SignOfMatch extends PatternProcessFunction<SessionEvent, Sign> {
  private static final long serialVersionUID = 1L;

  private final SignalKind kind;

  SignOfMatch(SignalKind kind) {
    this.kind = kind;
  }

  @Override
  public void processMatch(
      Map<String, List<SessionEvent>> match, Context context, Collector<Sign> out) {
    out.collect(Sign.of(kind, SignalMatch.of(match)));
  }
}

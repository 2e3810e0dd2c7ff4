package io.floorwalker.detect.struggle;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Signal;
import io.floorwalker.source.Received;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Finds shoppers in trouble: filter, session step, a pattern for each sign, score. */
public final class StruggleDetector {

  /** What it found, which steps were reached on the way, and what came too late for it. */
  public record Found(
      DataStream<Signal> signals,
      DataStream<Episode> episodes,
      DataStream<StepReached> reached,
      DataStream<LateEvent> lateEvents) {

    /** The struggles as they are, where nobody asks whether they are part of an outage. */
    public DataStream<Detection> detections() {
      return episodes.map(Episode::detection).name("struggles").uid("struggles-v1");
    }
  }

  private StruggleDetector() {}

  /** Attaches the detector; the job's name stands in its records. */
  public static Found attach(DataStream<Received> events, Settings settings, String job) {
    KeyedStream<Received, String> bySession =
        events
            .filter(new ShowsStruggle())
            .name("shows struggle")
            .uid("shows-struggle-v1")
            .keyBy(StruggleDetector::session);
    SignRules rules = SignRules.from(settings);
    SingleOutputStreamOperator<SessionEvent> steps = SessionStep.attach(bySession, rules, job);
    List<DataStream<Sign>> signs =
        Arrays.stream(SignalKind.values()).map(kind -> signs(steps, kind, rules)).toList();
    // Every subtask keeps its sessions from the session step on, so the only shuffle is the one
    // above.
    KeyedStream<Sign, String> sameKey =
        DataStreamUtils.reinterpretAsKeyedStream(union(signs), sign -> sign.last().session());
    SingleOutputStreamOperator<Episode> episodes =
        StruggleScore.attach(sameKey, Struggle.Rules.from(settings), job);
    return new Found(
        episodes.getSideOutput(StruggleScore.SIGNALS),
        episodes,
        steps.getSideOutput(SessionStep.REACHED),
        steps.getSideOutput(SessionStep.LATE));
  }

  private static DataStream<Sign> signs(
      DataStream<SessionEvent> steps, SignalKind kind, SignRules rules) {
    String name = kind.word().replace('_', ' ');
    String uid = kind.word().replace('_', '-');
    // What a pattern does not hear would only wait in its state.
    DataStream<SessionEvent> heard =
        steps.filter(kind::hears).name("heard by " + name).uid("heard-by-" + uid + "-v1");
    return CEP.pattern(
            DataStreamUtils.reinterpretAsKeyedStream(heard, SessionEvent::session),
            kind.pattern(rules))
        .inEventTime()
        .process(new SignOfMatch(kind))
        .name(name)
        .uid("signal-" + uid + "-v1");
  }

  @SuppressWarnings("unchecked") // An array of streams of one type, made here.
  private static DataStream<Sign> union(List<DataStream<Sign>> signs) {
    return signs.get(0).union(signs.subList(1, signs.size()).toArray(DataStream[]::new));
  }

  private static String session(Received received) {
    String session = received.event().getSessionId();
    if (session == null) {
      throw new IllegalArgumentException("an event without a session came past the filter");
    }
    return session;
  }
}

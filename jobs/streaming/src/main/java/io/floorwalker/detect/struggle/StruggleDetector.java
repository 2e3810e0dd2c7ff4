package io.floorwalker.detect.struggle;

import io.floorwalker.config.Keys;
import io.floorwalker.config.RuleVersions;
import io.floorwalker.config.Scope;
import io.floorwalker.config.Settings;
import io.floorwalker.config.Tuned;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.detect.cep.Patterns;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Signal;
import io.floorwalker.source.Received;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Finds shoppers in trouble: filter, session step, a pattern for each sign, score. */
public final class StruggleDetector {
  /** Clicks come in order but for the network; a shopper cannot be made to wait for a minute. */
  private static final Duration DISORDER = Duration.ofSeconds(5);

  /** What it found, how far sessions came, and what came too late for it. */
  public record Found(
      DataStream<Signal> signals,
      DataStream<Episode> episodes,
      Progress progress,
      DataStream<LateEvent> lateEvents,
      DataStream<LateOrder> lateOrders) {

    /** The struggles as they are, where nobody asks whether they are part of an outage. */
    public DataStream<Detection> detections() {
      return episodes.map(Episode::detection).name("struggles").uid("struggles-v1");
    }
  }

  /** Sessions that see a step of the checkout for the first time, and those that order. */
  public record Progress(DataStream<StepReached> reached, DataStream<Ordered> ordered) {}

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
    Patterns<SessionEvent, Sign> patterns = patterns(rules);
    Engine engine = Engine.from(settings);
    // Only one operator for all patterns says at once, and in order, what an event completes.
    boolean atOnce = patterns.runTogether(engine);
    SingleOutputStreamOperator<SessionEvent> steps =
        SessionStep.attach(bySession, rules, new SessionStep.Pace(disorder(settings), atOnce), job);
    // Every subtask keeps its sessions from the session step on, so the only shuffle is the one
    // above.
    DataStream<Sign> signs =
        patterns.over(
            DataStreamUtils.reinterpretAsKeyedStream(steps, SessionEvent::session), engine);
    KeyedStream<Sign, String> sameKey =
        DataStreamUtils.reinterpretAsKeyedStream(signs, sign -> sign.last().session());
    SingleOutputStreamOperator<Episode> episodes =
        StruggleScore.attach(
            sameKey,
            Tuned.of(settings, Scope.SITE, Struggle.Rules::from),
            new StruggleRecords(job, RuleVersions.from(settings)),
            atOnce);
    return new Found(
        episodes.getSideOutput(StruggleScore.SIGNALS),
        episodes,
        new Progress(
            steps.getSideOutput(SessionStep.REACHED), steps.getSideOutput(SessionStep.ORDERED)),
        steps.getSideOutput(SessionStep.LATE),
        steps.getSideOutput(SessionStep.LATE_ORDERS));
  }

  /** How far behind the newest event another may come. */
  public static Duration disorder(Settings settings) {
    return settings.isSet(Keys.TIME_DISORDER) ? settings.duration(Keys.TIME_DISORDER) : DISORDER;
  }

  /** Of what one event completes the kinds come by alphabet, as they are scored. */
  private static Patterns<SessionEvent, Sign> patterns(SignRules rules) {
    return new Patterns<>(
        "signals",
        Arrays.stream(SignalKind.values())
            .sorted(Comparator.comparing(SignalKind::word))
            .map(kind -> kind.rule(rules))
            .toList(),
        SessionEvent::at,
        TypeInformation.of(Sign.class));
  }

  private static String session(Received received) {
    String session = received.event().getSessionId();
    if (session == null) {
      throw new IllegalArgumentException("an event without a session came past the filter");
    }
    return session;
  }
}

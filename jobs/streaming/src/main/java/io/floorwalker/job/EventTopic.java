package io.floorwalker.job;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.source.Admission;
import io.floorwalker.source.EndOfTime;
import io.floorwalker.source.EventReader;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.LogRecord;
import io.floorwalker.source.LogTime;
import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How the jobs behind ingest read {@code cx.events}. */
final class EventTopic {

  private EventTopic() {}

  static EventSource attach(StreamExecutionEnvironment env, Settings settings, String job) {
    return attach(env, settings, job, settings.duration(Keys.TIME_DISORDER));
  }

  /** The same for a job whose disorder is another where nobody sets it. */
  static EventSource attach(
      StreamExecutionEnvironment env, Settings settings, String job, Duration disorder) {
    return EventSource.attach(
        env,
        KafkaSources.fromEarliest(settings, Topics.EVENTS, new EventReader(job, Admission.OPEN)),
        time(settings, disorder),
        atEnd(settings));
  }

  /** Event time of a topic that ingest sends ticks into. */
  static <R extends LogRecord> LogTime<R> time(Settings settings, Duration disorder) {
    return settings.flag(Keys.RUN_BOUNDED)
        ? LogTime.bounded(disorder)
        : LogTime.live(disorder, settings.duration(Keys.TIME_HEARTBEAT));
  }

  private static EndOfTime.Policy atEnd(Settings settings) {
    boolean fires =
        settings.flag(Keys.RUN_BOUNDED) && settings.text(Keys.RUN_AT_END).equals("fire");
    return fires ? EndOfTime.Policy.FIRE : EndOfTime.Policy.HOLD;
  }
}

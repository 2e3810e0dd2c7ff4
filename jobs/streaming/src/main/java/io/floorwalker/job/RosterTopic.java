package io.floorwalker.job;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.source.EndOfTime;
import io.floorwalker.source.RosterReader;
import io.floorwalker.source.RosterSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How jobs read {@code cx.accounts} in event time; live, ingest proves it through ticks there. */
final class RosterTopic {

  private RosterTopic() {}

  static RosterSource attach(StreamExecutionEnvironment env, Settings settings, String job) {
    return RosterSource.attach(
        env,
        KafkaSources.fromEarliest(settings, Topics.ACCOUNTS, new RosterReader(job)),
        EventTopic.time(settings, settings.duration(Keys.TIME_DISORDER)),
        // What a finished roster holds is known whole; whether time ends is the events' to say.
        settings.flag(Keys.RUN_BOUNDED) ? EndOfTime.Policy.FIRE : EndOfTime.Policy.HOLD);
  }
}

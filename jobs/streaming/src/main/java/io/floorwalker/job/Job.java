package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.runtime.KafkaTopics;
import io.floorwalker.runtime.TopicCheck;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that can be built into an environment; executing it is the caller's part. */
public interface Job {

  /** The name on the command line, in the web UI and in the job column of every table. */
  String name();

  /**
   * Attaches sources, operators and outputs. Tables must exist; topics are asked for their size.
   *
   * @throws InvalidSettings when the settings do not fit the topics
   */
  void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings;

  /** The same with the topics of the brokers that the settings name. */
  default void build(StreamExecutionEnvironment env, Settings settings) throws InvalidSettings {
    build(env, settings, new KafkaTopics(settings));
  }
}

package io.floorwalker.runtime;

import io.floorwalker.config.InvalidSettings;

/** Answers, before a job starts, whether a topic is as the contract says. */
public interface TopicCheck {

  /**
   * The number of partitions of a topic.
   *
   * @throws InvalidSettings when the topic is missing, is not set as the contract says, or no
   *     broker answers
   */
  int partitions(String topic) throws InvalidSettings;

  /**
   * Whether there is a topic that a job can do without.
   *
   * @throws InvalidSettings when no broker answers
   */
  default boolean exists(String topic) throws InvalidSettings {
    return partitions(topic) > 0;
  }

  /**
   * The number of partitions of a topic that so many readers share.
   *
   * @throws InvalidSettings also for more readers than partitions: one without a partition would
   *     hold time back for all
   */
  default int partitions(String topic, int readers) throws InvalidSettings {
    int partitions = partitions(topic);
    if (readers > partitions) {
      throw new InvalidSettings(
          "parallelism %d is more than the %d partitions of %s; a reader without a partition would hold time back. Use %d or less"
              .formatted(readers, partitions, topic, partitions));
    }
    return partitions;
  }
}

package io.floorwalker.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The topics between the jobs, with the settings that a job checks before it reads or writes them.
 */
public final class Topics {
  public static final String RAW_CANONICAL = "cx.raw.canonical";
  public static final String RAW_SEGMENT = "cx.raw.segment";
  public static final String RAW_GA4 = "cx.raw.ga4";
  public static final String RAW_SNOWPLOW = "cx.raw.snowplow";
  public static final String EVENTS = "cx.events";
  public static final String ACCOUNTS = "cx.accounts";
  public static final String PRODUCTS = "cx.products";
  public static final String CONSENT = "cx.consent";
  public static final String PROFILES = "cx.profiles";
  public static final String RULES = "cx.rules";
  public static final String CONTROL = "cx.control";
  public static final String CAPACITY = "cx.capacity";
  public static final String POSTERIORS = "cx.posteriors";
  public static final String SIGNALS = "cx.signals";
  public static final String DETECTIONS = "cx.detections";
  public static final String DECISIONS = "cx.decisions";
  public static final String ACTIONS = "cx.actions";
  public static final String OUTCOMES = "cx.outcomes";
  public static final String FEEDBACK = "cx.feedback";
  public static final String LATE_EVENTS = "cx.late_events";
  public static final String DEAD_LETTERS = "cx.dead_letters";

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  private static final List<Topic> ALL =
      List.of(
          raw(RAW_CANONICAL),
          raw(RAW_SEGMENT),
          raw(RAW_GA4),
          raw(RAW_SNOWPLOW),
          stream(EVENTS),
          latest(ACCOUNTS),
          latest(PRODUCTS),
          latest(CONSENT),
          latest(PROFILES),
          latest(RULES),
          latest(CONTROL),
          latest(CAPACITY),
          latest(POSTERIORS),
          stream(SIGNALS),
          stream(DETECTIONS),
          stream(DECISIONS),
          stream(ACTIONS),
          stream(OUTCOMES),
          stream(FEEDBACK),
          stream(LATE_EVENTS),
          stream(DEAD_LETTERS));

  private Topics() {}

  /** Every topic of the contract. */
  public static List<Topic> all() {
    return ALL;
  }

  /** What ingest reads, the canonical one first. */
  public static List<Topic> raw() {
    return ALL.stream().filter(Topic::logAppendTime).toList();
  }

  private static Topic raw(String name) {
    return new Topic(name, Cleanup.DELETE, true, WEEK);
  }

  private static Topic stream(String name) {
    return new Topic(name, Cleanup.DELETE, false, MONTH);
  }

  private static Topic latest(String name) {
    return new Topic(name, Cleanup.COMPACT, false, WEEK);
  }

  /** What the broker does with old records. */
  public enum Cleanup {
    /** Removes them after the retention. */
    DELETE,
    /** Keeps the last record of each key; a null value means removed. */
    COMPACT;

    /** The value of Kafka's {@code cleanup.policy}. */
    public String policy() {
      return switch (this) {
        case DELETE -> "delete";
        case COMPACT -> "compact";
      };
    }
  }

  /**
   * One topic. {@code logAppendTime} says whose clock stamps a record, the broker's or the
   * producer's; {@code retention} is how long a record stays, in a compacted topic how long it
   * stays beside newer ones of its key.
   */
  public record Topic(String name, Cleanup cleanup, boolean logAppendTime, Duration retention) {

    /** Kafka's settings for this topic, by their names there. */
    public Map<String, String> configuration() {
      return Map.of(
          "cleanup.policy",
          cleanup.policy(),
          "message.timestamp.type",
          logAppendTime ? "LogAppendTime" : "CreateTime",
          cleanup == Cleanup.COMPACT ? "min.compaction.lag.ms" : "retention.ms",
          Long.toString(retention.toMillis()));
    }
  }
}

package io.floorwalker.source;

import io.floorwalker.schema.CustomerEvent;
import java.io.Serializable;
import java.util.Optional;
import org.apache.flink.metrics.MetricGroup;

/** Decides, before an event may touch anything, whether it can be used. */
public interface Admission extends Serializable {

  /** Everything may pass. */
  Admission OPEN = (event, appendedAt) -> Optional.empty();

  /**
   * Called once before all others, where the job runs.
   *
   * @param metrics of the source, for what is left out
   * @throws Exception where nothing may pass; the job fails
   */
  default void open(MetricGroup metrics) throws Exception {}

  /** Whether an event may be kept at all; if not it is counted here, and left out. */
  default boolean mayKeep(CustomerEvent event) {
    return true;
  }

  /** What a dead letter may say of the key of a record. */
  default String shown(String recordKey, long appendedAt) {
    return recordKey;
  }

  /**
   * Looks at one event and may complete it.
   *
   * @param appendedAt append time of its record, milliseconds
   * @return why it is refused; empty where it may pass
   */
  Optional<Refusal> check(CustomerEvent event, long appendedAt);

  /**
   * Why an event may not pass.
   *
   * @param deadLetterClass time, key or field
   * @param reason for people; never the content
   */
  record Refusal(String deadLetterClass, String reason) {}
}

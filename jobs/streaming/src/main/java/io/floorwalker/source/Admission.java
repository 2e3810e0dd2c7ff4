package io.floorwalker.source;

import io.floorwalker.schema.CustomerEvent;
import java.io.Serializable;
import java.util.Optional;

/** Decides, before an event may touch anything, whether it can be used. */
public interface Admission extends Serializable {

  /** Everything may pass. */
  Admission OPEN = (event, appendedAt) -> Optional.empty();

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

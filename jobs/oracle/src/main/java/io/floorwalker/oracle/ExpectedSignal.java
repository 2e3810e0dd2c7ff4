package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sign of trouble that a job must see, no more and no less.
 *
 * @param kind rage_click, field_loop, payment_declined, ...
 * @param session the session_id
 * @param at time of the last evidence, UTC ms; of an absence when it was waited for long enough
 * @param step the step of the checkout then; null before any
 * @param evidence event ids in canonical order
 */
public record ExpectedSignal(
    String kind, String session, long at, @Nullable String step, List<String> evidence) {

  public ExpectedSignal {
    evidence = List.copyOf(evidence);
  }

  /** The id under which every reader knows this signal. */
  public String signalId() {
    return Ids.signal(kind, lastEvidence());
  }

  String lastEvidence() {
    return evidence.get(evidence.size() - 1);
  }
}

package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.jspecify.annotations.Nullable;

/** The measure of a page that is too slow, while the session is in the checkout or pays. */
final class IsSlowInCheckout extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final SignRules.SlowFrom limits;

  IsSlowInCheckout(SignRules.SlowFrom limits) {
    this.limits = limits;
  }

  @Override
  public boolean filter(SessionEvent event) {
    return event.is(EventTypes.PAGE_VITALS)
        && event.place().stage().isCheckout()
        && (isBeyond(event.detail().lcpMs(), limits.lcp())
            || isBeyond(event.detail().inpMs(), limits.inp()));
  }

  private static boolean isBeyond(@Nullable Integer measured, long limit) {
    return measured != null && measured > limit;
  }
}

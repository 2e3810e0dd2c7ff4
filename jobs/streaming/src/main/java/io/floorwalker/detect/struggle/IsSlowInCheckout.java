package io.floorwalker.detect.struggle;

import io.floorwalker.config.Tuned;
import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.jspecify.annotations.Nullable;

/** The measure of a page that is too slow, while the session is in the checkout or pays. */
final class IsSlowInCheckout extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final Tuned<SignRules.SlowFrom> slowFrom;

  IsSlowInCheckout(Tuned<SignRules.SlowFrom> slowFrom) {
    this.slowFrom = slowFrom;
  }

  @Override
  public boolean filter(SessionEvent event) {
    SignRules.SlowFrom limits = slowFrom.at(event.origin().site());
    return event.is(EventTypes.PAGE_VITALS)
        && event.place().stage().isCheckout()
        && (isBeyond(event.detail().lcpMs(), limits.lcp())
            || isBeyond(event.detail().inpMs(), limits.inp()));
  }

  private static boolean isBeyond(@Nullable Integer measured, long limit) {
    return measured != null && measured > limit;
  }
}

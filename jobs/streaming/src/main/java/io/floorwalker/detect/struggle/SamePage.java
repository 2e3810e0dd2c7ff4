package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** One more reload of the checkout page that was reloaded first. */
final class SamePage extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final String first;

  SamePage(String first) {
    this.first = first;
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    String page = event.target().page();
    return ReloadsCheckout.is(event)
        && page != null
        && page.equals(Begun.at(first, begun).target().page());
  }
}

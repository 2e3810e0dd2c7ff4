package io.floorwalker.bench;

import io.floorwalker.schema.CustomerEvent;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** Compares an event with the one of a stage before. */
final class Against extends IterativeCondition<CustomerEvent> {
  private static final long serialVersionUID = 1L;

  private final String stage;
  private final Comparison fits;

  /** Whether a later event goes with an earlier one. */
  @FunctionalInterface
  interface Comparison extends Serializable {
    boolean fits(CustomerEvent before, CustomerEvent now);
  }

  Against(String stage, Comparison fits) {
    this.stage = stage;
    this.fits = fits;
  }

  @Override
  public boolean filter(CustomerEvent event, Context<CustomerEvent> begun) throws Exception {
    Iterator<CustomerEvent> before = begun.getEventsForPattern(stage).iterator();
    return before.hasNext() && fits.fits(before.next(), event);
  }
}

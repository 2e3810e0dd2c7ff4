package io.floorwalker.job;

import java.util.List;
import java.util.Optional;

/** The jobs there are, in the order of the flow. */
public final class Jobs {

  private Jobs() {}

  public static List<Job> all() {
    return List.of(
        new IngestJob(),
        new CheckoutStruggleJob(),
        new CartAbandonmentJob(),
        new StakeholderWatchJob(),
        new DecisionJob(),
        new DeliveryJob(),
        new LakeJob());
  }

  public static Optional<Job> named(String name) {
    return all().stream().filter(job -> job.name().equals(name)).findFirst();
  }
}

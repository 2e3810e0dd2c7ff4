package io.floorwalker.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A decision holds all that it depended on: computed again from itself it is the same by bytes. */
class RecomputePropertyTest {
  private static final Wire<Decision> WIRE = Wire.of(Decision.class);

  @Property(tries = 2000)
  void aDecisionIsComputedAgainFromWhatItHolds(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Decider decider = new Decider(policy(random), "decide");
    Detection detection = detection(random);
    Decision decision = decider.decide(detection, context(random)).decision();
    byte[] written = WIRE.encode(decision);

    assertThat(WIRE.encode(decider.recompute(detection, WIRE.decode(written)))).isEqualTo(written);
  }

  @Property(tries = 500)
  void itSaysExactlyOneThingAndItsChancesSumToOne(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Verdict verdict =
        new Decider(policy(random), "decide").decide(detection(random), context(random));
    Decision decision = verdict.decision();
    double sum = decision.getCandidates().stream().mapToDouble(c -> c.getPropensity()).sum();
    assertThat(sum).isEqualTo(1.0, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(decision.getCandidates()).filteredOn(c -> c.getChosen()).hasSize(1);
    assertThat(decision.getCandidates()).filteredOn(c -> c.getWouldChoose()).hasSize(1);
    assertThat(decision.getCandidates())
        .filteredOn(c -> !c.getChosen() && !c.getTreatment().equals(Treatment.DO_NOTHING))
        .allMatch(c -> c.getGate() != null);
    boolean acts = !Given.chosen(decision).equals(Treatment.DO_NOTHING);
    assertThat(verdict.actions()).hasSize(acts ? 1 : 0);
  }

  private static Policy policy(Random random) throws Exception {
    List<String> modes = List.of("off", "shadow", "canary(40)", "live", "live", "live");
    return Given.policy(
        "percent: 5",
        "percent: " + 10 * random.nextInt(11),
        "mode: live",
        "mode: " + pick(random, modes),
        "per_channel_24h: 1",
        "per_channel_24h: " + (1 + random.nextInt(3)));
  }

  private static Detection detection(Random random) {
    String step = Integer.toString(1 + random.nextInt(4));
    Detection.Builder detection =
        switch (random.nextInt(5)) {
          case 0 -> Given.struggle();
          case 1 -> Given.cartAbandoned();
          case 2 -> Given.stale(step);
          case 3 -> Given.detection("stakeholder_never_active").setAccountId("a").setContactId("b");
          default -> Given.detection("something_new");
        };
    if (random.nextInt(8) == 0) {
      detection.setPhase(Phase.CLOSED);
    }
    if (random.nextInt(8) == 0) {
      detection.setReason("warm_up");
    }
    if (random.nextBoolean()) {
      detection.setValue(new BigDecimal("88.0000")).setCurrency("EUR");
    }
    if (detection.getCustomerKey() != null) {
      detection.setCustomerKey("c-" + random.nextInt(50));
    }
    return detection.setDetectionId("d-" + random.nextInt(1000)).build();
  }

  private static CustomerContext context(Random random) {
    Map<String, KnownConsent> consents = new HashMap<>();
    for (String key : List.of("marketing.email", "marketing.sms", "sales.email")) {
      if (random.nextBoolean()) {
        consents.put(key, new KnownConsent(random.nextBoolean(), "ref-" + random.nextInt(9)));
      }
    }
    Ledger ledger = Ledger.EMPTY;
    for (String channel : List.of("chat", "email", "page", "sms")) {
      for (int charge = random.nextInt(4); charge > 0; charge--) {
        long age = (long) (random.nextDouble(-1.2, 1.2) * Ledger.WINDOW.toMillis());
        ledger = ledger.charge(channel, Given.NOW.toEpochMilli() - age);
      }
    }
    return new CustomerContext(
        consents,
        new ConsentDefaults(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()),
        ledger,
        random.nextBoolean() ? null : new Representatives("rep", random.nextBoolean() ? "b" : null),
        random.nextInt(4) == 0);
  }

  private static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}

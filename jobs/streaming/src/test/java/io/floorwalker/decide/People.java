package io.floorwalker.decide;

import io.floorwalker.decisions.ConsentDefaults;
import io.floorwalker.decisions.Decider;
import io.floorwalker.decisions.Policies;
import io.floorwalker.decisions.Policy;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.ConsentState;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Purpose;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** What tests let decide hear, and the step to hear it. */
final class People {
  private static final Path CONF = Path.of(System.getProperty("floorwalker.root"), "deploy/conf");

  private People() {}

  /** The policy of the demo: nobody is held out. */
  static Deciding deciding(OwnDecisions own) throws Exception {
    return deciding(Policies.read(CONF.resolve("demo-policy.yaml")), false, own);
  }

  static Deciding deciding(Policy policy, boolean replay, OwnDecisions own) {
    return new Deciding(new Decider(policy, "decide"), ConsentDefaults.DENIED, replay, own);
  }

  static PipelineHarness<Heard, io.floorwalker.schema.Decision> started(Deciding deciding) {
    return PipelineHarness.of(
        TypeInformation.of(Heard.class),
        heard -> DecideStep.attach(heard.keyBy(Heard::key), deciding));
  }

  static PipelineHarness<Heard, io.floorwalker.schema.Decision> restored(
      Deciding deciding, Snapshot snapshot, int parallelism) {
    return PipelineHarness.restored(
        TypeInformation.of(Heard.class),
        heard -> DecideStep.attach(heard.keyBy(Heard::key), deciding),
        snapshot,
        parallelism);
  }

  static Detection.Builder cart(String id, String customer, String at) {
    return detection(id, "cart_abandoned", Moment.at(at))
        .setCustomerKey(customer)
        .setSessionId("s-" + customer);
  }

  static Detection.Builder silence(String id, String step, String at) {
    return detection(id, "stakeholder_stale", Moment.at(at))
        .setAccountId("acme")
        .setContactId("ann")
        .setStep(step);
  }

  static Detection.Builder detection(String id, String kind, Instant at) {
    return Detection.newBuilder()
        .setDetectionId(id)
        .setKind(kind)
        .setDetectedAt(at)
        .setKey("key")
        .setSite("shop")
        .setStage("payment")
        .setFirstEvidenceAt(at)
        .setLastEvidenceAt(at)
        .setRule(kind)
        .setRuleVersion("1")
        .setJob("test");
  }

  static Heard agrees(String customer, String reference) {
    return consent(customer, ConsentState.GRANTED, reference);
  }

  static Heard refuses(String customer, String reference) {
    return consent(customer, ConsentState.DENIED, reference);
  }

  private static Heard consent(String customer, ConsentState state, String reference) {
    Consent row =
        Consent.newBuilder()
            .setSubject(customer)
            .setPurpose(Purpose.MARKETING)
            .setChannel("email")
            .setState(state)
            .setConsentRef(reference)
            .setChangedAt(Moment.START)
            .build();
    return Heard.consent(customer + "|marketing|email", row).orElseThrow();
  }

  static Heard removedConsent(String customer) {
    return Heard.consent(customer + "|MARKETING|email", null).orElseThrow();
  }

  static Heard looksAfterAnn(@Nullable String owner, @Nullable String manager) {
    Account row =
        Account.newBuilder()
            .setAccountId("acme")
            .setContactId("ann")
            .setOwner(owner)
            .setManager(manager)
            .setChangedAt(Moment.START)
            .build();
    return Heard.account("acme|ann", row).orElseThrow();
  }

  static Heard removedAnn() {
    return Heard.account("acme|ann", null).orElseThrow();
  }
}

package io.floorwalker.decisions;

import static io.floorwalker.decisions.Given.NOTHING;
import static io.floorwalker.decisions.Given.NOW;
import static io.floorwalker.decisions.Given.candidate;
import static io.floorwalker.decisions.Given.chosen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Mode;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeciderTest {
  private static final long DAY = Duration.ofHours(24).toMillis();

  @Test
  void theGatesAreAskedInThisOrder() {
    assertThat(Arrays.stream(Gate.values()).map(Gate::word))
        .containsExactly(
            "no_rule",
            "mode_off",
            "warm_up",
            "bulk_load",
            "mode_shadow",
            "mode_canary",
            "phase",
            "not_actionable",
            "no_recipient",
            "no_consent",
            "part_of_incident",
            "cap_channel",
            "lower_priority",
            "held_out",
            "replay");
  }

  @Test
  void aStruggleIsOfferedAChat() throws Exception {
    Verdict verdict = decide(Given.struggle(), NOTHING);
    Decision decision = verdict.decision();

    assertThat(decision.getDecisionId()).isEqualTo(Ids.decision("d-1", 1));
    assertThat(decision.getDetectionId()).isEqualTo("d-1");
    assertThat(decision.getAttempt()).isEqualTo(1);
    assertThat(decision.getDecidedAt()).isEqualTo(NOW);
    assertThat(decision.getExposureAt()).isEqualTo(NOW);
    assertThat(decision.getWindowEndsAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(decision.getUnitId()).isEqualTo("c-1");
    assertThat(decision.getExperiment()).isEqualTo("help_in_checkout");
    assertThat(decision.getArm()).isEqualTo("treated");
    assertThat(decision.getMode()).isEqualTo(Mode.LIVE);
    assertThat(decision.getPolicyVersion()).isEqualTo("built-in-1");
    assertThat(decision.getSite()).isEqualTo("shop");
    assertThat(decision.getJob()).isEqualTo("decide");
    assertThat(decision.getCandidates())
        .extracting(
            Candidate::getTreatment,
            Candidate::getEligible,
            Candidate::getGate,
            Candidate::getChosen,
            Candidate::getWouldChoose)
        .containsExactly(
            row("offer_chat", true, null, true, true),
            row("show_help", true, "lower_priority", false, false),
            row("do_nothing", true, "lower_priority", false, false));
  }

  @Test
  void theActionSaysWhoWhenAndWhy() throws Exception {
    Action action = onlyAction(decide(Given.struggle(), NOTHING));

    assertThat(action.getActionId()).isEqualTo(Ids.action("d-1", "offer_chat", "session:s-1", 1));
    assertThat(action.getVersion()).isEqualTo(1);
    assertThat(action.getStatus()).isEqualTo("planned");
    assertThat(action.getDecisionId()).isEqualTo(Ids.decision("d-1", 1));
    assertThat(action.getChannel()).isEqualTo("chat");
    assertThat(action.getAudience()).isEqualTo(Audience.CUSTOMER);
    assertThat(action.getPurpose()).isEqualTo(Purpose.SERVICE);
    assertThat(action.getRecipientRef()).isEqualTo("session:s-1");
    assertThat(action.getCreatedAt()).isEqualTo(NOW);
    assertThat(action.getChangedAt()).isEqualTo(NOW);
    assertThat(action.getScheduledAt()).isEqualTo(NOW);
    assertThat(action.getExpiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    assertThat(action.getReason()).isEqualTo("card declined twice at payment");
    assertThat(action.getThreadKey()).isNull();
    assertThat(action.getEvidenceReceivedAt()).isEqualTo(NOW.plusMillis(20));
  }

  @ParameterizedTest
  @CsvSource({
    "cart_abandoned, 3",
    "checkout_abandoned, 3",
    "payment_abandoned, 3",
    "intent_reopened, 3",
    "checkout_struggle, 1"
  })
  void successCountsSoManyDays(String kind, int days) throws Exception {
    Decision decision = decide(Given.struggle().setKind(kind), Given.consenting()).decision();
    assertThat(decision.getWindowEndsAt()).isEqualTo(NOW.plus(Duration.ofDays(days)));
  }

  // rules

  @ParameterizedTest
  @ValueSource(strings = {"stakeholder_returned", "browse_abandoned", "something_new"})
  void aKindWithoutRuleIsWrittenDown(String kind) throws Exception {
    Verdict verdict = decide(Given.detection(kind).setCustomerKey("c-1"), NOTHING);
    assertThat(verdict.actions()).isEmpty();
    assertThat(verdict.decision().getExperiment()).isNull();
    assertThat(verdict.decision().getExposureAt()).isNull();
    assertThat(verdict.decision().getCandidates())
        .extracting(Candidate::getTreatment, Candidate::getGate, Candidate::getPropensity)
        .containsExactly(Tuple.tuple("do_nothing", "no_rule", 1.0));
    assertThat(chosen(verdict.decision())).isEqualTo("do_nothing");
  }

  @Test
  void aPolicyOfAnotherSiteHasNoRule() throws Exception {
    Policy other = Given.policy("site: \"\"", "site: outlet", "percent: 5", "percent: 0");
    assertThat(gate(other, Given.struggle(), NOTHING, "do_nothing")).isEqualTo("no_rule");
    Policy same = Given.policy("site: \"\"", "site: shop", "percent: 5", "percent: 0");
    assertThat(gate(same, Given.struggle(), NOTHING, "offer_chat")).isNull();
  }

  // mode

  @Test
  void aRuleThatIsOffDoesNothingAndSaysWhatItWould() throws Exception {
    Verdict verdict = decide(mode("off"), Given.struggle(), NOTHING);
    assertStopped(verdict, "mode_off", Mode.OFF);
  }

  @Test
  void aRuleInShadowDoesNothingAndSaysWhatItWould() throws Exception {
    Verdict verdict = decide(mode("shadow"), Given.struggle(), NOTHING);
    assertStopped(verdict, "mode_shadow", Mode.SHADOW);
  }

  @Test
  void aRuleThatWarmsUpDoesNothing() throws Exception {
    Verdict verdict = decide(Given.struggle().setReason("warm_up"), NOTHING);
    assertStopped(verdict, "warm_up", Mode.LIVE);
  }

  @Test
  void nothingIsDoneAboutContactsOfABulkLoad() throws Exception {
    Verdict verdict = decide(Given.struggle().setReason("bulk_load"), NOTHING);
    assertStopped(verdict, "bulk_load", Mode.LIVE);
  }

  @Test
  void anotherReasonIsNoWarmUp() throws Exception {
    Verdict verdict = decide(Given.struggle().setReason("returned"), NOTHING);
    assertThat(verdict.actions()).hasSize(1);
  }

  @Test
  void offIsAskedBeforeWarmUpAndWarmUpBeforeShadow() throws Exception {
    Detection.Builder warming = Given.struggle().setReason("warm_up");
    assertThat(gate(mode("off"), warming, NOTHING, "offer_chat")).isEqualTo("mode_off");
    assertThat(gate(mode("shadow"), warming, NOTHING, "offer_chat")).isEqualTo("warm_up");
  }

  @Test
  void aCanaryActsOnItsShareAndOnNobodyElse() throws Exception {
    Policy canary = mode("canary(30)");
    int acted = 0;
    for (int unit = 0; unit < 2000; unit++) {
      Verdict verdict = decide(canary, Given.struggle().setCustomerKey("c-" + unit), NOTHING);
      Decision decision = verdict.decision();
      boolean inShare = decision.getFeatures().getOrDefault("canary.lot", 1.0) < 0.3;
      assertThat(verdict.actions()).hasSize(inShare ? 1 : 0);
      assertThat(candidate(decision, "offer_chat").getGate())
          .isEqualTo(inShare ? null : "mode_canary");
      assertThat(candidate(decision, "offer_chat").getPropensity()).isEqualTo(0.3);
      assertThat(candidate(decision, "offer_chat").getWouldChoose()).isTrue();
      assertThat(decision.getMode()).isEqualTo(Mode.CANARY);
      assertThat(verdict.after().ledger()).isEqualTo(inShare ? charged("chat") : Ledger.EMPTY);
      acted += inShare ? 1 : 0;
    }
    assertThat(acted).isBetween(520, 680);
  }

  @Test
  void theEndsOfTheCanaryAreNobodyAndEverybody() throws Exception {
    assertThat(decide(mode("canary(0)"), Given.struggle(), NOTHING).actions()).isEmpty();
    assertThat(decide(mode("canary(100)"), Given.struggle(), NOTHING).actions()).hasSize(1);
  }

  @Test
  void aReplayDecidesAsLiveAndSendsNothing() throws Exception {
    Verdict verdict = decide(Given.struggle(), Given.replaying(NOTHING));
    Decision decision = verdict.decision();
    assertThat(verdict.actions()).isEmpty();
    assertThat(decision.getMode()).isEqualTo(Mode.REPLAY);
    assertThat(candidate(decision, "offer_chat").getGate()).isEqualTo("replay");
    assertThat(candidate(decision, "offer_chat").getWouldChoose()).isTrue();
    assertThat(candidate(decision, "show_help").getGate()).isEqualTo("lower_priority");
    assertThat(chosen(decision)).isEqualTo("do_nothing");
    assertThat(candidate(decision, "do_nothing").getPropensity()).isEqualTo(1.0);
    assertThat(decision.getExposureAt()).isEqualTo(NOW);
    assertThat(verdict.after().ledger()).as("charged as live").isEqualTo(charged("chat"));
  }

  // phase, stage, step, recipient

  @ParameterizedTest
  @ValueSource(strings = {"CLOSED", "RETRACTED", "UNKNOWN"})
  void whatIsNoLongerOpenIsNotActedOn(String phase) throws Exception {
    Verdict verdict = decide(Given.struggle().setPhase(Phase.valueOf(phase)), NOTHING);
    assertThat(verdict.actions()).isEmpty();
    assertThat(candidate(verdict.decision(), "offer_chat").getGate()).isEqualTo("phase");
    assertThat(candidate(verdict.decision(), "offer_chat").getEligible()).isFalse();
    assertThat(candidate(verdict.decision(), "do_nothing").getWouldChoose()).isTrue();
    assertThat(verdict.decision().getExposureAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "checkout, null",
        "payment, null",
        "cart, not_actionable",
        "browse, not_actionable",
        "null, not_actionable"
      },
      nullValues = "null")
  void helpIsForTheCheckout(String stage, String gate) throws Exception {
    assertThat(
            gate(Given.withoutHoldout(), Given.struggle().setStage(stage), NOTHING, "offer_chat"))
        .isEqualTo(gate);
  }

  @Test
  void duringAnOutageHelpIsShownAndNobodyIsOfferedAChat() throws Exception {
    Verdict verdict = decide(Given.struggle().setIncidentId("i-1"), NOTHING);
    assertThat(candidate(verdict.decision(), "offer_chat").getGate()).isEqualTo("part_of_incident");
    assertThat(candidate(verdict.decision(), "offer_chat").getEligible()).isFalse();
    assertThat(onlyAction(verdict).getTreatment()).isEqualTo("show_help");
  }

  @Test
  void duringAnOutageNobodyIsSoldAnything() throws Exception {
    assertThat(
            gate(
                Given.withoutHoldout(),
                Given.cartAbandoned().setIncidentId("i-1"),
                Given.consenting(),
                "send_reminder"))
        .isEqualTo("part_of_incident");
  }

  @Test
  void withoutConsentThatIsTheReasonDuringAnOutageToo() throws Exception {
    assertThat(
            gate(
                Given.withoutHoldout(),
                Given.cartAbandoned().setIncidentId("i-1"),
                Given.consent(false),
                "send_reminder"))
        .isEqualTo("no_consent");
  }

  @Test
  void whomItHeldBackIsToldWhenItIsOver() throws Exception {
    Action action =
        onlyAction(
            decide(Given.struggle().setKind("incident_recovered").setIncidentId("i-1"), NOTHING));
    assertThat(action.getTreatment()).isEqualTo("show_help");
    assertThat(action.getReason()).startsWith("it works again");
  }

  @Test
  void anOutageIsToldToWhoeverLooksAfterTheSiteAndItsEndToNobody() throws Exception {
    Detection.Builder incident =
        Given.detection("incident").setIncidentId("d-1").setStep("payment").setScore(0.424);
    Action action = onlyAction(decide(incident, NOTHING));
    assertThat(action.getTreatment()).isEqualTo("open_incident");
    assertThat(action.getRecipientRef()).isEqualTo("site:shop");
    assertThat(action.getAudience()).isEqualTo(Audience.INTERNAL);
    assertThat(action.getExpiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    assertThat(action.getReason()).isEqualTo("42 % of the shoppers struggle at once at payment");

    Verdict end = decide(incident.setPhase(Phase.CLOSED).setVersion(2), NOTHING);
    assertThat(end.actions()).isEmpty();
    assertThat(candidate(end.decision(), "open_incident").getGate()).isEqualTo("phase");
  }

  @ParameterizedTest
  @CsvSource({
    "1, tell_rep_of_silence, alert_rep, owner:rep-1",
    "2, tell_rep_of_silence, alert_rep, owner:rep-1",
    "3, escalate_silence, create_task, manager:boss-1"
  })
  void eachStepOfSilenceHasItsAnswer(String step, String rule, String treatment, String recipient)
      throws Exception {
    Verdict verdict = decide(Given.stale(step), Given.lookedAfterBy("rep-1", "boss-1"));
    Action action = onlyAction(verdict);
    assertThat(verdict.decision().getExperiment()).isEqualTo(rule);
    assertThat(verdict.decision().getUnitId()).isEqualTo("acme|ann");
    assertThat(verdict.decision().getWindowEndsAt()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    assertThat(action.getTreatment()).isEqualTo(treatment);
    assertThat(action.getRecipientRef()).isEqualTo(recipient);
    assertThat(action.getThreadKey()).isEqualTo("acme");
    assertThat(action.getReason()).isEqualTo("no activity for 7 days, last seen 2026-02-23");
  }

  @Test
  void aFourthStepIsNotActionable() throws Exception {
    assertThat(gate(Given.withoutHoldout(), Given.stale("4"), NOTHING, "alert_rep"))
        .isEqualTo("not_actionable");
  }

  @Test
  void withoutManagerTheTaskIsTheOwnersAndWithoutOwnerTheAccounts() throws Exception {
    Representatives onlyOwner = new Representatives("rep-1", null);
    CustomerContext context =
        new CustomerContext(Map.of(), ConsentDefaults.DENIED, Ledger.EMPTY, onlyOwner, false);
    assertThat(onlyAction(decide(Given.stale("3"), context)).getRecipientRef())
        .isEqualTo("owner:rep-1");
    assertThat(onlyAction(decide(Given.stale("3"), NOTHING)).getRecipientRef())
        .isEqualTo("account:acme");
    assertThat(onlyAction(decide(Given.stale("1"), NOTHING)).getRecipientRef())
        .isEqualTo("account:acme");
  }

  @Test
  void aMailNeedsACustomerAndAChatASession() throws Exception {
    assertThat(
            gate(
                Given.withoutHoldout(),
                Given.cartAbandoned().setCustomerKey(null),
                Given.consenting(),
                "send_reminder"))
        .isEqualTo("no_recipient");
    assertThat(
            gate(Given.withoutHoldout(), Given.struggle().setSessionId(" "), NOTHING, "offer_chat"))
        .isEqualTo("no_recipient");
  }

  // consent

  @Test
  void aReminderNeedsConsentAndSaysWhich() throws Exception {
    Verdict verdict = decide(Given.cartAbandoned(), Given.consenting());
    assertThat(onlyAction(verdict).getRecipientRef()).isEqualTo("customer:c-1");
    assertThat(candidate(verdict.decision(), "send_reminder").getConsentRef())
        .isEqualTo("consent-7");
    assertThat(verdict.decision().getFeatures()).containsEntry("consent.marketing.email", 1.0);
  }

  @Test
  void missingConsentIsNo() throws Exception {
    Verdict verdict = decide(Given.cartAbandoned(), NOTHING);
    assertThat(verdict.actions()).isEmpty();
    assertThat(candidate(verdict.decision(), "send_reminder").getGate()).isEqualTo("no_consent");
    assertThat(candidate(verdict.decision(), "send_reminder").getEligible()).isFalse();
    assertThat(candidate(verdict.decision(), "send_reminder").getConsentRef()).isNull();
    assertThat(candidate(verdict.decision(), "send_reminder").getPropensity()).isZero();
    assertThat(candidate(verdict.decision(), "do_nothing").getGate()).isNull();
    assertThat(candidate(verdict.decision(), "do_nothing").getPropensity()).isEqualTo(1.0);
    assertThat(verdict.decision().getExposureAt()).isNull();
    assertThat(verdict.decision().getArm()).isNull();
    assertThat(verdict.after().ledger()).isEqualTo(Ledger.EMPTY);
  }

  @Test
  void deniedConsentIsNoWhateverTheDefault() throws Exception {
    CustomerContext denied =
        new CustomerContext(
            Given.consent(false).consents(),
            new ConsentDefaults(true, true, true),
            Ledger.EMPTY,
            null,
            false);
    Verdict verdict = decide(Given.cartAbandoned(), denied);
    assertThat(candidate(verdict.decision(), "send_reminder").getGate()).isEqualTo("no_consent");
    assertThat(candidate(verdict.decision(), "send_reminder").getConsentRef())
        .isEqualTo("consent-7");
  }

  @Test
  void eachPurposeHasItsDefault() throws Exception {
    CustomerContext marketing = silent(new ConsentDefaults(true, false, false));
    CustomerContext others = silent(new ConsentDefaults(false, true, true));
    assertThat(decide(Given.cartAbandoned(), marketing).actions()).hasSize(1);
    assertThat(decide(Given.cartAbandoned(), others).actions()).isEmpty();
    Policy sales = Given.policy("percent: 5", "percent: 0", "purpose: marketing", "purpose: sales");
    assertThat(decide(sales, Given.cartAbandoned(), marketing).actions()).isEmpty();
    assertThat(decide(sales, Given.cartAbandoned(), others).actions()).hasSize(1);
  }

  @Test
  void consentToAnotherChannelOrPurposeIsNone() throws Exception {
    for (String key : List.of("marketing.sms", "sales.email", "profiling.email")) {
      CustomerContext other =
          new CustomerContext(
              Map.of(key, new KnownConsent(true, "x")),
              ConsentDefaults.DENIED,
              Ledger.EMPTY,
              null,
              false);
      assertThat(gate(Given.withoutHoldout(), Given.cartAbandoned(), other, "send_reminder"))
          .isEqualTo("no_consent");
    }
  }

  @Test
  void staffNeedNoConsent() throws Exception {
    assertThat(decide(Given.stale("1"), NOTHING).actions()).hasSize(1);
  }

  // caps

  @Test
  void aPersonIsReachedOnceInADayOnEachChannel() throws Exception {
    for (long age : new long[] {0, 1, DAY / 2, DAY - 1}) {
      assertThat(reminderAfter(age)).as("%d ms later", age).isEqualTo("cap_channel");
    }
    assertThat(reminderAfter(DAY)).as("half-open").isNull();
    assertThat(reminderAfter(DAY + 1)).isNull();
  }

  @Test
  void anEarlierDetectionThatComesLateDoesNotOverfillTheDay() throws Exception {
    assertThat(reminderAfter(-(DAY - 1))).isEqualTo("cap_channel");
    assertThat(reminderAfter(-DAY)).isNull();
  }

  @Test
  void anotherChannelHasItsOwnCap() throws Exception {
    Verdict verdict = decide(Given.struggle(), Given.reached(NOTHING, "chat", NOW));
    assertThat(candidate(verdict.decision(), "offer_chat").getGate()).isEqualTo("cap_channel");
    assertThat(chosen(verdict.decision())).isEqualTo("show_help");
    assertThat(verdict.decision().getFeatures())
        .containsEntry("charges.chat", 1.0)
        .containsEntry("charges.page", 0.0)
        .containsEntry("charged.page", 1.0);
  }

  @Test
  void whenNothingIsLeftNothingIsDone() throws Exception {
    CustomerContext both = Given.reached(Given.reached(NOTHING, "chat", NOW), "page", NOW);
    Verdict verdict = decide(Given.struggle(), both);
    assertThat(chosen(verdict.decision())).isEqualTo("do_nothing");
    assertThat(verdict.after().ledger()).as("nothing more").isEqualTo(both.ledger());
  }

  @Test
  void theCapIsASetting() throws Exception {
    Policy twice =
        Given.policy("percent: 5", "percent: 0", "per_channel_24h: 1", "per_channel_24h: 2");
    CustomerContext once = Given.reached(Given.consenting(), "email", NOW);
    assertThat(gate(twice, Given.cartAbandoned(), once, "send_reminder")).isNull();
    assertThat(
            gate(
                twice,
                Given.cartAbandoned(),
                Given.reached(once, "email", NOW.minusMillis(1)),
                "send_reminder"))
        .isEqualTo("cap_channel");
  }

  @Test
  void staffHaveNoCapAndAreNotCharged() throws Exception {
    Verdict verdict = decide(Given.stale("2"), Given.reached(NOTHING, "webhook", NOW));
    assertThat(verdict.actions()).hasSize(1);
    assertThat(verdict.after().ledger()).isEqualTo(charged("webhook"));
  }

  // holdout

  @Test
  void whoIsHeldOutGetsNothingAndIsChargedAlike() throws Exception {
    Policy all = Given.policy("percent: 5", "percent: 100");
    Verdict verdict = decide(all, Given.struggle(), NOTHING);
    Decision decision = verdict.decision();
    assertThat(verdict.actions()).isEmpty();
    assertThat(decision.getArm()).isEqualTo("held_out");
    assertThat(decision.getExposureAt()).isEqualTo(NOW);
    assertThat(decision.getWindowEndsAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(candidate(decision, "offer_chat").getGate()).isEqualTo("held_out");
    assertThat(candidate(decision, "offer_chat").getEligible()).isTrue();
    assertThat(candidate(decision, "offer_chat").getWouldChoose()).isTrue();
    assertThat(candidate(decision, "offer_chat").getPropensity()).isZero();
    assertThat(candidate(decision, "show_help").getGate()).isEqualTo("lower_priority");
    assertThat(chosen(decision)).isEqualTo("do_nothing");
    assertThat(verdict.after().ledger()).as("ghost ledger").isEqualTo(charged("chat"));
  }

  @Test
  void theHoldoutIsAskedLast() throws Exception {
    Policy all = Given.policy("percent: 5", "percent: 100");
    assertThat(gate(all, Given.cartAbandoned(), NOTHING, "send_reminder")).isEqualTo("no_consent");
    assertThat(
            gate(
                all,
                Given.cartAbandoned(),
                Given.reached(Given.consenting(), "email", NOW),
                "send_reminder"))
        .isEqualTo("cap_channel");
    assertThat(gate(all, Given.struggle(), Given.replaying(NOTHING), "offer_chat"))
        .isEqualTo("held_out");
  }

  @Test
  void staffAreNotHeldOut() throws Exception {
    Policy all = Given.policy("percent: 5", "percent: 100");
    Verdict verdict = decide(all, Given.stale("1"), NOTHING);
    assertThat(verdict.actions()).hasSize(1);
    assertThat(candidate(verdict.decision(), "alert_rep").getPropensity()).isEqualTo(1.0);
  }

  @Test
  void theShareIsHeldOutAndAUnitStaysWhereItIs() throws Exception {
    Policy policy = Given.policy("percent: 5", "percent: 20");
    int heldOut = 0;
    for (int unit = 0; unit < 4000; unit++) {
      Decision one = decision(policy, "d-1", "c-" + unit);
      Decision two = decision(policy, "d-2", "c-" + unit);
      assertThat(two.getArm()).isEqualTo(one.getArm());
      assertThat(candidate(one, "offer_chat").getPropensity()).isEqualTo(0.8, within(1e-12));
      heldOut += one.getArm().equals("held_out") ? 1 : 0;
    }
    assertThat(heldOut).isBetween(690, 910);
  }

  @Test
  void aRuleMayHaveItsOwnHoldoutAndAnotherSaltDrawsAnew() throws Exception {
    Policy own =
        Given.policy("percent: 5", "percent: 0", "stages: [checkout, payment]", "holdout: 100");
    assertThat(decide(own, Given.struggle(), NOTHING).decision().getArm()).isEqualTo("held_out");
    assertThat(decide(own, Given.cartAbandoned(), Given.consenting()).actions()).hasSize(1);

    Policy salted = Given.policy("percent: 5", "percent: 50", "salt: built-in-1", "salt: other");
    Policy before = Given.policy("percent: 5", "percent: 50");
    long moved = 0;
    for (int unit = 0; unit < 400; unit++) {
      String customer = "c-" + unit;
      moved +=
          decision(salted, "d-1", customer)
                  .getArm()
                  .equals(decision(before, "d-1", customer).getArm())
              ? 0
              : 1;
    }
    assertThat(moved).isBetween(150L, 250L);
  }

  // helpers

  private static void assertStopped(Verdict verdict, String gate, Mode mode) {
    Decision decision = verdict.decision();
    assertThat(verdict.actions()).isEmpty();
    assertThat(decision.getMode()).isEqualTo(mode);
    assertThat(decision.getCandidates())
        .extracting(
            Candidate::getTreatment,
            Candidate::getEligible,
            Candidate::getGate,
            Candidate::getChosen,
            Candidate::getWouldChoose)
        .containsExactly(
            row("offer_chat", true, gate, false, true),
            row("show_help", true, gate, false, false),
            row("do_nothing", true, null, true, false));
    assertThat(candidate(decision, "do_nothing").getPropensity()).isEqualTo(1.0);
    assertThat(decision.getExposureAt()).isNull();
    assertThat(decision.getWindowEndsAt()).isNull();
    assertThat(decision.getArm()).isNull();
    assertThat(verdict.after().ledger()).as("nobody is charged").isEqualTo(Ledger.EMPTY);
  }

  private static Tuple row(@Nullable Object... values) {
    return Tuple.tuple(values);
  }

  private static Ledger charged(String channel) {
    return Ledger.EMPTY.charge(channel, NOW.toEpochMilli());
  }

  private static CustomerContext silent(ConsentDefaults defaults) {
    return new CustomerContext(Map.of(), defaults, Ledger.EMPTY, null, false);
  }

  private static String reminderAfter(long age) throws Exception {
    Instant before = NOW.minusMillis(age);
    return gate(
        Given.withoutHoldout(),
        Given.cartAbandoned(),
        Given.reached(Given.consenting(), "email", before),
        "send_reminder");
  }

  private static Policy mode(String mode) throws Exception {
    return Given.policy("percent: 5", "percent: 0", "mode: live", "mode: " + mode);
  }

  private static Decision decision(Policy policy, String id, String customer) {
    return decide(policy, Given.struggle().setDetectionId(id).setCustomerKey(customer), NOTHING)
        .decision();
  }

  private static String gate(
      Policy policy, Detection.Builder detection, CustomerContext context, String treatment) {
    return candidate(decide(policy, detection, context).decision(), treatment).getGate();
  }

  private static Action onlyAction(Verdict verdict) {
    assertThat(verdict.actions()).hasSize(1);
    return verdict.actions().get(0);
  }

  private static Verdict decide(Detection.Builder detection, CustomerContext context)
      throws Exception {
    return decide(Given.withoutHoldout(), detection, context);
  }

  private static Verdict decide(
      Policy policy, Detection.Builder detection, CustomerContext context) {
    return new Decider(policy, "decide").decide(detection.build(), context);
  }
}

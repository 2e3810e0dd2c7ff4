package io.floorwalker.decide;

import static io.floorwalker.decide.People.agrees;
import static io.floorwalker.decide.People.cart;
import static io.floorwalker.decide.People.refuses;
import static io.floorwalker.decide.People.silence;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.decisions.Policies;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.schema.Phase;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideStepTest {
  private PipelineHarness<Heard, Decision> step;

  @BeforeEach
  void start() throws Exception {
    step = People.started(People.deciding(TestingOwnDecisions.none()));
  }

  @AfterEach
  void close() {
    step.close();
  }

  // what is known

  @Test
  void whatWasHeardBeforeCountsAndWhatCameAfterDoesNot() {
    hear(cart("d-1", "c-1", "0m"));
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-2", "c-1", "1m"));
    hear(refuses("c-1", "no-2"));
    hear(cart("d-3", "c-1", "3d"));

    assertThat(gates("send_reminder")).containsExactly("no_consent", "none", "no_consent");
    assertThat(step.output())
        .extracting(decision -> decision.getCandidates().get(0).getConsentRef())
        .containsExactly(null, "yes-1", "no-2");
    assertThat(actions()).extracting(Action::getDetectionId).containsExactly("d-2");
  }

  @Test
  void aConsentThatWasRemovedIsNone() {
    hear(agrees("c-1", "yes-1"));
    hear(People.removedConsent("c-1"));
    hear(cart("d-1", "c-1", "0m"));
    assertThat(gates("send_reminder")).containsExactly("no_consent");
  }

  @Test
  void peopleDoNotShareWhatIsKnown() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-2", "c-2", "0m"));
    hear(agrees("c-2", "yes-2"));
    hear(cart("d-3", "c-2", "1m"));
    assertThat(gates("send_reminder")).containsExactly("none", "no_consent", "none");
  }

  @Test
  void theRepresentativeIsTheOneKnownAtThatMoment() {
    hear(silence("d-1", "1", "0m"));
    hear(People.looksAfterAnn("rep-1", "boss-1"));
    hear(silence("d-2", "2", "7d"));
    hear(silence("d-3", "3", "23d"));
    hear(People.removedAnn());
    hear(silence("d-4", "1", "24d"));
    assertThat(actions())
        .extracting(Action::getTreatment, Action::getRecipientRef)
        .containsExactly(
            tuple("alert_rep", "account:acme"),
            tuple("alert_rep", "owner:rep-1"),
            tuple("create_task", "manager:boss-1"),
            tuple("alert_rep", "account:acme"));
  }

  // once

  @Test
  void aDetectionIsDecidedOnce() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-1", "c-1", "1m").setPhase(Phase.CLOSED).setVersion(2));
    assertThat(step.output()).hasSize(1);
    assertThat(actions()).hasSize(1);
    assertThat(step.counter("already_decided")).isEqualTo(2);
  }

  @Test
  void whatWasDecidedIsRememberedForThirtyDaysOfDetections() {
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-2", "c-1", "29d23h59m59s999ms"));
    hear(cart("d-1", "c-1", "0m"));
    assertThat(step.output()).hasSize(2);
    hear(cart("d-3", "c-1", "30d"));
    hear(cart("d-1", "c-1", "0m"));
    assertThat(step.output()).as("the first is forgotten").hasSize(4);
    hear(cart("d-2", "c-1", "29d23h59m59s999ms"));
    assertThat(step.output()).as("the second is not").hasSize(4);
  }

  @Test
  void aCapHoldsToTheMillisecond() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-2", "c-1", "23h59m59s999ms"));
    hear(cart("d-3", "c-1", "1d"));
    hear(cart("d-4", "c-1", "1d1ms"));
    assertThat(gates("send_reminder"))
        .containsExactly("none", "cap_channel", "none", "cap_channel");
  }

  @Test
  void aReplaySendsNothingAndDecidesAsLive() throws Exception {
    step.close();
    step =
        People.started(
            People.deciding(Policies.builtIn(), true, TestingOwnDecisions.notToBeAsked()));
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-2", "c-1", "1m"));
    assertThat(gates("send_reminder")).containsExactly("replay", "cap_channel");
    assertThat(actions()).isEmpty();
  }

  @Test
  void itCountsWhatWasChosenAndWhatSaidNo() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-2", "c-1", "1m"));
    hear(People.detection("d-3", "something_new", io.floorwalker.testkit.Moment.START));
    assertThat(step.counter("chosen_send_reminder")).isEqualTo(1);
    assertThat(step.counter("chosen_do_nothing")).isEqualTo(2);
    assertThat(step.counter("gate_cap_channel")).isEqualTo(1);
    assertThat(step.counter("gate_no_rule")).isEqualTo(1);
    assertThat(step.counter("adopted")).isZero();
  }

  // what is over

  @Test
  void whatWasTakenBackIsCancelledOnce() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    hear(cart("d-1", "c-1", "0m").setVersion(3));
    assertThat(states())
        .containsExactly(
            tuple("d-1", 1, "planned", actions().get(0).getReason()),
            tuple("d-1", 2, "cancelled", "retracted"));
    assertThat(actions().get(1).getActionId()).isEqualTo(actions().get(0).getActionId());
    assertThat(step.output()).hasSize(1);
    assertThat(step.counter("withdrawn_retracted")).isEqualTo(1);
  }

  @Test
  void whatWasTakenBackBeforeItCameIsNotActedOn() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    hear(cart("d-1", "c-1", "0m"));
    assertThat(gates("send_reminder")).containsExactly("phase");
    assertThat(actions()).isEmpty();
  }

  @Test
  void ofWhatNobodyActedOnNothingIsCancelled() {
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    assertThat(actions()).isEmpty();
  }

  @Test
  void whatIsOverForStaffIsResolvedAndCustomersAreLeftAlone() {
    hear(silence("d-1", "1", "0m"));
    hear(silence("d-1", "1", "1d").setPhase(Phase.CLOSED).setVersion(2).setReason("returned"));
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-2", "c-1", "0m"));
    hear(cart("d-2", "c-1", "1m").setPhase(Phase.CLOSED).setVersion(2));
    assertThat(states())
        .extracting(state -> state.toList().get(2))
        .containsExactly("planned", "resolved", "planned");
    assertThat(actions().get(1).getChangedAt()).isEqualTo(io.floorwalker.testkit.Moment.at("1d"));
  }

  @Test
  void aHigherStageThatIsActedOnCancelsALowerOneThatDidNotGetOut() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(payment("d-2", "c-1", "1h"));
    hear(payment("d-3", "c-1", "1d"));
    assertThat(states())
        .extracting(state -> state.toList().subList(0, 3))
        .containsExactly(
            List.of("d-1", 1, "planned"),
            List.of("d-1", 2, "cancelled"),
            List.of("d-3", 1, "planned"));
    assertThat(actions().get(1).getReason()).isEqualTo("superseded");
    assertThat(gates("send_reminder")).containsExactly("none", "cap_channel", "none");
  }

  @Test
  void whatIsOnItsWayIsNotSuperseded() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(receipt(OutcomeKind.DELIVERED));
    hear(payment("d-2", "c-1", "1d"));
    assertThat(actions()).extracting(Action::getStatus).containsExactly("planned", "planned");
  }

  @Test
  void whatWasSentIsTakenBackToo() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(receipt(OutcomeKind.DELIVERED));
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    assertThat(actions()).extracting(Action::getStatus).containsExactly("planned", "cancelled");
  }

  @Test
  void aCapIsGivenBackWhenDeliverHasNotSentIt() {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    hear(cart("d-2", "c-1", "1m"));
    hear(receipt(OutcomeKind.CANCELLED));
    hear(receipt(OutcomeKind.CANCELLED));
    hear(cart("d-3", "c-1", "2m"));
    hear(cart("d-4", "c-1", "3m"));
    assertThat(gates("send_reminder"))
        .as("it may have been sent until deliver says no")
        .containsExactly("none", "cap_channel", "none", "cap_channel");
  }

  @Test
  void whatIsOverIsOverAfterARestoreToo() throws Exception {
    hear(agrees("c-1", "yes-1"));
    Snapshot checkpoint = step.snapshot();
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    List<Action> actions = actions();

    restart(checkpoint, TestingOwnDecisions.of(step.output(), actions));
    hear(cart("d-1", "c-1", "0m"));
    restart(step.snapshot(), TestingOwnDecisions.none());
    hear(cart("d-1", "c-1", "0m").setPhase(Phase.RETRACTED).setVersion(2));
    assertThat(actions()).as("the same by bytes").containsExactly(actions.get(1));
    hear(receipt(actions.get(0), OutcomeKind.CANCELLED));
    hear(cart("d-2", "c-1", "1m"));
    assertThat(gates("send_reminder")).containsExactly("none");
  }

  // restore

  @Test
  void stateOutlivesARestoreAtAnotherParallelism() throws Exception {
    hear(agrees("c-1", "yes-1"));
    hear(People.looksAfterAnn("rep-1", null));
    hear(cart("d-1", "c-1", "0m"));
    restart(step.snapshot(), TestingOwnDecisions.none());
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-2", "c-1", "1m"));
    hear(cart("d-3", "c-1", "1d"));
    hear(silence("d-4", "1", "0m"));
    assertThat(gates("send_reminder")).containsExactly("cap_channel", "none");
    assertThat(actions())
        .extracting(Action::getRecipientRef)
        .containsExactly("customer:c-1", "owner:rep-1");
  }

  @Test
  void whatWasWrittenAfterTheCheckpointStandsWhateverIsKnownNow() throws Exception {
    hear(agrees("c-1", "yes-1"));
    Snapshot checkpoint = step.snapshot();
    hear(cart("d-1", "c-1", "0m"));
    List<Decision> decisions = step.output();
    List<Action> actions = actions();

    restart(checkpoint, TestingOwnDecisions.of(decisions, actions));
    hear(refuses("c-1", "no-2")); // other topics are read in another order now
    hear(cart("d-1", "c-1", "0m"));
    hear(agrees("c-1", "yes-3"));
    hear(cart("d-2", "c-1", "1h"));

    assertThat(step.output().get(0)).isEqualTo(decisions.get(0));
    assertThat(actions()).isEqualTo(actions).hasSize(1);
    assertThat(gates("send_reminder"))
        .as("and it is charged")
        .containsExactly("none", "cap_channel");
    assertThat(step.counter("adopted")).isEqualTo(1);
  }

  @Test
  void whatWasWrittenStandsAlsoForAJobThatStartsFromNothing() throws Exception {
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    List<Decision> decisions = step.output();
    List<Action> actions = actions();

    step.close();
    step = People.started(People.deciding(TestingOwnDecisions.of(decisions, actions)));
    hear(cart("d-1", "c-1", "0m"));
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-2", "c-1", "1h"));

    assertThat(step.output().get(0)).isEqualTo(decisions.get(0));
    assertThat(actions()).isEqualTo(actions).hasSize(1);
    assertThat(gates("send_reminder")).containsExactly("none", "cap_channel");
  }

  @Test
  void aRefusalThatWasWrittenStandsToo() throws Exception {
    Snapshot checkpoint = step.snapshot();
    hear(cart("d-1", "c-1", "0m"));
    List<Decision> decisions = step.output();

    restart(checkpoint, TestingOwnDecisions.of(decisions, List.of()));
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    hear(cart("d-2", "c-1", "1m"));
    assertThat(gates("send_reminder")).containsExactly("no_consent", "none");
    assertThat(actions()).extracting(Action::getDetectionId).containsExactly("d-2");
  }

  @Test
  void anActionThatDidNotGetOutFollowsFromItsDecision() throws Exception {
    hear(agrees("c-1", "yes-1"));
    Snapshot checkpoint = step.snapshot();
    hear(cart("d-1", "c-1", "0m"));
    List<Action> actions = actions();

    restart(checkpoint, TestingOwnDecisions.of(step.output(), List.of()));
    hear(refuses("c-1", "no-2"));
    hear(cart("d-1", "c-1", "0m"));
    assertThat(actions()).isEqualTo(actions).hasSize(1);
  }

  @Test
  void anActionGoesToWhomItWentThough() throws Exception {
    hear(People.looksAfterAnn("rep-1", null));
    Snapshot checkpoint = step.snapshot();
    hear(silence("d-1", "1", "0m"));
    List<Action> actions = actions();

    restart(checkpoint, TestingOwnDecisions.of(step.output(), actions));
    hear(People.looksAfterAnn("rep-2", null));
    hear(silence("d-1", "1", "0m"));
    assertThat(actions()).isEqualTo(actions);
  }

  @Test
  void aLiveRunDoesNotTakeAReplaysWord() throws Exception {
    Snapshot checkpoint = step.snapshot();
    List<Decision> replayed;
    try (PipelineHarness<Heard, Decision> replay =
        People.started(
            People.deciding(Policies.builtIn(), true, TestingOwnDecisions.notToBeAsked()))) {
      replay.element(agrees("c-1", "yes-1"), 0);
      replay.element(Heard.of(cart("d-1", "c-1", "0m").build()), 0);
      replayed = replay.output();
    }
    restart(checkpoint, TestingOwnDecisions.of(replayed, List.of()));
    hear(agrees("c-1", "yes-1"));
    hear(cart("d-1", "c-1", "0m"));
    assertThat(gates("send_reminder")).containsExactly("none");
    assertThat(actions()).hasSize(1);
  }

  private void restart(Snapshot snapshot, OwnDecisions own) throws Exception {
    step.close();
    step = People.restored(People.deciding(own), snapshot, 3);
  }

  private void hear(Detection.Builder detection) {
    hear(Heard.of(detection.build()));
  }

  private void hear(Heard heard) {
    step.element(heard, 0);
  }

  private static Detection.Builder payment(String id, String customer, String at) {
    return cart(id, customer, at).setKind("payment_abandoned");
  }

  private Heard receipt(OutcomeKind kind) {
    return receipt(actions().get(0), kind);
  }

  private static Heard receipt(Action action, OutcomeKind kind) {
    return Heard.receipt(
            Outcome.newBuilder()
                .setOutcomeId("o-" + kind)
                .setOccurredAt(action.getCreatedAt())
                .setKind(kind)
                .setDecisionId(action.getDecisionId())
                .setActionId(action.getActionId())
                .setCustomerKey(action.getCustomerKey())
                .setJob("deliver")
                .build())
        .orElseThrow();
  }

  private List<org.assertj.core.groups.Tuple> states() {
    return actions().stream()
        .map(
            action ->
                tuple(
                    action.getDetectionId(),
                    action.getVersion(),
                    action.getStatus(),
                    action.getReason()))
        .toList();
  }

  private List<Action> actions() {
    return step.sideOutput(DecideStep.ACTIONS);
  }

  private List<String> gates(String treatment) {
    return step.output().stream()
        .flatMap(decision -> decision.getCandidates().stream())
        .filter(candidate -> candidate.getTreatment().equals(treatment))
        .map(DecideStepTest::gate)
        .toList();
  }

  private static String gate(Candidate candidate) {
    return candidate.getGate() == null ? "none" : candidate.getGate();
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}

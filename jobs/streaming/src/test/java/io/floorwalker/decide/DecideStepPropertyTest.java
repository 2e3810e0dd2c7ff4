package io.floorwalker.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Ids;
import io.floorwalker.contract.Wire;
import io.floorwalker.decisions.Ledger;
import io.floorwalker.decisions.Policies;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Wherever the job is killed, and whatever consents it reads meanwhile: nothing is decided twice,
 * and no cap is broken by what stands on the topics.
 */
class DecideStepPropertyTest {
  private static final int CUSTOMERS = 4;
  private static final long DAY = Ledger.WINDOW.toMillis();

  private final Wire<Decision> decisionWire = Wire.of(Decision.class);
  private final Wire<Action> actionWire = Wire.of(Action.class);

  @Property
  void nothingIsDecidedTwiceAndCapsAreExact(@ForAll long seed) {
    Random random = new Random(seed);
    List<Heard> detections = detections(random);
    List<Decision> decided = new ArrayList<>();
    List<Action> acted = new ArrayList<>();
    PipelineHarness<Heard, Decision> step = People.started(deciding(TestingOwnDecisions.none()));
    Snapshot checkpoint = step.snapshot();
    int position = 0;
    int next = 0;
    int kills = 0;
    while (next < detections.size()) {
      // Consents are read as they come: after a restart others than before.
      step.element(consent(random), 0);
      step.element(detections.get(next++), 0);
      if (random.nextInt(5) == 0) {
        write(step, decided, acted, 0);
        checkpoint = step.snapshot();
        position = next;
        step.close();
        step = restored(checkpoint, decided, acted, random);
      } else if (kills < 6 && random.nextInt(6) == 0) {
        kills++;
        write(step, decided, acted, random.nextInt(3));
        step.close();
        step = restored(checkpoint, decided, acted, random);
        next = position;
      }
    }
    write(step, decided, acted, 0);
    step.close();

    assertThat(decided).extracting(Decision::getDetectionId).hasSizeGreaterThanOrEqualTo(40);
    assertSameBytes(decided, acted, takenBack(detections));
    assertCaps(decided, acted);
  }

  /** Sinks write what came out; some of the last actions are lost with the process. */
  private static void write(
      PipelineHarness<Heard, Decision> step, List<Decision> decided, List<Action> acted, int lost) {
    decided.addAll(step.output());
    List<Action> actions = step.sideOutput(DecideStep.ACTIONS);
    acted.addAll(actions.subList(0, Math.max(0, actions.size() - lost)));
  }

  private void assertSameBytes(List<Decision> decided, List<Action> acted, Set<String> takenBack) {
    Map<String, byte[]> decisions = new HashMap<>();
    for (Decision decision : decided) {
      byte[] bytes = decisionWire.encode(decision);
      byte[] before = decisions.putIfAbsent(decision.getDecisionId(), bytes);
      assertThat(bytes).isEqualTo(before == null ? bytes : before);
    }
    Map<String, byte[]> firstActions = new HashMap<>();
    Map<String, byte[]> cancelled = new HashMap<>();
    for (Action action : acted) {
      byte[] bytes = actionWire.encode(action);
      Map<String, byte[]> first = action.getVersion() == 1 ? firstActions : cancelled;
      byte[] before = first.putIfAbsent(action.getDecisionId(), bytes);
      assertThat(bytes).as("one action a decision").isEqualTo(before == null ? bytes : before);
    }
    assertThat(cancelled.keySet())
        .as("what was taken back is cancelled where it was acted on")
        .isEqualTo(
            firstActions.keySet().stream().filter(takenBack::contains).collect(Collectors.toSet()));
    long acting =
        decided.stream()
            .filter(decision -> decision.getCandidates().get(0).getChosen())
            .map(Decision::getDecisionId)
            .distinct()
            .count();
    assertThat(firstActions).as("every decision to act is acted on").hasSize((int) acting);
  }

  private static void assertCaps(List<Decision> decided, List<Action> acted) {
    Map<String, List<Long>> reached = new HashMap<>();
    decided.stream()
        .filter(decision -> decision.getExposureAt() != null)
        .collect(Collectors.toMap(Decision::getDecisionId, decision -> decision, (one, two) -> one))
        .values()
        .forEach(
            decision ->
                reached
                    .computeIfAbsent(decision.getCustomerKey(), key -> new ArrayList<>())
                    .add(decision.getExposureAt().toEpochMilli()));
    reached.forEach(
        (customer, times) -> {
          for (long end : times) {
            assertThat(times.stream().filter(time -> time > end - DAY && time <= end))
                .as("%s in a day, held out or not", customer)
                .hasSizeLessThanOrEqualTo(1);
          }
        });
    assertThat(acted).isNotEmpty();
  }

  private static List<Heard> detections(Random random) {
    List<Heard> detections = new ArrayList<>();
    long at = 0;
    for (int number = 0; number < 40; number++) {
      at += random.nextInt((int) (DAY / 4));
      String customer = "c-" + random.nextInt(CUSTOMERS);
      Detection detection =
          People.detection("d-" + number, "cart_abandoned", Moment.START.plusMillis(at))
              .setCustomerKey(customer)
              .build();
      detections.add(Heard.of(detection));
      if (random.nextInt(3) == 0) {
        detections.add(
            Heard.of(
                Detection.newBuilder(detection).setVersion(2).setPhase(Phase.RETRACTED).build()));
      }
    }
    return detections;
  }

  /** The decisions about what was taken back. */
  private static Set<String> takenBack(List<Heard> detections) {
    return detections.stream()
        .map(heard -> Objects.requireNonNull(heard.detection()))
        .filter(detection -> detection.getPhase() == Phase.RETRACTED)
        .map(detection -> Ids.decision(detection.getDetectionId(), 1))
        .collect(Collectors.toSet());
  }

  private static Heard consent(Random random) {
    String customer = "c-" + random.nextInt(CUSTOMERS);
    String reference = "ref-" + random.nextInt(1000);
    return random.nextInt(4) == 0
        ? People.refuses(customer, reference)
        : People.agrees(customer, reference);
  }

  private static PipelineHarness<Heard, Decision> restored(
      Snapshot checkpoint, List<Decision> decided, List<Action> acted, Random random) {
    return People.restored(
        deciding(TestingOwnDecisions.of(decided, acted)), checkpoint, 1 + random.nextInt(3));
  }

  private static Deciding deciding(OwnDecisions own) {
    return People.deciding(Policies.builtIn(), false, own);
  }
}

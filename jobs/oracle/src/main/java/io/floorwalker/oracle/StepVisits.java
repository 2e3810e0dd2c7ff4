package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All sessions at steps of a history.
 *
 * @param reached one for each session and step: its first view
 * @param struggles one for each episode at a known step
 * @param idOfStruggle the detection of each struggle
 * @param ordered when each session that orders does so first, UTC ms
 */
record StepVisits(
    List<StepVisit> reached,
    List<StepVisit> struggles,
    Map<StepVisit, String> idOfStruggle,
    Map<String, Long> ordered) {

  static StepVisits of(Collection<CustomerEvent> events, StruggleOracle oracle) {
    Map<String, Map<String, CustomerEvent>> bySession = new HashMap<>();
    for (CustomerEvent event : events) {
      if (event.getSessionId() != null && !event.getIsBot()) {
        bySession
            .computeIfAbsent(event.getSessionId(), unused -> new HashMap<>())
            .put(event.getEventId(), event);
      }
    }
    Map<StepVisit, String> ids = struggles(events, oracle, bySession);
    return new StepVisits(
        reached(bySession, oracle.disorder()),
        List.copyOf(ids.keySet()),
        ids,
        ordered(bySession, oracle.disorder()));
  }

  private static Map<String, Long> ordered(
      Map<String, Map<String, CustomerEvent>> bySession, Duration disorder) {
    Map<String, Long> ordered = new HashMap<>();
    bySession.forEach(
        (session, events) ->
            SessionOrder.of(events.values(), disorder).stream()
                .filter(effect -> effect.event().getType().equals(EventTypes.ORDER_PLACED))
                .forEach(effect -> ordered.putIfAbsent(session, effect.at())));
    return ordered;
  }

  private static List<StepVisit> reached(
      Map<String, Map<String, CustomerEvent>> bySession, Duration disorder) {
    List<StepVisit> reached = new ArrayList<>();
    for (Map<String, CustomerEvent> session : bySession.values()) {
      Set<String> steps = new HashSet<>();
      for (SessionOrder.Effect effect : SessionOrder.of(session.values(), disorder)) {
        CustomerEvent event = effect.event();
        @Nullable String step = event.getCheckout() == null ? null : event.getCheckout().getStep();
        if (step != null
            && event.getType().equals(EventTypes.CHECKOUT_STEP_VIEWED)
            && steps.add(step)) {
          reached.add(StepVisit.of(event, effect.at(), step, null, null));
        }
      }
    }
    return reached;
  }

  private static Map<StepVisit, String> struggles(
      Collection<CustomerEvent> events,
      StruggleOracle oracle,
      Map<String, Map<String, CustomerEvent>> bySession) {
    Map<String, ExpectedSignal> signals = new HashMap<>();
    oracle.signals(events).forEach(signal -> signals.put(signal.signalId(), signal));
    Map<StepVisit, String> ids = new HashMap<>();
    for (ExpectedStruggle struggle : oracle.detections(events)) {
      if (struggle.step() != null) {
        Map<String, CustomerEvent> session = bySession.getOrDefault(struggle.session(), Map.of());
        // The signal that decides is the last of those that count.
        ExpectedSignal last =
            known(signals, struggle.signalIds().get(struggle.signalIds().size() - 1));
        CustomerEvent deciding = known(session, struggle.decidingEventId());
        CustomerEvent first = known(session, last.evidence().get(0));
        ids.put(
            StepVisit.of(
                deciding, struggle.at(), struggle.step(), field(first), code(struggle, deciding)),
            struggle.detectionId());
      }
    }
    return ids;
  }

  private static <T> T known(Map<String, T> all, String id) {
    return Objects.requireNonNull(all.get(id), id);
  }

  private static @Nullable String field(CustomerEvent first) {
    if (first.getForm() != null && first.getForm().getField() != null) {
      return first.getForm().getField();
    }
    return first.getInteraction() == null ? null : first.getInteraction().getSelector();
  }

  private static @Nullable String code(ExpectedStruggle struggle, CustomerEvent deciding) {
    boolean isAboutPayment =
        struggle.cause().equals("payment_declined") || struggle.cause().equals("payment_gave_up");
    return isAboutPayment && deciding.getPayment() != null ? deciding.getPayment().getCode() : null;
  }
}

package io.floorwalker.decide;

import io.floorwalker.decisions.ConsentDefaults;
import io.floorwalker.decisions.CustomerContext;
import io.floorwalker.decisions.KnownConsent;
import io.floorwalker.decisions.Ledger;
import io.floorwalker.decisions.Representatives;
import io.floorwalker.decisions.Verdict;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** What is known about one person, in keyed state, and which detections were decided. */
final class PersonMemory {
  /** Of detection time; a detection cannot come back after its topic has forgotten it. */
  static final Duration DECIDED_KEPT = Duration.ofDays(30);

  /** Of a person who is never heard of again; decides nothing, as the topics forget earlier. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(60);

  private final MapState<String, KnownConsent> consents;
  private final ValueState<Representatives> representatives;
  private final ValueState<Map<String, List<Long>>> ledger;
  private final MapState<String, Long> decided;
  private final OpenActions actions;

  private PersonMemory(RuntimeContext context) {
    StateTtlConfig forgetting = StateTtlConfig.newBuilder(FORGOTTEN_AFTER).build();
    ValueStateDescriptor<Map<String, List<Long>>> charges =
        new ValueStateDescriptor<>("ledger", Types.MAP(Types.STRING, Types.LIST(Types.LONG)));
    charges.enableTimeToLive(forgetting);
    MapStateDescriptor<String, Long> ids =
        new MapStateDescriptor<>("decided", Types.STRING, Types.LONG);
    ids.enableTimeToLive(forgetting);
    actions = OpenActions.open(context, FORGOTTEN_AFTER);
    ledger = context.getState(charges);
    decided = context.getMapState(ids);
    consents =
        context.getMapState(
            new MapStateDescriptor<>(
                "consents", Types.STRING, TypeInformation.of(KnownConsent.class)));
    representatives =
        context.getState(
            new ValueStateDescriptor<>(
                "representatives", TypeInformation.of(Representatives.class)));
  }

  static PersonMemory open(RuntimeContext context) {
    return new PersonMemory(context);
  }

  /** Takes in a receipt, or a row of consent or of the roster. */
  void hear(Heard heard) throws Exception {
    if (heard.receipt() != null) {
      hear(heard.receipt());
    } else if (heard.consentKey() == null) {
      representatives.update(heard.representatives());
    } else if (heard.consent() == null) {
      consents.remove(heard.consentKey());
    } else {
      consents.put(heard.consentKey(), heard.consent());
    }
  }

  CustomerContext recall(ConsentDefaults defaults, boolean replay) throws Exception {
    Map<String, KnownConsent> known = new HashMap<>();
    for (Map.Entry<String, KnownConsent> consent : consents.entries()) {
      known.put(consent.getKey(), consent.getValue());
    }
    @Nullable Map<String, List<Long>> charges = ledger.value();
    return new CustomerContext(
        known,
        defaults,
        charges == null ? Ledger.EMPTY : new Ledger(charges),
        representatives.value(),
        replay);
  }

  boolean hasDecided(Detection detection) throws Exception {
    return decided.contains(detection.getDetectionId());
  }

  /** What is over by this word about a detection that was decided. */
  Optional<Action> withdraw(Detection word) throws Exception {
    return actions.withdraw(word);
  }

  /** What is over by this detection, which is acted on. */
  List<Action> supersede(Detection higher) throws Exception {
    return actions.supersede(higher);
  }

  /** What was never sent is not charged. */
  private void hear(Outcome receipt) throws Exception {
    Optional<Action> unsent = actions.hear(receipt);
    @Nullable Map<String, List<Long>> charges = ledger.value();
    if (unsent.isPresent() && charges != null) {
      Action action = unsent.get();
      long at = action.getScheduledAt().toEpochMilli();
      ledger.update(new Ledger(charges).giveBack(action.getChannel(), at).charges());
    }
  }

  /** Enters a decision, and forgets what is too old to come again. */
  void decided(Detection detection, Verdict verdict) throws Exception {
    Ledger after = verdict.after().ledger();
    if (!after.charges().isEmpty()) {
      ledger.update(after.charges());
    }
    for (Action action : verdict.actions()) {
      actions.keep(action);
    }
    decided.put(detection.getDetectionId(), detection.getDetectedAt().toEpochMilli());
    long newest = Long.MIN_VALUE;
    for (long at : decided.values()) {
      newest = Math.max(newest, at);
    }
    List<String> old = new ArrayList<>();
    for (Map.Entry<String, Long> entry : decided.entries()) {
      if (entry.getValue() <= newest - DECIDED_KEPT.toMillis()) {
        old.add(entry.getKey());
      }
    }
    for (String id : old) {
      decided.remove(id);
      actions.forget(id);
    }
  }
}

package io.floorwalker.runtime;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.decide.OwnDecision;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Mode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts decisions of live runs, or of replays, and their actions together; the first counts. */
final class OwnRecords {
  private final Wire<Decision> decisionWire = Wire.of(Decision.class);
  private final Wire<Action> actionWire = Wire.of(Action.class);
  private final Map<String, Decision> decisions = new HashMap<>();
  private final Map<String, Action> actions = new HashMap<>();
  private final Predicate<String> mine;
  private final boolean replay;

  OwnRecords(Predicate<String> mine, boolean replay) {
    this.mine = mine;
    this.replay = replay;
  }

  void add(ConsumerRecord<byte[], byte[]> message) {
    if (message.key() == null
        || message.value() == null
        || !mine.test(new String(message.key(), StandardCharsets.UTF_8))) {
      return;
    }
    try {
      if (message.topic().equals(Topics.DECISIONS)) {
        Decision decision = decisionWire.decode(message.value());
        if ((decision.getMode() == Mode.REPLAY) == replay) {
          decisions.putIfAbsent(decision.getDetectionId(), decision);
        }
      } else {
        Action action = actionWire.decode(message.value());
        if (action.getVersion() == 1) {
          actions.putIfAbsent(action.getDecisionId(), action);
        }
      }
    } catch (MalformedRecord e) {
      // Not written by this job; whoever reads the topic as a source makes a dead letter of it.
    }
  }

  /** By detection id. */
  Map<String, OwnDecision> found() {
    Map<String, OwnDecision> found = new HashMap<>();
    decisions.forEach(
        (detection, decision) -> {
          Action action = actions.get(decision.getDecisionId());
          found.put(
              detection, new OwnDecision(decision, action == null ? List.of() : List.of(action)));
        });
    return found;
  }
}

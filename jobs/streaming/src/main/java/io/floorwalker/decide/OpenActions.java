package io.floorwalker.decide;

import io.floorwalker.decisions.Withdrawal;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** The newest version of one person's actions, by the detection that they answer. Keyed state. */
final class OpenActions {
  private static final String SENT = "sent";

  private final MapState<String, Action> actions;

  private OpenActions(MapState<String, Action> actions) {
    this.actions = actions;
  }

  static OpenActions open(RuntimeContext context, Duration forgottenAfter) {
    MapStateDescriptor<String, Action> descriptor =
        new MapStateDescriptor<>("actions", Types.STRING, TypeInformation.of(Action.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(forgottenAfter).build());
    return new OpenActions(context.getMapState(descriptor));
  }

  void keep(Action action) throws Exception {
    actions.put(action.getDetectionId(), action);
  }

  void forget(String detectionId) throws Exception {
    actions.remove(detectionId);
  }

  /** What a later word about a detection makes of its action; empty where nothing. */
  Optional<Action> withdraw(Detection word) throws Exception {
    @Nullable Action action = actions.get(word.getDetectionId());
    Optional<Action> over = action == null ? Optional.empty() : Withdrawal.after(action, word);
    if (over.isPresent()) {
      keep(over.get());
    }
    return over;
  }

  /** What this detection, which is acted on, makes of the actions before it. */
  List<Action> supersede(Detection higher) throws Exception {
    List<Action> over = new ArrayList<>();
    for (Action action : actions.values()) {
      Withdrawal.superseded(action, higher).ifPresent(over::add);
    }
    for (Action action : over) {
      keep(action);
    }
    return over;
  }

  /** Takes in a receipt; the action that was never sent, where it says so. */
  Optional<Action> hear(Outcome receipt) throws Exception {
    for (Map.Entry<String, Action> entry : actions.entries()) {
      Action action = entry.getValue();
      if (action.getActionId().equals(receipt.getActionId())) {
        if (receipt.getKind() == OutcomeKind.CANCELLED) {
          forget(entry.getKey());
          return Optional.of(action);
        }
        if (action.getStatus().equals("planned")) {
          keep(Action.newBuilder(action).setStatus(SENT).build());
        }
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}

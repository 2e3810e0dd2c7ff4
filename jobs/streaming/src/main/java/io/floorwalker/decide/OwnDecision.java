package io.floorwalker.decide;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import java.util.List;

/** A decision as it stands on the topic, with those of its actions that got there too. */
public record OwnDecision(Decision decision, List<Action> actions) {}

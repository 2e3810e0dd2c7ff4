package io.floorwalker.decisions;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import java.util.List;

/**
 * What was decided.
 *
 * @param actions none or one
 * @param after what is known from now on: the charges are entered
 */
public record Verdict(Decision decision, List<Action> actions, CustomerContext after) {}

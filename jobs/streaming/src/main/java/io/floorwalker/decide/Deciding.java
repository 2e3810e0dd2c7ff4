package io.floorwalker.decide;

import io.floorwalker.decisions.ConsentDefaults;
import io.floorwalker.decisions.Decider;
import java.io.Serializable;

/**
 * By what a run decides.
 *
 * @param defaults what a person's silence counts as
 * @param replay true where it decides as live and sends nothing
 * @param own what it wrote before it was stopped
 */
public record Deciding(Decider decider, ConsentDefaults defaults, boolean replay, OwnDecisions own)
    implements Serializable {}

package io.floorwalker.decisions;

import java.io.Serializable;

/**
 * Who gets nothing, so that the effect can be measured.
 *
 * @param percent of the units, 0 to 100
 * @param salt draws the units anew when it changes
 */
public record Holdout(int percent, String salt) implements Serializable {}

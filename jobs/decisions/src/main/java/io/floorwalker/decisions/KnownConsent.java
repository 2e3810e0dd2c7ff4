package io.floorwalker.decisions;

import java.io.Serializable;

/**
 * The last word of a person on one purpose and channel.
 *
 * @param reference of the consent row, which stands in the decision
 */
public record KnownConsent(boolean granted, String reference) implements Serializable {}

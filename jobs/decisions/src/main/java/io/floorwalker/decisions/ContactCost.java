package io.floorwalker.decisions;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What reaching a person once costs.
 *
 * @param currency ISO 4217
 */
public record ContactCost(BigDecimal amount, String currency) implements Serializable {}

package io.floorwalker.decisions;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order was worth to the shop.
 *
 * @param value null where nobody said
 * @param margin after discounts; null where nobody said
 * @param currency ISO 4217
 */
public record Worth(@Nullable BigDecimal value, @Nullable BigDecimal margin, String currency)
    implements Serializable {

  /** Of one currency together; an amount that one of them does not know is unknown. */
  static Worth sum(List<Worth> ofOneCurrency) {
    return ofOneCurrency.stream()
        .reduce(
            (one, two) ->
                new Worth(plus(one.value, two.value), plus(one.margin, two.margin), one.currency))
        .orElseThrow();
  }

  /** This with what it cost to come by it; an unknown margin where that was other money. */
  Worth less(@Nullable BigDecimal cost, @Nullable String costCurrency) {
    if (cost == null) {
      return this;
    }
    boolean sameMoney = currency.equals(costCurrency);
    return new Worth(value, sameMoney ? plus(margin, cost.negate()) : null, currency);
  }

  private static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal two) {
    return one == null || two == null ? null : one.add(two);
  }
}

package io.floorwalker.detect.reopen;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one piece costs; prices in two currencies cannot be compared. */
public record Price(BigDecimal amount, @Nullable String currency) {

  static @Nullable Price of(@Nullable BigDecimal amount, @Nullable String currency) {
    return amount == null ? null : new Price(amount, currency);
  }

  boolean isBelow(Price other) {
    return Objects.equals(currency, other.currency) && amount.compareTo(other.amount) < 0;
  }
}

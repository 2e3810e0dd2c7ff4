package io.floorwalker.local;

import io.floorwalker.decisions.uplift.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the view {@code uplift}, as far as an estimate needs it. */
record UpliftRow(Group group, Unit.Arm arm, boolean converted, Money netMargin) {

  /** In the order in which windows ended, so that a repeated look sees the same. */
  static final String QUERY =
      "SELECT site, experiment, arm, converted, net_margin, currency FROM uplift"
          + " ORDER BY site, experiment, window_ends_at, unit_id";

  /** What is estimated together. */
  record Group(String site, String experiment) {}

  /** An amount; null where nobody knows, its currency null where no money moved. */
  record Money(@Nullable BigDecimal amount, @Nullable String currency) {}

  static UpliftRow of(List<@Nullable Object> cells) {
    return new UpliftRow(
        new Group(text(cells.get(0)), text(cells.get(1))),
        text(cells.get(2)).equals("held_out") ? Unit.Arm.HELD_OUT : Unit.Arm.TREATED,
        (Boolean) Objects.requireNonNull(cells.get(3)),
        new Money((BigDecimal) cells.get(4), (String) cells.get(5)));
  }

  /** Its margin counts where it is known and of this money, or where none moved. */
  Unit unit(@Nullable String inCurrency) {
    String own = netMargin.currency();
    BigDecimal counting = own == null || own.equals(inCurrency) ? netMargin.amount() : null;
    return new Unit(arm, converted, counting == null ? Double.NaN : counting.doubleValue());
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }
}

package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.decisions.Policies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpliftReportTest {
  private static final int ADVICE = UpliftReport.COLUMNS.indexOf("advice");
  private static final int STATE = UpliftReport.COLUMNS.indexOf("state");
  private static final int LOW = UpliftReport.COLUMNS.indexOf("net_margin_low");

  private final UpliftReport report = new UpliftReport(Policies.builtIn());
  private final List<UpliftRow> rows = new ArrayList<>();

  @Test
  void aRuleThatLosesMoneyBelongsIntoShadow() {
    units("remind_of_cart", 0.1, 0.4);
    assertThat(only().get(STATE)).isEqualTo("estimated");
    assertThat(only().get(ADVICE)).isEqualTo("mode: shadow, it loses money");
  }

  @Test
  void oneThatHelpsGoesOn() {
    units("remind_of_cart", 0.4, 0.1);
    assertThat((Double) only().get(LOW)).isPositive();
    assertThat(only().get(ADVICE)).isNull();
  }

  @Test
  void moniesAreNotAdded() {
    units("remind_of_cart", 0.4, 0.1);
    rows.add(row("remind_of_cart", "treated", true, "9", "SEK"));
    assertThat(only().get(LOW)).isNull();
  }

  @Test
  void whereUnitsAreLostNothingIsSaidOfMoney() {
    for (int unit = 0; unit < 1000; unit++) {
      rows.add(row("remind_of_cart", "treated", unit % 2 == 0, "1", "EUR"));
    }
    assertThat(only().get(STATE)).isEqualTo("sample_ratio");
    assertThat(only().get(ADVICE)).isEqualTo("find out where units of one arm are lost");
  }

  @Test
  void ofARuleThatIsGoneNothingIsSaid() {
    units("gone", 0.4, 0.1);
    assertThat(report.of(rows)).isEmpty();
  }

  /** 5 % held out, as the built-in policy says. */
  private void units(String experiment, double treated, double heldOut) {
    for (int unit = 0; unit < 6000; unit++) {
      boolean out = unit % 20 == 0;
      double ordering = out ? heldOut : treated;
      boolean converted = unit / 20 % 10 < 10 * ordering;
      rows.add(
          row(
              experiment,
              out ? "held_out" : "treated",
              converted,
              converted ? "10" : "0",
              converted ? "EUR" : null));
    }
  }

  private List<@Nullable Object> only() {
    List<List<@Nullable Object>> all = report.of(rows);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static UpliftRow row(
      String experiment, String arm, boolean converted, String margin, @Nullable String currency) {
    return UpliftRow.of(
        Arrays.asList("shop", experiment, arm, converted, new BigDecimal(margin), currency));
  }
}

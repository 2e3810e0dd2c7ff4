package io.floorwalker.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long DAY = Ledger.WINDOW.toMillis();

  @Test
  void aChargeCountsInTheWindowThatEndsLessThanADayLater() {
    Ledger ledger = Ledger.EMPTY.charge("email", 1_000_000_000L);
    assertThat(ledger.fullest("email", 1_000_000_000L)).isEqualTo(1);
    assertThat(ledger.fullest("email", 1_000_000_000L + DAY - 1)).isEqualTo(1);
    assertThat(ledger.fullest("email", 1_000_000_000L + DAY)).isZero();
    assertThat(ledger.fullest("email", 1_000_000_000L + DAY + 1)).isZero();
  }

  @Test
  void aLaterChargeCountsToo() {
    Ledger ledger = Ledger.EMPTY.charge("email", 1_000_000_000L);
    assertThat(ledger.fullest("email", 1_000_000_000L - 1)).isEqualTo(1);
    assertThat(ledger.fullest("email", 1_000_000_000L - DAY + 1)).isEqualTo(1);
    assertThat(ledger.fullest("email", 1_000_000_000L - DAY)).isZero();
  }

  @Test
  void whatIsGivenBackWasNeverCharged() {
    Ledger once = Ledger.EMPTY.charge("email", 5);
    assertThat(once.giveBack("email", 5)).isEqualTo(Ledger.EMPTY);
    assertThat(once.charge("email", 5).giveBack("email", 5)).isEqualTo(once);
    assertThat(once.giveBack("email", 6)).isEqualTo(once);
    assertThat(once.giveBack("chat", 5)).isEqualTo(once);
  }

  @Test
  void channelsDoNotShare() {
    assertThat(Ledger.EMPTY.charge("email", 5).fullest("chat", 5)).isZero();
  }

  @Test
  void theFullestWindowIsNotTheSumOfBothSides() {
    // 0 and 30 h are never in one window of 24 h, 15 h is in one with either.
    long hour = DAY / 24;
    Ledger ledger = Ledger.EMPTY.charge("email", 0).charge("email", 30 * hour);
    assertThat(ledger.fullest("email", 15 * hour)).isEqualTo(1);
  }

  @Test
  void itForgetsWhatNoWindowCanReach() {
    Ledger ledger = Ledger.EMPTY.charge("email", 0).charge("chat", 2 * DAY - 1);
    assertThat(ledger.charges()).containsKeys("email", "chat");
    assertThat(ledger.charge("chat", 2 * DAY).charges()).containsOnlyKeys("chat");
    assertThat(ledger.charge("chat", 2 * DAY).charges().get("chat"))
        .containsExactly(2 * DAY - 1, 2 * DAY);
  }

  /** Whatever the order in which they come, up to a day late, no window has more than the cap. */
  @Property(tries = 500)
  void noWindowIsEverOverfull(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 345_600_000L) Long> times,
      @ForAll @IntRange(min = 1, max = 3) int cap) {
    Ledger ledger = Ledger.EMPTY;
    List<Long> reached = new ArrayList<>();
    long newest = Long.MIN_VALUE;
    for (long at : times) {
      newest = Math.max(newest, at);
      if (at > newest - DAY && ledger.fullest("email", at) < cap) {
        ledger = ledger.charge("email", at);
        reached.add(at);
      }
    }
    for (long end : reached) {
      assertThat(reached.stream().filter(time -> time > end - DAY && time <= end).count())
          .isLessThanOrEqualTo(cap);
    }
    assertThat(reached).isNotEmpty();
  }
}

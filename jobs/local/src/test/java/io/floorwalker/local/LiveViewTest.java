package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveViewTest {

  private static final Latencies.Summary NONE = new Latencies.Summary(0, 0, 0);

  private static final LiveSnapshot.Run RUN =
      new LiveSnapshot.Run(
          Duration.ofSeconds(3_723),
          "Flink http://localhost:8081  received http://127.0.0.1:43121/",
          "made-up shoppers");

  private static final LiveSnapshot BUSY =
      new LiveSnapshot(
          RUN,
          new LiveSnapshot.Flow(12.44, 12_381, 31, 7),
          new LiveSnapshot.Found(
              new TreeMap<>(Map.of("rage_click", 12L, "payment_declined", 3L)),
              new TreeMap<>(Map.of("cart_abandoned", 1_234L, "checkout_struggle", 3L))),
          new LiveSnapshot.Done(
              new TreeMap<>(Map.of("chat", 3L, "email", 12L)),
              new TreeMap<>(Map.of("consent", 2L)),
              new LiveSnapshot.Delays(new Latencies.Summary(15, 210, 4_910), NONE),
              new TreeMap<>(Map.of("delivered", 14L, "failed", 1L, "expired", 0L, "arrived", 14L)),
              new TreeMap<>(Map.of("detections", 12L, "events", 1_204L))),
          List.of(
              "08:41:02 bert: cart abandoned, 1 item, untouched for 45 s",
              "08:41:07 anna: card declined twice at payment -> chat offered (210 ms) -> delivered"));

  private static final LiveSnapshot QUIET =
      new LiveSnapshot(
          RUN,
          new LiveSnapshot.Flow(0, 0, 0, 0),
          new LiveSnapshot.Found(Map.of(), Map.of()),
          new LiveSnapshot.Done(
              Map.of(), Map.of(), new LiveSnapshot.Delays(NONE, NONE), Map.of(), Map.of()),
          List.of());

  @Test
  void showsEverythingAtOnce() {
    assertThat(new LiveView(100, 0).lines(BUSY))
        .containsExactly(
            "Floorwalker demo  01:02:03  Ctrl-C stops",
            "Flink http://localhost:8081  received http://127.0.0.1:43121/",
            "made-up shoppers",
            "-".repeat(100),
            "events           12.4 a second   12,381 in all",
            "open             31 sessions (an event in 5 min)   7 carts",
            "signals          payment_declined 3   rage_click 12",
            "found            cart_abandoned 1,234   checkout_struggle 3",
            "actions          chat 3   email 12",
            "held back by     consent 2",
            "event to action  p50 210 ms   p99 4.9 s   of 15 actions",
            "deliveries       arrived 14   delivered 14   expired 0   failed 1",
            "Iceberg rows     detections 12   events 1,204",
            "-".repeat(100),
            "08:41:02 bert: cart abandoned, 1 item, untouched for 45 s",
            "08:41:07 anna: card declined twice at payment -> chat offered (210 ms) -> delivered");
  }

  @Test
  void whatThereIsNotYetIsADash() {
    assertThat(new LiveView(60, 0).figures(QUIET))
        .containsExactly(
            "events           0.0 a second   0 in all",
            "open             0 sessions (an event in 5 min)   0 carts",
            "signals          -",
            "found            -",
            "actions          -",
            "held back by     -",
            "event to action  -",
            "deliveries       -",
            "Iceberg rows     -");
  }

  @Test
  void aNarrowScreenWrapsFiguresAndCutsHappenings() {
    List<String> lines = new LiveView(45, 0).lines(BUSY);

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(45));
    assertThat(lines)
        .containsSubsequence(
            "found            cart_abandoned 1,234",
            "                 checkout_struggle 3",
            "08:41:07 anna: card declined twice at paym...");
  }

  @Test
  void aLowScreenKeepsTheNewestHappening() {
    List<String> lines = new LiveView(100, 15).lines(BUSY);

    assertThat(lines).hasSize(15);
    assertThat(lines.get(14)).startsWith("08:41:07 anna");
    assertThat(new LiveView(100, 6).lines(BUSY)).hasSize(6);
  }

  @Test
  void theNewestNoticeStandsAboveWhatHappened() {
    assertThat(new LiveView(100, 0).lines(BUSY, List.of("old", "lake failed and restarts: x")))
        .contains("! lake failed and restarts: x")
        .doesNotContain("! old");
  }

  @Test
  void noKeyCanWriteToTheTerminal() {
    assertThat(LiveView.harmless("a\u001b[2Jb\u202ec\n\u009b")).isEqualTo("a?[2Jb?c??");
  }
}

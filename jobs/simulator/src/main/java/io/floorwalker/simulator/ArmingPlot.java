package io.floorwalker.simulator;

import static io.floorwalker.simulator.Trouble.BUTTON;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Visits that would struggle once more than is told, or that somebody looks after already: 10 min
 * after a struggle at the same step, 10 min after a chat was opened, and for ever after an order
 * nothing is told.
 */
enum ArmingPlot implements Plot {
  /** 3.889, and 4.0 within 10 min at another step. */
  STRUGGLES_AT_TWO_STEPS(
      Traits.near(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().reaches(Place.ADDRESS);
        StrugglePlot.failsFieldAndCoupon(scene);
        scene.draft().waits(5_000);
        scene.shopping().sees(Place.PAYMENT);
        scene.draft().struggles(scene.trouble().declinedTwice(30_000));
        scene.trouble().ends();
      }),
  /** 4.0, and 4.0 exactly 10 min later. */
  STRUGGLES_AGAIN_AFTER_TEN_MINUTES(
      Traits.near(15).waiting(Duration.ofMinutes(10)),
      scene -> {
        StrugglePlot.pays(scene);
        scene.draft().struggles(scene.trouble().declinedTwice(30_000));
        scene.draft().struggles(declinedAgain(scene, 600_000));
        scene.trouble().ends();
      }),
  /** 4.0; 4.0 that is kept, being too soon; 0.707 + 4.0. */
  STRUGGLES_AGAIN_WITH_WHAT_WAS_KEPT(
      Traits.near(12).waiting(Duration.ofMinutes(10)),
      scene -> {
        StrugglePlot.pays(scene);
        scene.draft().struggles(scene.trouble().declinedTwice(30_000));
        Sign kept = declinedAgain(scene, 300_000);
        scene.draft().struggles(kept, declinedAgain(scene, 300_000));
        scene.trouble().ends();
      }),
  /** 4.0 when the chat was opened exactly 10 min ago. */
  STRUGGLES_LONG_AFTER_A_CHAT(
      Traits.near(12).waiting(Duration.ofMinutes(10)),
      scene -> {
        StrugglePlot.pays(scene);
        scene.trouble().opensChat();
        scene.draft().struggles(declinedAgain(scene, 600_000));
        scene.trouble().ends();
      }),
  /** 4.0, but people talk to them already. */
  IS_DECLINED_IN_A_CHAT(
      Traits.near(15),
      scene ->
          paysAnd(
              scene,
              it -> {
                it.trouble().opensChat();
                it.trouble().declinedTwice(20_000);
              })),
  /** 4.0 when the chat was opened 1 ms less than 10 min ago. */
  IS_DECLINED_AT_THE_END_OF_A_CHAT(
      Traits.near(12).waiting(Duration.ofMinutes(10)),
      scene ->
          paysAnd(
              scene,
              it -> {
                it.trouble().opensChat();
                declinedAgain(it, 599_999);
              })),
  /** 4.0, and 4.0 within 10 min at the same step. */
  STRUGGLES_TWICE_AT_ONE_STEP(
      Traits.near(15).waiting(Duration.ofMinutes(10)),
      scene ->
          paysAnd(
              scene,
              it -> {
                it.draft().struggles(it.trouble().declinedTwice(30_000));
                declinedAgain(it, 599_999);
              })),
  /** The sign that would decide comes 1 ms after the order. */
  ORDERS_BEFORE_THE_ERROR(
      Traits.near(15),
      scene -> {
        StrugglePlot.pays(scene);
        scene.trouble().clicksThrice(BUTTON, 120);
        scene.draft().waits(150);
        scene.draft().orders();
        scene.draft().waits(1);
        scene.trouble().throwsError();
      });

  private final Traits traits;
  private final Consumer<Scene> story;

  ArmingPlot(Traits traits, Consumer<Scene> story) {
    this.traits = traits;
    this.story = story;
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public void play(Scene scene) {
    story.accept(scene);
  }

  /** Two declines a minute apart, the second of them so long from now. */
  private static Sign declinedAgain(Scene scene, long fromNowMs) {
    scene.draft().waits(fromNowMs - 60_000);
    Beat first = scene.trouble().declined();
    scene.draft().waits(60_000);
    return Sign.of("payment_declined", List.of(first, scene.trouble().declined()));
  }

  private static void paysAnd(Scene scene, Consumer<Scene> trouble) {
    StrugglePlot.pays(scene);
    trouble.accept(scene);
    scene.trouble().ends();
  }
}

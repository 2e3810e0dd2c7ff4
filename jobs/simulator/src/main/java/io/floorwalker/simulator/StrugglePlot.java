package io.floorwalker.simulator;

import static io.floorwalker.simulator.Trouble.BUTTON;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Visits with at least one struggle: 3.5 points, of which a sign loses half in 2 min. The sums in
 * the comments are at the deciding sign.
 */
enum StrugglePlot implements Plot {
  /** 4.0. */
  IS_DECLINED_TWICE(
      Traits.weight(20).waiting(Duration.ofMinutes(3)),
      scene -> {
        pays(scene);
        Sign declined = scene.trouble().declinedTwice(scene.dice().between(5_000, 180_000));
        scene.draft().struggles(declined);
        scene.trouble().ends();
      }),
  /** 4.0 at the second; the third begins a pair that nobody ends. */
  IS_DECLINED_THRICE(
      Traits.weight(15),
      scene -> {
        pays(scene);
        scene.draft().struggles(scene.trouble().declinedTwice(20_000));
        scene.draft().waits(20_000);
        scene.trouble().declined();
        scene.trouble().ends();
      }),
  /** 1.998 + 2.0: the error belongs to the first of the clicks that wait for one. */
  RAGES_UNTIL_IT_THROWS(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().goesToTheCheckout();
        List<Beat> clicks = scene.trouble().clicksThrice(BUTTON, 120);
        scene.draft().waits(150);
        Beat error = scene.trouble().throwsError();
        scene
            .draft()
            .struggles(
                Sign.of("rage_click", clicks),
                Sign.of("error_click", List.of(clicks.get(0), error)));
        scene.trouble().ends();
      }),
  /** 1.996 + 2.0: of two errors in one burst the newer one counts; the third comes too late. */
  RAGES_WHILE_IT_THROWS(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().goesToTheCheckout();
        Trouble trouble = scene.trouble();
        trouble.rests();
        Beat first = trouble.clicks(BUTTON, 80);
        throwsAndWaits(scene);
        Beat second = trouble.clicks(BUTTON, 80);
        Beat error = throwsAndWaits(scene);
        Beat third = trouble.clicks(BUTTON, 80);
        scene
            .draft()
            .struggles(
                Sign.of("error_click", List.of(second, error)),
                Sign.of("rage_click", List.of(first, second, third)));
        throwsAndWaits(scene);
        trouble.ends();
      }),
  /** 1.889 + 2.0. */
  FAILS_A_FIELD_AND_A_COUPON(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().reaches(Place.ADDRESS);
        failsFieldAndCoupon(scene);
        scene.trouble().ends();
      }),
  /** 1.781 + 2.0. */
  IS_SHOCKED_AND_DENIED(
      Traits.weight(15),
      scene -> {
        shockedAndDenied(scene, 20_000);
        scene.trouble().ends();
      }),
  /** 1.506 + 2.0; a second later it would be 3.498. */
  IS_SHOCKED_AND_DENIED_JUST_SOON_ENOUGH(
      Traits.near(15),
      scene -> {
        shockedAndDenied(scene, 49_000);
        scene.trouble().ends();
      }),
  /** 2.35 + 3.0. */
  FAILS_THE_LOGIN_AND_A_FIELD(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().reaches(Place.ADDRESS);
        Sign login = scene.trouble().loginFailsThrice();
        scene.draft().struggles(login, scene.trouble().failsThrice("postcode"));
        scene.trouble().ends();
      }),
  /** 2.634 + 1.0, before any step of the checkout. */
  FAILS_THE_LOGIN_AND_CLICKS_IN_VAIN(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        Sign login = scene.trouble().loginFailsThrice();
        scene.draft().waits(20_000);
        scene.draft().struggles(login, scene.trouble().clicksInVain());
        scene.trouble().ends();
      }),
  /** 1.781 + 2.0. */
  RELOADS_AND_IS_DENIED(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().goesToTheCheckout();
        Sign reloads = scene.trouble().reloadsThrice();
        scene.draft().struggles(reloads, scene.trouble().couponDeniedTwice(20_000));
        scene.trouble().ends();
      }),
  /** 1.844 + 2.0. */
  GOES_BACK_AND_FORTH_AND_RELOADS(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        Sign steps = scene.trouble().goesBackAndForth();
        scene.draft().struggles(steps, scene.trouble().reloadsThrice());
        scene.trouble().ends();
      }),
  /** 1.92 + 2.0: at one step only one of them would count. */
  MEETS_ERRORS_AT_TWO_STEPS(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().reaches(Place.SHIPPING);
        Sign first = scene.trouble().clicksAndFails();
        scene.draft().waits(4_000);
        scene.shopping().sees(Place.PAYMENT);
        scene.draft().struggles(first, scene.trouble().clicksAndFails());
        scene.trouble().ends();
      }),
  /** 1.781 + 2.0 in the cart. */
  RAGES_AND_IS_DENIED(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        Sign rage = scene.trouble().rages();
        scene.draft().struggles(rage, scene.trouble().couponDeniedTwice(20_000));
        scene.trouble().ends();
      }),
  /** 1.587 + 0.793 + 2.0: one dead click of the burst, the newest. */
  RAGES_IN_VAIN_AND_IS_DENIED(
      Traits.weight(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().goesToTheCheckout();
        List<Beat> clicks = scene.trouble().clicksThrice(BUTTON, -1);
        Sign denied = scene.trouble().couponDeniedTwice(40_000);
        scene
            .draft()
            .struggles(
                Sign.of("rage_click", clicks), Sign.of("dead_click", clicks.subList(2, 3)), denied);
        scene.trouble().ends();
      }),
  /** 1.587 to 1.889 + 3.0, when a minute has passed without another attempt. */
  GIVES_UP_PAYING(
      Traits.weight(30),
      scene -> {
        pays(scene);
        givesUpPaying(scene);
        scene.trouble().ends();
      }),
  /** The same, and the next attempt comes exactly then. */
  TRIES_AGAIN_TOO_LATE(
      Traits.near(15),
      scene -> {
        pays(scene);
        givesUpPaying(scene);
        scene.draft().touches(startsAgain(scene));
        scene.shopping().succeeds();
      }),
  /** 0.745 to 0.785 + 3.0. */
  STALLS_AND_FAILS_A_FIELD(
      Traits.weight(20),
      scene -> {
        stalls(scene, scene.dice().between(90_001, 99_000));
        scene.trouble().ends();
      }),
  /** 0.785 + 3.0: what comes exactly 90 s after the view does not save it from stalling. */
  STALLS_FOR_NINETY_SECONDS(
      Traits.near(15),
      scene -> {
        stalls(scene, 90_000);
        scene.trouble().ends();
      }),
  /** 0.785 + 3.0. */
  THRASHES_A_FORM_AND_FAILS_A_FIELD(
      Traits.weight(30), scene -> failsAfter(scene, it -> it.trouble().thrashes(4, 119_997))),
  /** 0.785 + 3.0, by the first or the second measure. */
  SEES_A_SLOW_PAGE_AND_FAILS_A_FIELD(
      Traits.weight(30),
      scene ->
          failsAfter(
              scene,
              it ->
                  it.dice().chance(0.5)
                      ? it.trouble().seesAPage((int) it.dice().between(4_001, 9_000), 500)
                      : it.trouble().seesAPage(4_000, (int) it.dice().between(501, 2_000)))),
  /** 0.796 + 3.0. */
  IS_NOT_ANSWERED_AND_FAILS_A_FIELD(
      Traits.weight(20), scene -> failsAfter(scene, it -> it.trouble().isNotAnswered()));

  private final Traits traits;
  private final Consumer<Scene> story;

  StrugglePlot(Traits traits, Consumer<Scene> story) {
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

  static void pays(Scene scene) {
    scene.shopping().fillsTheCart();
    scene.shopping().startsToPay();
  }

  /** Declined for good, denied twice, and 60 s after the decline nothing has been tried. */
  private static void givesUpPaying(Scene scene) {
    Beat declined = scene.trouble().declinedForGood();
    Sign denied = scene.trouble().couponDeniedTwice(scene.dice().between(20_000, 50_000));
    scene.draft().waitsUntil(declined.atMs() + 60_000);
    scene.draft().struggles(denied, Sign.ofSilence("payment_gave_up", declined, 60_000));
  }

  static Deed startsAgain(Scene scene) {
    return Deed.payment(EventTypes.PAYMENT_STARTED, scene.shopping().lines(), null);
  }

  /** Where a cart lives no longer than a step takes to stall, the coupon is denied instead. */
  private static void stalls(Scene scene, long ms) {
    scene.shopping().fillsTheCart();
    scene.shopping().reaches(Place.ADDRESS);
    if (!scene.draft().canStall()) {
      failsFieldAndCoupon(scene);
      return;
    }
    Sign stall = Sign.ofSilence("step_stall", scene.draft().newest(), Draft.STALL_MS);
    scene.draft().staysStill(ms);
    scene.draft().struggles(stall, scene.trouble().failsThriceFromNow("postcode"));
  }

  private static void failsAfter(Scene scene, Function<Scene, Sign> trouble) {
    scene.shopping().fillsTheCart();
    scene.shopping().goesToTheCheckout();
    Sign sign = trouble.apply(scene);
    scene.draft().struggles(sign, scene.trouble().failsThrice("postcode"));
    scene.trouble().ends();
  }

  static void failsFieldAndCoupon(Scene scene) {
    Sign field = scene.trouble().failsThrice("postcode");
    scene.draft().struggles(field, scene.trouble().couponDeniedTwice(80_000));
  }

  private static void shockedAndDenied(Scene scene, long gapMs) {
    scene.shopping().fillsTheCart();
    Sign shock = scene.trouble().shocked(scene.dice().between(2_000, 19_999));
    scene.draft().struggles(shock, scene.trouble().couponDeniedTwice(gapMs));
  }

  private static Beat throwsAndWaits(Scene scene) {
    scene.draft().waits(100);
    Beat error = scene.trouble().throwsError();
    scene.draft().waits(280);
    return error;
  }
}

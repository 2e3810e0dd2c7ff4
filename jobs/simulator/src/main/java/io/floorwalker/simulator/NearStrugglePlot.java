package io.floorwalker.simulator;

import static io.floorwalker.simulator.Trouble.BUTTON;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Visits with trouble that is no struggle, by one sign, one second or one step. */
enum NearStrugglePlot implements Plot {
  /** 2.0 or 3.0. */
  HAS_ONE_SIGN(Traits.near(40), scene -> ends(scene, NearStrugglePlot::oneSign)),
  /** 2.0 + 1.0. */
  RAGES_IN_VAIN(Traits.near(15), scene -> ends(scene, it -> it.trouble().clicksThrice(BUTTON, -1))),
  /** 2.0, and two errors of three. */
  FAILS_TWO_OF_THREE(
      Traits.near(15),
      scene ->
          ends(
              scene,
              it -> {
                fails(it, 20_000);
                fails(it, 20_000);
                it.trouble().couponDeniedTwice(20_000);
              })),
  /** The first error is exactly 2 min old at the third; else it were 4.67. */
  FAILS_A_THIRD_TIME_TOO_LATE(
      Traits.near(15),
      scene ->
          ends(
              scene,
              it -> {
                fails(it, 2_000);
                fails(it, 70_000);
                fails(it, 50_000);
                it.trouble().couponDeniedTwice(20_000);
              })),
  /** The step was completed between the second error and the third. */
  SUCCEEDS_BETWEEN_ERRORS(
      Traits.near(15),
      scene ->
          ends(
              scene,
              it -> {
                fails(it, 2_000);
                fails(it, 20_000);
                it.draft().waits(5_000);
                completesTheStep(it);
                fails(it, 20_000);
                it.trouble().couponDeniedTwice(20_000);
              })),
  /** Gaps of 1001 ms are no rage: 2.0 for the error. */
  CLICKS_SLOWLY(
      Traits.near(15),
      scene -> ends(scene, it -> clicksAndThrows(it, 1_001, List.of(BUTTON, BUTTON, BUTTON)))),
  /** Three clicks, each 51 px from the one before. */
  CLICKS_ON_NEIGHBOURS(
      Traits.near(15),
      scene ->
          ends(
              scene,
              it ->
                  clicksAndThrows(it, 300, List.of(nameless(100), nameless(151), nameless(202))))),
  /** A stepper is meant to be clicked fast; no sign at all. */
  CLICKS_ON_A_STEPPER(
      Traits.near(15),
      scene ->
          ends(
              scene,
              it -> {
                Deed.Element stepper = new Deed.Element("button.qty-plus", 300, 400);
                clicksAndThrows(it, 300, List.of(stepper, stepper, stepper));
              })),
  /** Exactly 20 s after the costs were shown; 2.0 for the coupon. */
  LEAVES_THE_COSTS_TOO_LATE(
      Traits.near(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.trouble().shocked(20_000);
        scene.trouble().couponDeniedTwice(20_000);
        scene.trouble().ends();
      }),
  /** 1.498 + 2.0; a second sooner it would be 3.506. */
  IS_SHOCKED_AND_DENIED_TOO_LATE(
      Traits.near(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.trouble().shocked(scene.dice().between(2_000, 19_999));
        scene.trouble().couponDeniedTwice(50_000);
        scene.trouble().ends();
      }),
  /** Exactly 5 min apart. */
  IS_DECLINED_TOO_LATE(
      Traits.near(15).waiting(Duration.ofMinutes(5)),
      scene -> paysAnd(scene, it -> it.trouble().declinedTwice(300_000))),
  /** A coupon was accepted between the two denials; 3.0 for the field. */
  HAS_A_COUPON_ACCEPTED_BETWEEN(
      Traits.near(15),
      scene ->
          ends(
              scene,
              it -> {
                it.trouble().failsThrice("postcode");
                it.draft().waits(2_000);
                it.trouble().couponDenied();
                it.draft().waits(5_000);
                it.draft().touches(Deed.coupon(EventTypes.COUPON_APPLIED, null));
                it.draft().waits(5_000);
                it.trouble().couponDenied();
              })),
  /** Address, shipping, address; 2.0 for the reloads. */
  GOES_BACK_ONCE(
      Traits.near(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().reaches(Place.SHIPPING);
        scene.draft().waits(10_000);
        scene.shopping().sees(Place.ADDRESS);
        scene.trouble().reloadsThrice();
        scene.trouble().ends();
      }),
  /** Address, shipping, address, shipping; 2.0. */
  GOES_BACK_AND_FORTH(
      Traits.near(12),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.trouble().goesBackAndForth();
        scene.trouble().ends();
      }),
  /** At one step within 2 min: 2.0, not 3.8. */
  MEETS_THE_SAME_ERROR_TWICE(
      Traits.near(15),
      scene ->
          ends(
              scene,
              it -> {
                it.trouble().clicksAndFails();
                it.draft().waits(20_000);
                it.trouble().clicksAndFails();
              })),
  /** Reloads before the checkout are no sign; 2.0 for the coupon. */
  RELOADS_THE_CART(
      Traits.near(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.trouble().reloadsThrice();
        scene.trouble().couponDeniedTwice(20_000);
        scene.trouble().ends();
      }),
  /** Another attempt 1 ms before the minute is over; 2.0 for the coupon. */
  TRIES_AGAIN_JUST_IN_TIME(
      Traits.near(15),
      scene -> {
        StrugglePlot.pays(scene);
        Beat declined = scene.trouble().declinedForGood();
        scene.trouble().couponDeniedTwice(20_000);
        scene.draft().waitsUntil(declined.atMs() + 59_999);
        scene.draft().touches(StrugglePlot.startsAgain(scene));
        scene.trouble().ends();
      }),
  /** 1 ms less than 90 s at a step; 3.0 for the field. */
  ALMOST_STALLS(
      Traits.near(15),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().reaches(Place.ADDRESS);
        if (scene.draft().canStall()) {
          scene.draft().staysStill(Draft.STALL_MS - 1);
        } else {
          scene.draft().waits(1);
        }
        scene.trouble().failsThriceFromNow("postcode");
        scene.trouble().ends();
      }),
  /** Cleared, changed, cleared; 3.0 for a field of another form. */
  CLEARS_A_FORM_ONCE_MORE(
      Traits.near(12),
      scene -> ends(scene, it -> failsAfter(it, it.trouble().thrashes(3, 40_000)))),
  /** Exactly 2 min from the first to the fourth. */
  THRASHES_A_FORM_SLOWLY(
      Traits.near(12),
      scene -> ends(scene, it -> failsAfter(it, it.trouble().thrashes(4, 120_000)))),
  /** No measure is beyond its limit; 3.0. */
  SEES_A_PAGE_JUST_FAST_ENOUGH(
      Traits.near(12),
      scene -> ends(scene, it -> failsAfter(it, it.trouble().seesAPage(4_000, 500)))),
  /** 3.0: before the checkout nobody minds. */
  SEES_A_SLOW_PRODUCT(
      Traits.near(12),
      scene -> {
        scene.trouble().seesAPage(9_000, 900);
        ends(scene, it -> it.trouble().failsThrice("postcode"));
      }),
  /** The page reacts 1 ms before the click would be dead; 3.0. */
  IS_ANSWERED_JUST_IN_TIME(
      Traits.near(12),
      scene ->
          ends(
              scene,
              it -> {
                it.trouble().rests();
                it.trouble().answeredAfter(100);
                it.trouble().rests();
                it.trouble().answeredAfter(2_499);
                it.trouble().failsThrice("postcode");
              })),
  /** Nobody answers, but no page of this visit ever says that it reacts; 3.0. */
  CLICKS_WHERE_NOTHING_IS_SAID(
      Traits.near(12),
      scene ->
          ends(
              scene,
              it -> {
                it.trouble().rests();
                it.trouble().clicks(BUTTON, null);
                it.trouble().rests();
                it.trouble().failsThrice("postcode");
              }));

  private final Traits traits;
  private final Consumer<Scene> story;

  NearStrugglePlot(Traits traits, Consumer<Scene> story) {
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

  /** Goes to the checkout, has the trouble there, and ends. */
  private static void ends(Scene scene, Consumer<Scene> trouble) {
    scene.shopping().fillsTheCart();
    scene.shopping().goesToTheCheckout();
    trouble.accept(scene);
    scene.trouble().ends();
  }

  private static void paysAnd(Scene scene, Consumer<Scene> trouble) {
    StrugglePlot.pays(scene);
    trouble.accept(scene);
    scene.trouble().ends();
  }

  private static void oneSign(Scene scene) {
    Trouble trouble = scene.trouble();
    switch ((int) scene.dice().between(1, 7)) {
      case 1 -> trouble.rages();
      case 2 -> trouble.clicksAndFails();
      case 3 -> trouble.failsThrice("postcode");
      case 4 -> trouble.couponDeniedTwice(30_000);
      case 5 -> trouble.reloadsThrice();
      case 6 -> trouble.shocked(scene.dice().between(2_000, 19_999));
      default -> trouble.loginFailsThrice();
    }
  }

  /** After a sign that is none. */
  private static void failsAfter(Scene scene, Sign unused) {
    scene.trouble().failsThrice("postcode");
  }

  private static void fails(Scene scene, long afterMs) {
    scene.draft().waits(afterMs);
    scene.trouble().fieldFails("postcode");
  }

  private static void completesTheStep(Scene scene) {
    String step = scene.draft().pen().step();
    scene
        .draft()
        .touches(Deed.checkout(EventTypes.CHECKOUT_STEP_COMPLETED, step, scene.shopping().lines()));
  }

  private static void clicksAndThrows(Scene scene, long gapMs, List<Deed.Element> elements) {
    scene.trouble().rests();
    for (Deed.Element element : elements) {
      scene.draft().waits(gapMs);
      scene.trouble().clicks(element, 120);
    }
    scene.draft().waits(150);
    scene.trouble().throwsError();
  }

  private static Deed.Element nameless(int x) {
    return new Deed.Element(null, x, 500);
  }
}

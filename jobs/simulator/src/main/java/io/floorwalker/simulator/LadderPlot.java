package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import java.util.function.Consumer;

/**
 * Checkouts and payments that are left, and payments whose end is long in coming. A climber stops
 * at the checkout or at the payment, by chance; T is that of the stage.
 */
enum LadderPlot implements Plot {
  LEAVES_AT_THE_CHECKOUT(
      Traits.weight(35),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().goesToTheCheckout();
        scene.draft().leaves();
      }),
  LEAVES_AT_THE_PAYMENT(
      Traits.weight(35),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().startsToPay();
        if (scene.dice().chance(0.5)) {
          scene.draft().pause();
          scene.trouble().declined();
        }
        scene.draft().leaves();
      }),
  CLIMBS_AND_IS_BACK_JUST_IN_TIME(
      Traits.near(30),
      scene -> {
        climbs(scene);
        changesTheCartAt(scene, -1);
        scene.shopping().paysAtOnce();
      }),
  CLIMBS_AND_IS_BACK_AT_THE_DEADLINE(
      Traits.near(25),
      scene -> {
        climbs(scene);
        scene.draft().leaves();
        changesTheCartAt(scene, 0);
        scene.shopping().paysAtOnce();
      }),
  CLIMBS_AND_IS_BACK_JUST_TOO_LATE(
      Traits.near(25),
      scene -> {
        climbs(scene);
        scene.draft().leaves();
        changesTheCartAt(scene, 1);
        scene.draft().leaves();
      }),
  CLIMBS_AND_ORDERS_IN_THE_LAST_SECOND(
      Traits.near(25),
      scene -> {
        climbs(scene);
        Returns.ordersInTheLastSecond(scene);
      }),
  CLIMBS_AND_ORDERS_AT_THE_DEADLINE(
      Traits.near(20),
      scene -> {
        climbs(scene);
        scene.draft().leaves();
        Returns.ordersAtTheDeadline(scene);
      }),
  WAITS_FOR_A_PAYMENT_FOR_GOOD(Traits.near(20), LadderPlot::waitsForAPayment),
  WAITS_LONG_FOR_A_PAYMENT_THAT_SUCCEEDS(
      Traits.near(20),
      scene -> {
        waitsForAPayment(scene);
        scene.draft().waits(scene.draft().afterMs() * scene.dice().between(1, 3));
        scene.shopping().succeeds();
      }),
  WAITS_LONG_FOR_A_PAYMENT_THAT_FAILS(
      Traits.near(20),
      scene -> {
        waitsForAPayment(scene);
        scene.draft().waits(scene.draft().afterMs() + scene.dice().between(0, 1));
        scene.trouble().declined();
        scene.draft().leaves();
      });

  private final Traits traits;
  private final Consumer<Scene> story;

  LadderPlot(Traits traits, Consumer<Scene> story) {
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

  private static void climbs(Scene scene) {
    scene.shopping().fillsTheCart();
    if (scene.dice().chance(0.5)) {
      scene.shopping().goesToTheCheckout();
    } else {
      scene.shopping().startsToPay();
    }
  }

  private static void waitsForAPayment(Scene scene) {
    scene.shopping().fillsTheCart();
    scene.shopping().startsToPay();
    scene.draft().pause();
    scene.draft().touches(Deed.payment(EventTypes.PAYMENT_PENDING, scene.shopping().lines(), null));
  }

  private static void changesTheCartAt(Scene scene, long fromDeadlineMs) {
    Draft draft = scene.draft();
    draft.pen().moveTo(draft.deadlineMs() + fromDeadlineMs);
    draft.basket().changeOneOf(draft.dice());
    draft.touches(Deed.cart(EventTypes.CART_UPDATED, scene.shopping().lines()));
  }
}

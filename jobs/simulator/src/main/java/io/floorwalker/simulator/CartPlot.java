package io.floorwalker.simulator;

import java.util.function.Consumer;

/**
 * Carts, filled, left and come back to.
 *
 * <pre>{@code
 *                                 last touch                T
 * LEAVES                          TOUCHED        .          abandoned
 * COMES_BACK_LATER                TOUCHED        .          abandoned   ADDED
 * COMES_BACK_JUST_IN_TIME         TOUCHED       ADDED at T - 1 ms
 * COMES_BACK_AT_THE_DEADLINE      TOUCHED        .          abandoned, ADDED at T
 * COMES_BACK_JUST_TOO_LATE        TOUCHED        .          abandoned, ADDED at T + 1 ms
 * ORDERS_IN_THE_LAST_SECOND       TOUCHED       ORDERED before T
 * ORDERS_AT_THE_DEADLINE          TOUCHED        .          abandoned, ORDERED at T
 * EMPTIES_THE_CART                TOUCHED EMPTIED
 * }</pre>
 */
enum CartPlot implements Plot {
  BROWSES(Traits.weight(60), scene -> scene.shopping().looksAround(8)),
  WANDERS(Traits.weight(150), scene -> scene.shopping().wanders()),
  BUYS(
      Traits.weight(60),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().buys();
      }),
  LEAVES(
      Traits.weight(110),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().looksAround(2);
        scene.draft().leaves();
      }),
  COMES_BACK_LATER(
      Traits.weight(40).inVisits(2),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.draft().leaves();
        Returns.longAfterTheDeadline(scene);
        scene.shopping().fillsTheCart();
        if (scene.dice().chance(0.5)) {
          scene.shopping().buys();
        } else {
          scene.draft().leaves();
        }
      }),
  COMES_BACK_JUST_IN_TIME(
      Traits.near(40).inVisits(2),
      scene -> {
        scene.shopping().fillsTheCart();
        Returns.andAdds(scene, -1);
        scene.shopping().buys();
      }),
  COMES_BACK_AT_THE_DEADLINE(
      Traits.near(35).inVisits(2),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.draft().leaves();
        Returns.andAdds(scene, 0);
        scene.shopping().buys();
      }),
  COMES_BACK_JUST_TOO_LATE(
      Traits.near(25).inVisits(2),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.draft().leaves();
        Returns.andAdds(scene, 1);
        scene.draft().leaves();
      }),
  ORDERS_IN_THE_LAST_SECOND(
      Traits.near(40),
      scene -> {
        scene.shopping().fillsTheCart();
        Returns.ordersInTheLastSecond(scene);
      }),
  ORDERS_AT_THE_DEADLINE(
      Traits.near(30),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.draft().leaves();
        Returns.ordersAtTheDeadline(scene);
      }),
  EMPTIES_THE_CART(
      Traits.near(40),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.shopping().emptiesTheCart();
      });

  private final Traits traits;
  private final Consumer<Scene> story;

  CartPlot(Traits traits, Consumer<Scene> story) {
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
}

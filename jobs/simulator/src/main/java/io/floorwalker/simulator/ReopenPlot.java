package io.floorwalker.simulator;

import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;

/**
 * Carts that are left, and what the shop then does with an article that lies in this one only.
 *
 * <pre>{@code
 *                              T                     later
 * BECOMES_CHEAPER              abandoned             CHEAPER   reopened
 * COMES_BACK_INTO_STOCK        abandoned    NONE     SOME      reopened
 * IS_NEARLY_GONE               abandoned             THREE     reopened
 * BECOMES_CHEAPER_AT_ONCE      abandoned, CHEAPER              reopened
 * BECOMES_CHEAPER_TOO_EARLY    CHEAPER at T - 1 ms, abandoned
 * BECOMES_CHEAPER_TWICE        abandoned    CHEAPER  CHEAPER   reopened once
 * BECOMES_DEARER_AND_CHEAPER   abandoned    DEARER   CHEAPER   no cheaper than before
 * STAYS_LOW                    abandoned    FOUR     FIVE
 * IS_BOUGHT_BEFORE             abandoned    ORDERED  CHEAPER
 * }</pre>
 */
enum ReopenPlot implements Plot {
  BECOMES_CHEAPER(
      Traits.weight(12),
      scene -> {
        ProductLine only = leaves(scene);
        later(scene);
        scene.draft().reopens(costs(scene, only, 100, 80));
      }),
  COMES_BACK_INTO_STOCK(
      Traits.weight(12),
      scene -> {
        ProductLine only = leaves(scene);
        later(scene);
        has(scene, only, 0);
        later(scene);
        scene.draft().reopens(has(scene, only, scene.dice().between(1, 9)));
      }),
  IS_NEARLY_GONE(
      Traits.weight(12),
      scene -> {
        ProductLine only = leaves(scene);
        later(scene);
        scene.draft().reopens(has(scene, only, scene.dice().between(1, 3)));
      }),
  BECOMES_CHEAPER_AT_ONCE(
      Traits.near(8),
      scene -> {
        ProductLine only = leaves(scene);
        scene.draft().pen().moveTo(scene.draft().deadlineMs());
        scene.draft().reopens(costs(scene, only, 100, 80));
      }),
  BECOMES_CHEAPER_TOO_EARLY(
      Traits.near(8),
      scene -> {
        ProductLine only = leaves(scene);
        scene.draft().pen().moveTo(scene.draft().deadlineMs() - 1);
        costs(scene, only, 100, 80);
      }),
  BECOMES_CHEAPER_TWICE(
      Traits.near(8),
      scene -> {
        ProductLine only = leaves(scene);
        later(scene);
        scene.draft().reopens(costs(scene, only, 100, 80));
        later(scene);
        costs(scene, only, 80, 60);
      }),
  BECOMES_DEARER_AND_CHEAPER(
      Traits.near(8),
      scene -> {
        ProductLine only = leaves(scene);
        later(scene);
        costs(scene, only, 100, 130);
        later(scene);
        costs(scene, only, 130, 100);
      }),
  STAYS_LOW(
      Traits.near(8),
      scene -> {
        ProductLine only = leaves(scene);
        later(scene);
        has(scene, only, 4);
        later(scene);
        has(scene, only, 5);
      }),
  IS_BOUGHT_BEFORE(
      Traits.near(8),
      scene -> {
        ProductLine only = leaves(scene);
        scene.draft().pen().moveTo(scene.draft().deadlineMs() + 1);
        scene.draft().orders();
        scene.draft().pause();
        costs(scene, only, 100, 80);
      });

  private final Traits traits;
  private final Consumer<Scene> story;

  ReopenPlot(Traits traits, Consumer<Scene> story) {
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

  private static ProductLine leaves(Scene scene) {
    scene.shopping().looksAround(2);
    ProductLine only = scene.shopping().addsWhatNobodyElseBuys();
    scene.draft().leaves();
    return only;
  }

  /** Some time behind the deadline, or behind what was last. */
  private static void later(Scene scene) {
    Draft draft = scene.draft();
    long from = Math.max(draft.deadlineMs(), draft.newest().atMs());
    draft.pen().moveTo(from + scene.dice().between(1, draft.afterMs()));
  }

  /** Its price goes from one percentage of its first price to another. */
  private static Beat costs(Scene scene, ProductLine only, int before, int after) {
    return scene.draft().theShop(Deed.price(only, percent(only, before), percent(only, after)));
  }

  private static Beat has(Scene scene, ProductLine only, long available) {
    return scene.draft().theShop(Deed.stock(only, available));
  }

  private static BigDecimal percent(ProductLine only, int percent) {
    return only.getPrice()
        .multiply(BigDecimal.valueOf(percent, 2))
        .setScale(4, RoundingMode.UNNECESSARY);
  }
}

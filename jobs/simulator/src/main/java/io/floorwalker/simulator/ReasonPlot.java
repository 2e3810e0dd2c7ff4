package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import java.util.function.Consumer;

/**
 * Carts and checkouts that are left for a reason, and the same without it: what was wrong came too
 * early, or was put right.
 */
enum ReasonPlot implements Plot {
  IS_SHOCKED_BY_THE_COSTS(
      Traits.weight(14),
      scene -> {
        arrives(scene);
        scene.draft().happens(costs(scene));
        scene.draft().leaves();
      }),
  LEAVES_JUST_AFTER_THE_COSTS(
      Traits.near(7),
      scene -> {
        arrives(scene);
        scene.draft().happens(costs(scene));
        touchesAfter(scene, 19_999);
        scene.draft().leaves();
      }),
  /** Exactly 20 s later. */
  KNOWS_THE_COSTS(
      Traits.near(7),
      scene -> {
        arrives(scene);
        scene.draft().happens(costs(scene));
        touchesAfter(scene, 20_000);
        scene.draft().leaves();
      }),
  /** After it has left, and in its last millisecond. */
  SEES_THE_COSTS_AT_LAST(
      Traits.near(7),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.draft().leaves();
        scene.draft().pen().moveTo(scene.draft().deadlineMs() - 1);
        scene.draft().happens(costs(scene));
      }),
  SEES_THE_COSTS_TOO_LATE(
      Traits.near(7),
      scene -> {
        scene.shopping().fillsTheCart();
        scene.draft().leaves();
        scene.draft().pen().moveTo(scene.draft().deadlineMs());
        scene.draft().happens(costs(scene));
      }),
  NEEDS_AN_ACCOUNT(
      Traits.weight(14),
      scene -> {
        arrives(scene);
        scene.draft().happens(wall(scene));
        scene.draft().leaves();
      }),
  SIGNS_IN_AND_LEAVES(
      Traits.near(7),
      scene -> {
        arrives(scene);
        scene.draft().happens(wall(scene));
        scene.draft().pause();
        scene.draft().happens(Deed.of(EventTypes.SIGNED_IN));
        scene.draft().leaves();
      }),
  FINDS_IT_OUT_OF_STOCK(
      Traits.weight(14),
      scene -> {
        arrives(scene);
        scene
            .draft()
            .happens(
                Deed.product(
                    EventTypes.OUT_OF_STOCK_SHOWN, scene.dice().oneOf(scene.shopping().lines())));
        scene.draft().leaves();
      }),
  FINDS_ANOTHER_OUT_OF_STOCK(
      Traits.near(7),
      scene -> {
        arrives(scene);
        scene
            .draft()
            .happens(
                Deed.product(
                    EventTypes.OUT_OF_STOCK_SHOWN, Catalogue.soldOut(scene.shopping().lines())));
        scene.draft().leaves();
      }),
  HAS_A_COUPON_DENIED(
      Traits.weight(14),
      scene -> {
        arrives(scene);
        scene.trouble().couponDenied();
        scene.draft().pause();
        scene.draft().touches(Deed.cart(EventTypes.CART_UPDATED, scene.shopping().lines()));
        scene.draft().leaves();
      }),
  WAITS_FOR_A_SLOW_PAGE(
      Traits.weight(14),
      scene -> {
        arrives(scene);
        boolean paints = scene.dice().chance(0.5);
        scene.draft().happens(paints ? Deed.vitals(4_001, 90) : Deed.vitals(1_200, 501));
        scene.draft().leaves();
      }),
  WAITS_FOR_NO_PAGE(
      Traits.near(7),
      scene -> {
        arrives(scene);
        scene.draft().happens(Deed.vitals(4_000, 500));
        scene.draft().leaves();
      });

  private final Traits traits;
  private final Consumer<Scene> story;

  ReasonPlot(Traits traits, Consumer<Scene> story) {
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

  private static void arrives(Scene scene) {
    scene.shopping().fillsTheCart();
    if (scene.dice().chance(0.5)) {
      scene.shopping().goesToTheCheckout();
    }
    scene.draft().pause();
  }

  private static Deed costs(Scene scene) {
    return Deed.costShown(null, scene.shopping().lines(), 14_90);
  }

  private static Deed wall(Scene scene) {
    return Deed.checkout(EventTypes.ACCOUNT_REQUIRED_SHOWN, null, scene.shopping().lines());
  }

  /** Nothing that stands between them: the intent lives as long without another touch. */
  private static void touchesAfter(Scene scene, long ms) {
    long longest = Math.min(ms, scene.draft().deadlineMs() - scene.draft().pen().now() - 1);
    scene.draft().pen().moveTo(scene.draft().pen().now() + longest);
    scene.draft().basket().changeOneOf(scene.dice());
    scene.draft().touches(Deed.cart(EventTypes.CART_UPDATED, scene.shopping().lines()));
  }
}

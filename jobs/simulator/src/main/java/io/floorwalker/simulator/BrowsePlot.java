package io.floorwalker.simulator;

import io.floorwalker.schema.ProductLine;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shoppers who look and put nothing into a cart, or only in the last moment.
 *
 * <pre>{@code
 *                                  0                                T
 * BROWSES_A_CATEGORY               VIEWED x 3                       abandoned
 * SEARCHES_TWICE                   SEARCHED x 2                     abandoned
 * LOOKS_AT_TWO_CATEGORIES          VIEWED x 2 + 1                   .
 * LOOKS_JUST_IN_TIME               VIEWED x 2      VIEWED at T - 1  .    abandoned
 * LOOKS_TOO_SLOWLY                 VIEWED x 2      .                VIEWED
 * ADDS_IN_THE_LAST_MILLISECOND     VIEWED x 3      ADDED at T - 1
 * ADDS_AT_THE_DEADLINE             VIEWED x 3      .                abandoned, ADDED
 * }</pre>
 */
enum BrowsePlot implements Plot {
  BROWSES_A_CATEGORY(
      Traits.weight(35),
      scene -> {
        views(scene, Catalogue.ofOneCategory(scene.dice()));
        if (scene.dice().chance(0.3)) {
          scene.draft().pause();
          scene.shopping().looks(Place.LIST);
        }
      }),
  SEARCHES_TWICE(
      Traits.weight(35),
      scene -> {
        searches(scene);
        searches(scene);
        if (scene.dice().chance(0.5)) {
          views(scene, Catalogue.ofOneCategory(scene.dice()).subList(0, 2));
        }
      }),
  LOOKS_AT_TWO_CATEGORIES(Traits.near(15), scene -> views(scene, Catalogue.ofTwo(scene.dice()))),
  LOOKS_JUST_IN_TIME(
      Traits.near(12),
      scene -> {
        List<ProductLine> articles = Catalogue.ofOneCategory(scene.dice());
        views(scene, articles.subList(0, 2));
        scene.draft().pen().moveTo(scene.draft().gaze().deadlineMs() - 1);
        scene.shopping().views(articles.get(2));
      }),
  LOOKS_TOO_SLOWLY(
      Traits.near(12),
      scene -> {
        List<ProductLine> articles = Catalogue.ofOneCategory(scene.dice());
        views(scene, articles.subList(0, 2));
        scene.draft().pen().moveTo(scene.draft().gaze().deadlineMs());
        scene.shopping().views(articles.get(2));
      }),
  ADDS_IN_THE_LAST_MILLISECOND(Traits.near(12), scene -> addsAt(scene, -1)),
  ADDS_AT_THE_DEADLINE(Traits.near(12), scene -> addsAt(scene, 0)),
  SEARCHES_JUST_IN_TIME(
      Traits.near(10).waiting(Duration.ofMinutes(30)), scene -> searchesApart(scene, 1_799_999)),
  SEARCHES_TOO_SLOWLY(
      Traits.near(10).waiting(Duration.ofMinutes(30)), scene -> searchesApart(scene, 1_800_000));

  private final Traits traits;
  private final Consumer<Scene> story;

  BrowsePlot(Traits traits, Consumer<Scene> story) {
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

  private static void views(Scene scene, List<ProductLine> articles) {
    for (ProductLine article : articles) {
      scene.draft().pause();
      scene.shopping().views(article);
    }
  }

  private static void searches(Scene scene) {
    scene.draft().pause();
    scene.shopping().looks(Place.SEARCH);
  }

  private static void searchesApart(Scene scene, long ms) {
    searches(scene);
    scene.draft().waits(ms);
    scene.shopping().looks(Place.SEARCH);
  }

  private static void addsAt(Scene scene, long fromDeadlineMs) {
    views(scene, Catalogue.ofOneCategory(scene.dice()));
    scene.draft().pen().moveTo(scene.draft().gaze().deadlineMs() + fromDeadlineMs);
    scene.shopping().adds();
    if (scene.dice().chance(0.5)) {
      scene.shopping().buys();
    } else {
      scene.draft().leaves();
    }
  }
}

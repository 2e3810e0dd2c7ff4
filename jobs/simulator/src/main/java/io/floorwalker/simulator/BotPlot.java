package io.floorwalker.simulator;

import java.util.function.Consumer;

/**
 * What looks like trouble and is a machine. A bot has no cart, for carts count whoever fills them.
 */
enum BotPlot implements Plot {
  CRAWLS(Traits.weight(10), scene -> scene.shopping().looksAround(12)),
  GUESSES_PASSWORDS(
      Traits.near(8),
      scene -> {
        scene.shopping().looksAround(1);
        scene.trouble().loginFailsThrice();
        scene.trouble().failsThrice("email");
      }),
  CLICKS_LIKE_MAD(
      Traits.near(8),
      scene -> {
        scene.shopping().looksAround(2);
        scene.trouble().rages();
        scene.draft().waits(150);
        scene.trouble().throwsError();
      });

  private final Traits traits;
  private final Consumer<Scene> story;

  BotPlot(Traits traits, Consumer<Scene> story) {
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

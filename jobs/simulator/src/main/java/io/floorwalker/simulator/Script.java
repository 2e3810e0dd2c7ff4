package io.floorwalker.simulator;

import java.util.List;

/** Everything that one shopper will do, and what will then be true. */
record Script(Shopper shopper, Plot plot, List<Beat> beats, List<Truth> truths) {

  Script {
    beats = List.copyOf(beats);
    truths = List.copyOf(truths);
  }

  /** The script of one shopper, who may make so many visits. */
  static Script write(Shopper shopper, ShopSettings settings, Dice dice, Start start) {
    Plot plot = Plot.pick(dice, start.visitsLeft(), settings.pace().patience());
    Shopper actor = plot instanceof BotPlot ? shopper.asBot() : shopper;
    Draft draft = new Draft(actor, settings, dice, start.atMs());
    plot.play(Scene.of(draft));
    return new Script(actor, plot, draft.beats(), draft.truths());
  }

  int visits() {
    return beats.get(beats.size() - 1).visit();
  }

  /** When the shopper comes in, and how many visits the day still has room for. */
  record Start(long atMs, long visitsLeft) {}
}

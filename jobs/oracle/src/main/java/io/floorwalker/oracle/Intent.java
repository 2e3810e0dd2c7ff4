package io.floorwalker.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of what one key did, from the first activity to what ended it, or to the last activity
 * before a silence of T.
 */
record Intent(List<Moment> moments) {

  /**
   * Cuts a key's history into intents: behind every end, and wherever nothing that matters happened
   * for the T of the stage reached so far (half-open: a gap of exactly T is a cut). While a payment
   * is pending the shop waits, not the shopper: only a gap after which the cart is forgotten cuts
   * there.
   */
  static List<Intent> split(List<Moment> history, Sites sites) {
    List<Intent> intents = new ArrayList<>();
    List<Moment> run = new ArrayList<>();
    Stage stage = Stage.CART;
    for (Moment moment : history.stream().filter(Moment::matters).toList()) {
      if (!run.isEmpty() && moment.at() >= openUntil(run.get(run.size() - 1), stage, sites)) {
        intents.add(new Intent(List.copyOf(run)));
        run.clear();
      }
      stage = run.isEmpty() ? moment.stage() : stage.orHigher(moment.stage());
      run.add(moment);
      if (moment.isEnd()) {
        intents.add(new Intent(List.copyOf(run)));
        run.clear();
      }
    }
    if (!run.isEmpty()) {
      intents.add(new Intent(List.copyOf(run)));
    }
    return intents;
  }

  Moment first() {
    return moments.get(0);
  }

  Moment last() {
    return moments.get(moments.size() - 1);
  }

  /** The highest stage that was reached; it never falls. */
  Stage stage() {
    return moments.stream().map(Moment::stage).reduce(Stage.CART, Stage::orHigher);
  }

  /** True when nobody ended it: its last activity was followed by a silence of T. */
  boolean isAbandoned() {
    return last().isActivity() && !last().isPending();
  }

  /** When it is too late to go on behind this moment, at this stage. */
  static long openUntil(Moment last, Stage stage, Sites sites) {
    return last.at() + (last.isPending() ? sites.keptMs() : sites.at(last.event()).afterMs(stage));
  }
}

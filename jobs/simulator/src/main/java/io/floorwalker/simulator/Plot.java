package io.floorwalker.simulator;

/**
 * What a shopper is there for. The weights add up to 100; more than a third of the shoppers come
 * within a breath of the deadline, where a rule that is nearly right goes wrong.
 *
 * <pre>{@code
 *                                 last touch                T
 * LEAVES                          TOUCHED        .          abandoned
 * COMES_BACK_LATER                TOUCHED        .          abandoned   ADDED
 * COMES_BACK_JUST_IN_TIME         TOUCHED       ADDED at T - 1 ms
 * COMES_BACK_AT_THE_DEADLINE      TOUCHED        .          abandoned, ADDED at T
 * ORDERS_IN_THE_LAST_SECOND       TOUCHED       ORDERED before T
 * ORDERS_AT_THE_DEADLINE          TOUCHED        .          abandoned, ORDERED at T
 * EMPTIES_THE_CART                TOUCHED EMPTIED
 * LEAVES_AT_THE_CHECKOUT          TOUCHED CHECKOUT          no cart_abandoned: beyond the cart
 * }</pre>
 */
enum Plot {
  BROWSES(14, 1, false) {
    @Override
    void play(Draft draft) {
      draft.looksAround(8);
    }
  },
  BUYS(12, 1, false) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.buys();
    }
  },
  LEAVES(22, 1, false) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.looksAround(2);
      draft.leavesTheCart();
    }
  },
  LEAVES_AT_THE_CHECKOUT(8, 1, false) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.goesToTheCheckout();
    }
  },
  COMES_BACK_LATER(8, 2, false) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.leavesTheCart();
      draft.comesBackLongAfterTheDeadline();
      draft.fillsTheCart();
      draft.buysOrLeavesTheCart();
    }
  },
  COMES_BACK_JUST_IN_TIME(8, 2, true) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.comesBackAndAdds(-1);
      draft.buys();
    }
  },
  COMES_BACK_AT_THE_DEADLINE(7, 2, true) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.leavesTheCart();
      draft.comesBackAndAdds(0);
      draft.buys();
    }
  },
  ORDERS_IN_THE_LAST_SECOND(8, 1, true) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.ordersInTheLastSecond();
    }
  },
  ORDERS_AT_THE_DEADLINE(5, 1, true) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.leavesTheCart();
      draft.ordersAtTheDeadline();
    }
  },
  EMPTIES_THE_CART(8, 1, true) {
    @Override
    void play(Draft draft) {
      draft.fillsTheCart();
      draft.emptiesTheCart();
    }
  };

  private final int weight;
  private final int visits;
  private final boolean nearMiss;

  Plot(int weight, int visits, boolean nearMiss) {
    this.weight = weight;
    this.visits = visits;
    this.nearMiss = nearMiss;
  }

  /** Writes the shopper's story into the draft. */
  abstract void play(Draft draft);

  /** True where one more or one less millisecond would have decided otherwise. */
  boolean isNearMiss() {
    return nearMiss;
  }

  /** A plot by weight that needs no more visits than are left. */
  static Plot pick(Dice dice, long visitsLeft) {
    long drawn = dice.between(1, 100);
    for (Plot plot : values()) {
      drawn -= plot.weight;
      if (drawn <= 0) {
        return plot.visits <= visitsLeft ? plot : LEAVES;
      }
    }
    throw new IllegalStateException("the weights of the plots do not add up to 100");
  }
}

package io.floorwalker.simulator;

/** What a plot plays with. */
record Scene(Draft draft, Shopping shopping, Trouble trouble) {

  static Scene of(Draft draft) {
    Shopping shopping = new Shopping(draft);
    return new Scene(draft, shopping, new Trouble(draft, shopping));
  }

  Dice dice() {
    return draft.dice();
  }
}

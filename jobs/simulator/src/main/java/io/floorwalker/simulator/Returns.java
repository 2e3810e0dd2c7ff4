package io.floorwalker.simulator;

/** How shoppers come back around the deadline of their intent. */
final class Returns {

  private Returns() {}

  static void longAfterTheDeadline(Scene scene) {
    Draft draft = scene.draft();
    draft.pen().nextVisit();
    draft.pen().moveTo(draft.deadlineMs() + scene.dice().between(1, draft.afterMs()));
    scene.shopping().looks(Place.HOME);
  }

  /** Comes back a little before, looks, and adds something exactly so many ms from the deadline. */
  static void andAdds(Scene scene, long fromDeadlineMs) {
    Draft draft = scene.draft();
    draft.pen().nextVisit();
    long addsAt = draft.deadlineMs() + fromDeadlineMs;
    draft.pen().moveTo(addsAt - scene.dice().between(1, draft.afterMs() / 8));
    scene.shopping().looks(Place.CART);
    draft.pen().moveTo(addsAt);
    scene.shopping().adds();
  }

  static void ordersInTheLastSecond(Scene scene) {
    Draft draft = scene.draft();
    long before = scene.dice().between(1, Math.min(1000, draft.afterMs() / 8));
    draft.pen().moveTo(draft.deadlineMs() - before);
    draft.orders();
  }

  static void ordersAtTheDeadline(Scene scene) {
    scene.draft().pen().moveTo(scene.draft().deadlineMs());
    scene.draft().orders();
  }
}

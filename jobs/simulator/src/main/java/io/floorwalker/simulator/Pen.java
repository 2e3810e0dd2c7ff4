package io.floorwalker.simulator;

import java.util.ArrayList;
import java.util.List;

/** Writes one beat after the other; knows the time, the page and the checkout step in the story. */
final class Pen {

  private final Shopper shopper;
  private final List<Beat> beats = new ArrayList<>();
  private long now;
  private int visit = 1;
  private String page = "/";
  private String step = "";

  Pen(Shopper shopper, long startAtMs) {
    this.shopper = shopper;
    this.now = startAtMs;
  }

  List<Beat> beats() {
    return beats;
  }

  long now() {
    return now;
  }

  /** The checkout step that the visit has named last; empty before. */
  String step() {
    return step;
  }

  String page() {
    return page;
  }

  String sessionId() {
    return shopper.sessionId(visit);
  }

  void moveTo(long ms) {
    if (ms < now) {
      throw new IllegalStateException("the story would go back from " + now + " to " + ms);
    }
    now = ms;
  }

  void turnTo(String nextPage) {
    page = nextPage;
  }

  void nextVisit() {
    visit++;
    page = "/";
    step = "";
  }

  /** No two beats of a shopper share a moment, so that their order is beyond dispute. */
  Beat write(Deed deed) {
    if (!beats.isEmpty() && now <= beats.get(beats.size() - 1).atMs()) {
      throw new IllegalStateException("two beats at " + now);
    }
    step = deed.step() == null ? step : deed.step();
    Beat beat = new Beat(visit, now, shopper.eventId(beats.size() + 1), page, deed);
    beats.add(beat);
    return beat;
  }
}

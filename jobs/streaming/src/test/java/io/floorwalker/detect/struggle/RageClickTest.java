package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.clicked;
import static io.floorwalker.testkit.StruggleEvents.clickedAt;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RageClickTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.RAGE_CLICK;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(clicked("#pay"), clicked("#pay"), clicked("#pay"));
  }

  @Override
  Duration window() {
    return Duration.ofMillis(2001);
  }

  @Test
  void withoutASelectorIsOnPlacesFiftyPixelsApart() {
    inTheEnd(
            begun()
                .at("0ms", clickedAt(10, 10))
                .at("500ms", clickedAt(40, 50))
                .at("1000ms", clickedAt(10, 10)))
        .emits(expected());
  }

  @Test
  void withoutASelectorIsNotOnPlacesFurtherApart() {
    inTheEnd(
            begun()
                .at("0ms", clickedAt(10, 10))
                .at("500ms", clickedAt(40, 51))
                .at("1000ms", clickedAt(10, 10)))
        .emitsNothing();
  }

  @Test
  void measuresFromTheFirstClick() {
    inTheEnd(
            begun()
                .at("0ms", clickedAt(0, 0))
                .at("500ms", clickedAt(40, 0))
                .at("1000ms", clickedAt(80, 0)))
        .emitsNothing();
  }

  @Test
  void isNotOnPlacesThatNobodyKnows() {
    inTheEnd(
            begun()
                .at("0ms", clickedAt(0, 0))
                .at("500ms", clicked("#pay"))
                .at("1000ms", clickedAt(1, 1)))
        .emitsNothing();
  }

  @Test
  void endsWithAGapOfMoreThanASecond() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay"))
                .at("1001ms", clicked("#pay"))
                .at("1500ms", clicked("#pay")))
        .emitsNothing();
  }

  @Test
  void overlooksOtherClicksBetween() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay"))
                .at("400ms", clicked("#help"))
                .at("800ms", clicked("#pay"))
                .at("1200ms", clicked("#help"))
                .at("1600ms", clicked("#pay").id("last")))
        .emits(expected().element("#pay").at("1600ms"));
  }

  @Test
  void isNotMadeOfTwoElements() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay"))
                .at("400ms", clicked("#pay"))
                .at("800ms", clicked("#help")))
        .emitsNothing();
  }

  @Test
  void isNotOnQuietElements() {
    inTheEnd(
            begun()
                .at("0ms", clicked(".QTY-plus"))
                .at("400ms", clicked(".QTY-plus"))
                .at("800ms", clicked(".QTY-plus")))
        .emitsNothing();
  }

  @Test
  void usesEachClickOnce() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay"))
                .at("300ms", clicked("#pay"))
                .at("600ms", clicked("#pay"))
                .at("900ms", clicked("#pay"))
                .at("1200ms", clicked("#pay"))
                .at("1500ms", clicked("#pay")))
        .emits(expected().at("600ms"), expected().at("1500ms"));
  }

  @Test
  void ofFiveClicksIsOne() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay"))
                .at("300ms", clicked("#pay"))
                .at("600ms", clicked("#pay"))
                .at("900ms", clicked("#pay"))
                .at("1200ms", clicked("#pay")))
        .emits(expected().at("600ms"));
  }

  @Test
  void isToldWithThreeClicksOfOneMoment() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay").id("c"))
                .at("0ms", clicked("#pay").id("a"))
                .at("0ms", clicked("#pay").id("b")))
        .emits(expected().evidence("a", "b", "c"));
  }
}

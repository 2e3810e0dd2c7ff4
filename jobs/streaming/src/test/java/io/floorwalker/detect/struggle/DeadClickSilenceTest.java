package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.StruggleEvents.clicked;
import static io.floorwalker.testkit.StruggleEvents.clickedAndWaits;
import static io.floorwalker.testkit.StruggleEvents.clickedInVain;
import static io.floorwalker.testkit.StruggleEvents.clickedWithReaction;
import static io.floorwalker.testkit.StruggleEvents.pageReacted;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dead click that is told by what does not come. */
class DeadClickSilenceTest extends AbsenceTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.DEAD_CLICK;
  }

  @Override
  List<ShopEvent> before() {
    return List.of(pageReacted());
  }

  @Override
  ShopEvent call() {
    return clickedAndWaits("#pay");
  }

  @Override
  ShopEvent answer() {
    return pageReacted();
  }

  @Override
  Duration patience() {
    return Duration.ofMillis(2500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page_viewed", "page_reacted"})
  void isNotSaidWhereThePageReacts(String type) {
    inTheEnd(called().at(end(-1), event(type))).emitsNothing();
  }

  @Test
  void isNotSaidWhereAStepIsShown() {
    inTheEnd(called().at(end(-1), stepViewed("payment")).at("1m10s", clicked("#help")))
        .emitsNothing();
  }

  @Test
  void isSaidWhateverElseHappens() {
    inTheEnd(called().at("1m1s", event("field_changed"))).emits(expected().element("#pay"));
  }

  @Test
  void isNotSaidWhereNoPageHasEverReacted() {
    inTheEnd(
            begun()
                .at("1m", clickedAndWaits("#pay").in("another"))
                .at("1m5s", pageReacted().in("another")))
        .emitsNothing();
  }

  @Test
  void isNotSaidOfWhatIsNoButton() {
    inTheEnd(begun().at("1m", clicked("#text"))).emitsNothing();
  }

  @Test
  void isNotSaidOfQuietElements() {
    inTheEnd(begun().at("1m", clickedAndWaits(".gallery"))).emitsNothing();
  }

  @Test
  void isNotSaidWhereTheClickSaysThatThePageReacted() {
    inTheEnd(begun().at("1m", clickedWithReaction("#pay", 80))).emitsNothing();
  }

  @Test
  void isSaidOfEveryClickOnItsOwn() {
    inTheEnd(
            begun()
                .at("1m", clickedAndWaits("#pay").id("a"))
                .at("1m1s", clickedAndWaits("#help").id("b")))
        .emits(expected().evidence("a").at("1m2500ms"), expected().evidence("b").at("1m3500ms"));
  }

  @Test
  void isSaidThoughTheTrackerSaysItOfALaterClickBefore() {
    inTheEnd(
            begun()
                .at("1m", clickedAndWaits("#pay").id("a"))
                .at("1m1s", clickedInVain("#help").id("b")))
        .emits(expected().evidence("b").at("1m1s"), expected().evidence("a").at("1m2500ms"));
  }
}

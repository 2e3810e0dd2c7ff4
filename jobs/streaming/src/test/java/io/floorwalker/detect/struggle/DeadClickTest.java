package io.floorwalker.detect.struggle;

import static io.floorwalker.detect.struggle.SignalTimelines.after;
import static io.floorwalker.detect.struggle.SignalTimelines.inTheEnd;
import static io.floorwalker.testkit.SignalCondition.signal;
import static io.floorwalker.testkit.StruggleEvents.clicked;
import static io.floorwalker.testkit.StruggleEvents.clickedInVain;
import static io.floorwalker.testkit.StruggleEvents.clickedWithReaction;

import io.floorwalker.contract.Ids;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.SignalCondition;
import io.floorwalker.testkit.Timeline;
import org.junit.jupiter.api.Test;

/** One event is all of its evidence, so it has no window and nothing to interleave. */
class DeadClickTest {

  @Test
  void isSaidAtTheClickItself() {
    after(timeline().at("1m", clickedInVain("#pay").id("click")).watermark("1m"))
        .emits(
            dead()
                .at("1m")
                .id(Ids.signal("dead_click", "click"))
                .evidence("click")
                .element("#pay")
                .weight(1))
        .counts("dead_click", 1);
  }

  @Test
  void isNotAClickThatThePageReactedTo() {
    inTheEnd(timeline().at("1m", clickedWithReaction("#pay", 80))).emitsNothing();
  }

  @Test
  void isNotAClickOfWhichNothingIsKnown() {
    inTheEnd(timeline().at("1m", clicked("#pay"))).emitsNothing();
  }

  @Test
  void isNotAClickOnWhatNobodyExpectsToReact() {
    ShopEvent onText =
        clickedInVain("p").with(event -> event.getInteraction().setInteractive(false));
    inTheEnd(timeline().at("1m", onText)).emitsNothing();
  }

  @Test
  void isNotOnQuietElements() {
    inTheEnd(timeline().at("1m", clickedInVain("#quantity"))).emitsNothing();
  }

  @Test
  void isEveryClickInVain() {
    inTheEnd(timeline().at("1m", clickedInVain("#pay")).at("1m", clickedInVain("#pay")))
        .emits(dead().evidence("e-1"), dead().evidence("e-2"));
  }

  @Test
  void isNotSaidWhereItIsLate() {
    inTheEnd(timeline().watermark("1m").at("1m", clickedInVain("#pay")))
        .emitsNothing()
        .late(SessionStep.LATE, 1)
        .leavesNoState();
  }

  @Test
  void isSaidOnceWhereItComesTwice() {
    inTheEnd(
            timeline()
                .at("1m", clickedInVain("#pay").id("same"))
                .at("1m", clickedInVain("#pay").id("same")))
        .emits(dead())
        .counts("repeated", 1);
  }

  @Test
  void isTheSameWhereTheJobFailsOver() {
    inTheEnd(
            timeline()
                .at("1m", clickedInVain("#pay"))
                .restoreAt(2)
                .at("1m", clickedInVain("#pay").by("c-2"))
                .restoreAt(3))
        .emits(dead().in("s-c-1"), dead().in("s-c-2"))
        .leavesNoState();
  }

  private static SignalCondition dead() {
    return signal("dead_click");
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }
}

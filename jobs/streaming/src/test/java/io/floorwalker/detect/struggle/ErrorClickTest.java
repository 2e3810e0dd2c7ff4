package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.clicked;
import static io.floorwalker.testkit.StruggleEvents.scriptFailed;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorClickTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.ERROR_CLICK;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(clicked("#pay"), scriptFailed());
  }

  @Override
  Duration window() {
    return Duration.ofSeconds(2);
  }

  @Test
  void isNotAClickOnAPageThatWasBrokenBefore() {
    inTheEnd(begun().at("0ms", scriptFailed()).at("500ms", clicked("#pay"))).emitsNothing();
  }

  @Test
  void isNotOnQuietElements() {
    inTheEnd(begun().at("0ms", clicked("button.Next")).at("500ms", scriptFailed())).emitsNothing();
  }

  @Test
  void isOfTheClickThatCameFirst() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay"))
                .at("500ms", clicked("#help"))
                .at("900ms", scriptFailed()))
        .emits(expected().element("#pay").evidence("e-1", "e-3"));
  }

  @Test
  void ofOneClickAndTwoErrorsIsOne() {
    inTheEnd(
            begun()
                .at("0ms", clicked("#pay"))
                .at("500ms", scriptFailed())
                .at("900ms", scriptFailed()))
        .emits(expected().at("500ms"));
  }
}

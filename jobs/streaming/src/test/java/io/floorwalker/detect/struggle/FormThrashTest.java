package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.fieldChanged;
import static io.floorwalker.testkit.StruggleEvents.formCleared;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormThrashTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.FORM_THRASH;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(
        formCleared("pay"), fieldChanged("pay"), formCleared("pay"), fieldChanged("pay"));
  }

  @Override
  Duration window() {
    return Duration.ofMinutes(2);
  }

  @Test
  void isNotAFormThatIsClearedTwiceAndFilledOnce() {
    inTheEnd(
            begun()
                .at("0s", formCleared("pay"))
                .at("10s", fieldChanged("pay"))
                .at("20s", fieldChanged("pay"))
                .at("30s", formCleared("pay")))
        .emitsNothing();
  }

  @Test
  void isNotTwoFormsOnceEach() {
    inTheEnd(
            begun()
                .at("0s", formCleared("pay"))
                .at("10s", fieldChanged("pay"))
                .at("20s", formCleared("address"))
                .at("30s", fieldChanged("address")))
        .emitsNothing();
  }

  @Test
  void isOneFormWhereNoneHasAName() {
    inTheEnd(
            begun()
                .at("0s", formCleared(null))
                .at("10s", fieldChanged(null))
                .at("20s", formCleared(null))
                .at("30s", fieldChanged(null)))
        .emits(expected());
  }

  @Test
  void isNotOneWithANameAndOneWithout() {
    inTheEnd(
            begun()
                .at("0s", formCleared(null))
                .at("10s", fieldChanged("pay"))
                .at("20s", formCleared(null))
                .at("30s", fieldChanged("pay")))
        .emitsNothing();
  }

  @Test
  void fourTimesIsTwo() {
    inTheEnd(
            begun()
                .at("0s", formCleared("pay").id("a"))
                .at("1s", fieldChanged("pay").id("b"))
                .at("2s", formCleared("pay").id("c"))
                .at("3s", fieldChanged("pay").id("d"))
                .at("4s", formCleared("pay").id("e"))
                .at("5s", fieldChanged("pay").id("f"))
                .at("6s", formCleared("pay").id("g"))
                .at("7s", fieldChanged("pay").id("h")))
        .emits(expected().evidence("a", "b", "c", "d"), expected().evidence("e", "f", "g", "h"));
  }
}

package io.floorwalker.testkit;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.page;
import static io.floorwalker.testkit.Timeline.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

/** A CEP pattern behind a keyed step, told as timelines. */
class TimelineTest {

  @Test
  void aCartThatNobodyComesBackToIsDetectedAtItsDeadline() {
    timeline()
        .at("0m", cart().added("shoes", "79.00"))
        .at("12m", cart().added("socks", "9.00").quantity(2))
        .at("11m", page().viewed())
        .watermark("42m")
        .through(LeftBehind::attach)
        .emits(abandoned().by("c-1").lines("shoes x1", "socks x2").deadline("42m").evidence("e-2"))
        .counts("ignored", 1);
  }

  @Test
  void beforeTheDeadlineThereIsNothing() {
    timeline()
        .at("0m", cart().added("shoes", "79.00"))
        .watermark("29m59s999ms")
        .through(LeftBehind::attach)
        .emitsNothing()
        .leavesState(4)
        .leavesTimers(2);
  }

  @Test
  void anOrderInTimePreventsIt() {
    timeline()
        .at("0m", cart().added("shoes", "79.00"))
        .at("29m59s999ms", order().placed())
        .end()
        .through(LeftBehind::attach)
        .emitsNothing()
        .leavesNoState();
  }

  @Test
  void anOrderAtExactlyTheDeadlineIsTooLate() {
    timeline()
        .at("0m", cart().added("shoes", "79.00"))
        .at("30m", order().placed())
        .end()
        .through(LeftBehind::attach)
        .emits(abandoned().deadline("30m"));
  }

  @Test
  void aPipelineMayReadTheEventsWrapped() {
    timeline(TypeInformation.of(Envelope.class), event -> new Envelope(event, "partition 0"))
        .at("0m", cart().added("shoes", "79.00"))
        .watermark("30m")
        .through(
            envelopes ->
                LeftBehind.attach(
                    envelopes
                        .map(Envelope::event)
                        .returns(TypeInformation.of(CustomerEvent.class))))
        .emits(abandoned().deadline("30m"));
  }

  @Test
  void oneTimelineRunsThroughSeveralPipelines() {
    Timeline<ShopEvent, CustomerEvent> timeline =
        timeline().at("0m", cart().added("shoes", "79.00")).end();
    timeline.through(LeftBehind::attach).emits(abandoned());
    timeline.through(LeftBehind::attach).emits(abandoned());
  }

  @Test
  void arrivalOutOfOrderChangesNothing() {
    timeline()
        .at("12m", cart().added("socks", "9.00"))
        .at("0m", cart().added("shoes", "79.00"))
        .watermark("42m")
        .through(LeftBehind::attach)
        .emits(abandoned().deadline("42m").evidence("e-1"));
  }

  @Test
  void twoCustomersAreToldApart() {
    timeline()
        .at("0m", cart().added("shoes", "79.00").by("c-1"))
        .at("1m", cart().added("socks", "9.00").by("c-2"))
        .at("2m", order().placed().by("c-1"))
        .end()
        .through(LeftBehind::attach)
        .emits(abandoned().by("c-2").lines(1).deadline("31m"))
        .leavesNoState();
  }

  @Test
  void aRestoreInTheMiddleChangesNothing() {
    timeline()
        .at("0m", cart().added("shoes", "79.00"))
        .watermark("10m")
        .restore()
        .at("12m", cart().added("socks", "9.00"))
        .restore()
        .end()
        .through(LeftBehind::attach)
        .emits(abandoned().lines(2).deadline("42m"))
        .leavesNoState();
  }

  @Test
  void scalingUpAndDownChangesNothing() {
    var timeline = timeline();
    for (int customer = 0; customer < 20; customer++) {
      timeline.at("0m", cart().added("shoes", "79.00").by("c-" + customer));
    }
    timeline.watermark("1m").restoreAt(2);
    for (int customer = 0; customer < 20; customer += 2) {
      timeline.at("2m", order().placed().by("c-" + customer));
    }
    List<Detection> detections =
        timeline
            .watermark("2m")
            .restoreAt(3)
            .watermark("3m")
            .restoreAt(1)
            .end()
            .through(LeftBehind::attach)
            .leavesNoState()
            .output();
    assertThat(detections)
        .extracting(Detection::getKey)
        .containsExactlyInAnyOrder(
            "c-1", "c-3", "c-5", "c-7", "c-9", "c-11", "c-13", "c-15", "c-17", "c-19");
  }

  @Test
  void aLateEventGoesToTheSideOutput() {
    timeline()
        .watermark("10m")
        .at("9m", cart().added("shoes", "79.00"))
        .end()
        .through(LeftBehind::attach)
        .emitsNothing()
        .late(LeftBehind.LATE, 1)
        .leavesNoState();
  }
}

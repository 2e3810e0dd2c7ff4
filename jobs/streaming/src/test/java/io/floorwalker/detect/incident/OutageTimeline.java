package io.floorwalker.detect.incident;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.struggle.StruggleDetector;
import io.floorwalker.detect.struggle.TakenBack;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Payment;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.StruggleEvents;
import io.floorwalker.testkit.Timeline;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What many shoppers did at the step {@code payment} of the site {@code shop}, unless said. */
final class OutageTimeline {
  private final Timeline<ShopEvent, Received> timeline =
      Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));

  /** She reaches the step. */
  OutageTimeline reaches(String time, String shopper) {
    return at(time, StruggleEvents.stepViewed("payment").by(shopper));
  }

  /** She reaches it on this device. */
  OutageTimeline reaches(String time, String shopper, String device) {
    return at(time, on(device, StruggleEvents.stepViewed("payment").by(shopper)));
  }

  /** So many reach it, one after the other, a millisecond apart. */
  OutageTimeline reach(String time, int shoppers, String device) {
    for (int number = 1; number <= shoppers; number++) {
      reaches(later(time, number), "calm-" + device + "-" + number, device);
    }
    return this;
  }

  /** She struggles there at this time: her payment is declined, and was a millisecond before. */
  OutageTimeline struggles(String time, String shopper) {
    return struggles(time, shopper, "tablet");
  }

  OutageTimeline struggles(String time, String shopper, String device) {
    return at(later(time, -1), on(device, StruggleEvents.paymentDeclined().by(shopper)))
        .at(time, on(device, StruggleEvents.paymentDeclined().by(shopper).id("by-" + shopper)));
  }

  /** The same, with what the payment provider says. */
  OutageTimeline isDeclined(String time, String shopper, String code) {
    ShopEvent decline =
        StruggleEvents.paymentDeclined()
            .by(shopper)
            .with(event -> event.setPayment(Payment.newBuilder().setCode(code).build()));
    return at(later(time, -1), decline).at(time, decline.id("by-" + shopper));
  }

  /** The event that decided comes a second time. */
  OutageTimeline decidesAgain(String time, String shopper) {
    return at(time, on("tablet", StruggleEvents.paymentDeclined().by(shopper).id("by-" + shopper)));
  }

  /** She clicks again and again, and the page throws at the end. */
  OutageTimeline clicksInVain(String time, String shopper, String element) {
    for (int before = 3; before > 0; before--) {
      at(later(time, -before), StruggleEvents.clicked(element).by(shopper));
    }
    return at(time, StruggleEvents.scriptFailed().by(shopper));
  }

  OutageTimeline at(String time, ShopEvent event) {
    timeline.at(time, event);
    return this;
  }

  OutageTimeline watermark(String time) {
    timeline.watermark(time);
    return this;
  }

  OutageTimeline restoreAt(int parallelism) {
    timeline.restoreAt(parallelism);
    return this;
  }

  OutageTimeline end() {
    timeline.end();
    return this;
  }

  Outcome<Detection> watched() {
    return watched(Settings.builtIn());
  }

  Outcome<Detection> watched(Settings settings) {
    return timeline.through(events -> detect(events, settings));
  }

  /** What is said in the end, with what late orders take back. */
  Outcome<Detection> corrected() {
    return timeline.through(OutageTimeline::corrected);
  }

  private static DataStream<Detection> corrected(DataStream<Received> events) {
    StruggleDetector.Found found = StruggleDetector.attach(events, Settings.builtIn(), "test-job");
    return TakenBack.attach(
        IncidentDetector.attach(found.progress(), found.episodes(), Settings.builtIn(), "test-job"),
        found.lateOrders(),
        Settings.builtIn());
  }

  static DataStream<Detection> detect(DataStream<Received> events, Settings settings) {
    StruggleDetector.Found found = StruggleDetector.attach(events, settings, "test-job");
    return IncidentDetector.attach(found.progress(), found.episodes(), settings, "test-job");
  }

  private static ShopEvent on(String device, ShopEvent event) {
    return event.with(
        draft ->
            draft.setContext(
                Context.newBuilder().setDeviceClass(device).setRelease("r-7").build()));
  }

  private static String later(String time, long milliseconds) {
    Duration sum = Moment.duration(time).plusMillis(milliseconds);
    return sum.toMinutes() + "m" + sum.toSecondsPart() + "s" + sum.toMillisPart() + "ms";
  }
}

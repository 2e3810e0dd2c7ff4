package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.SignalCondition.signal;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Signal;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.SignalCondition;
import io.floorwalker.testkit.Timeline;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/** What holds for every sign that is a silence; its own test adds the rows of its timeline. */
abstract class AbsenceTimelines {
  private static final long MINUTE = 60_000;

  abstract SignalKind kind();

  /** What waits for an answer; it comes at 1m. */
  abstract ShopEvent call();

  abstract ShopEvent answer();

  /** An answer so long after the call is too late. */
  abstract Duration patience();

  /** What has to come before, at the start. */
  List<ShopEvent> before() {
    return List.of();
  }

  /** What has to come at the moment after the call, and is no answer. */
  List<ShopEvent> meanwhile() {
    return List.of();
  }

  @Test
  void isSaidAsSoonAsTheWatermarkReachesTheEndOfItsTime() {
    after(called().watermark(end(-1))).emitsNothing();
    after(called().watermark(end(0)))
        .emits(
            expected()
                .at(end(0))
                .id(Ids.signal(kind().word(), "call"))
                .in("s-c-1")
                .by("c-1")
                .weight(kind().weight())
                .evidence("call"))
        .counts(kind().word(), 1);
  }

  @Test
  void isNotSaidWhereTheAnswerComesInTheLastMillisecond() {
    inTheEnd(called().at(end(-1), answer())).emitsNothing().leavesNoState();
  }

  @Test
  void isSaidWhereTheAnswerComesAtTheEndOfItsTime() {
    inTheEnd(called().at(end(0), answer())).emits(expected().at(end(0)));
  }

  @Test
  void isSaidWhereTheAnswerComesAfterItsTime() {
    inTheEnd(called().at(end(1), answer())).emits(expected().at(end(0)));
  }

  @Test
  void isNotSaidWhereTheAnswerArrivedBeforeTheCall() {
    Timeline<ShopEvent, Received> timeline = begun();
    timeline.at(end(-1), answer());
    inTheEnd(call(timeline)).emitsNothing();
  }

  @Test
  void isSaidWhereTheAnswerIsLate() {
    inTheEnd(called().watermark(end(0)).at(end(-1), answer()))
        .emits(expected())
        .late(SessionStep.LATE, 1)
        .leavesNoState();
  }

  @Test
  void isNotSaidWhereTheCallIsLate() {
    inTheEnd(begun().watermark("1m").at("1m", call()))
        .emitsNothing()
        .late(SessionStep.LATE, 1)
        .leavesNoState();
  }

  @Test
  void isSaidOnceWhereEverythingComesTwice() {
    inTheEnd(call(called())).emits(expected()).counts("repeated", 1 + meanwhile().size());
  }

  @Test
  void isSaidOfEachSessionWithoutAnAnswerOfItsOwn() {
    Timeline<ShopEvent, Received> timeline = begun();
    before().forEach(event -> timeline.at("0m", event.by("c-2")).at("0m", event.by("c-3")));
    for (String customer : List.of("c-1", "c-2", "c-3")) {
      timeline.at("1m", call().by(customer));
      meanwhile().forEach(event -> timeline.at("1m1ms", event.by(customer)));
    }
    timeline.at(end(-1), answer().by("c-2"));
    inTheEnd(timeline).emits(expected().in("s-c-1"), expected().in("s-c-3"));
  }

  @Test
  void isTheSameWhereTheJobFailsInTheMiddle() {
    Timeline<ShopEvent, Received> timeline = begun();
    timeline.restoreAt(2);
    call(timeline).restoreAt(3).watermark("1m2ms").restoreAt(2).watermark(end(-1)).restoreAt(1);
    inTheEnd(timeline).emits(expected().at(end(0)).evidence("call")).leavesNoState();
  }

  @Test
  void isNotSaidWhereTheJobFailsBeforeTheAnswer() {
    inTheEnd(called().watermark("1m2ms").restoreAt(2).at(end(-1), answer()))
        .emitsNothing()
        .leavesNoState();
  }

  @Test
  void leavesNoState() {
    inTheEnd(called()).emits(expected()).leavesNoState();
  }

  /** A timeline of what has to come before. */
  final Timeline<ShopEvent, Received> begun() {
    Timeline<ShopEvent, Received> timeline =
        Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
    for (ShopEvent event : before()) {
      timeline.at("0m", event);
    }
    return timeline;
  }

  /** The same and the call. */
  final Timeline<ShopEvent, Received> called() {
    return call(begun());
  }

  final SignalCondition expected() {
    return signal(kind().word());
  }

  /** So many milliseconds from the end of its time. */
  final String end(long more) {
    return MINUTE + patience().toMillis() + more + "ms";
  }

  static Outcome<Signal> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(AbsenceTimelines::detect);
  }

  static Outcome<Signal> inTheEnd(Timeline<ShopEvent, Received> timeline) {
    return after(timeline.watermark("3h"));
  }

  private Timeline<ShopEvent, Received> call(Timeline<ShopEvent, Received> timeline) {
    timeline.at("1m", call().id("call"));
    for (ShopEvent event : meanwhile()) {
      timeline.at("1m1ms", event.id("meanwhile"));
    }
    return timeline;
  }

  private static DataStream<Signal> detect(DataStream<Received> events) {
    return StruggleDetector.attach(events, Settings.builtIn(), "test-job").signals();
  }
}

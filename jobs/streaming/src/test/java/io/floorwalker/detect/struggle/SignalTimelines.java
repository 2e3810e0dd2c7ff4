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

/** What holds for the sign of every pattern; its own test adds the rows of its timeline. */
abstract class SignalTimelines {
  private static final long MINUTE = 60_000;

  abstract SignalKind kind();

  /** The events that make the sign, the last of which completes it. */
  abstract List<ShopEvent> evidence();

  /** The last comes sooner than this after the first. */
  abstract Duration window();

  /** What has to come before, at the start. */
  List<ShopEvent> before() {
    return List.of();
  }

  @Test
  void isSaidAsSoonAsTheWatermarkReachesItsLastEvidence() {
    List<ShopEvent> evidence = evidence();
    Timeline<ShopEvent, Received> timeline = begun();
    spread(timeline, evidence, half());
    after(timeline.watermark(time(MINUTE + half() - 1))).emitsNothing();
    after(timeline.watermark(time(MINUTE + half())))
        .emits(
            expected()
                .at(time(MINUTE + half()))
                .id(Ids.signal(kind().word(), id(evidence.size() - 1)))
                .in("s-c-1")
                .by("c-1")
                .weight(kind().weight())
                .evidence(ids(evidence)))
        .counts(kind().word(), 1);
  }

  @Test
  void isSaidInTheLastMillisecondOfItsWindow() {
    spreadOver(window().toMillis() - 1).emits(expected());
  }

  @Test
  void isNotSaidAtTheEndOfItsWindow() {
    spreadOver(window().toMillis()).emitsNothing();
  }

  @Test
  void isNotSaidAfterItsWindow() {
    spreadOver(window().toMillis() + 1).emitsNothing();
  }

  @Test
  void isTheSameWhateverTheOrderOfArrival() {
    List<ShopEvent> evidence = evidence();
    Timeline<ShopEvent, Received> timeline = begun();
    for (int place = evidence.size() - 1; place >= 0; place--) {
      timeline.at(time(MINUTE + offset(place, half())), evidence.get(place).id(id(place)));
    }
    after(timeline.watermark("3h")).emits(expected().evidence(ids(evidence)));
  }

  @Test
  void isNotSaidWhereItsLastEvidenceIsLate() {
    List<ShopEvent> evidence = evidence();
    int last = evidence.size() - 1;
    Timeline<ShopEvent, Received> timeline = begun();
    spread(timeline, evidence.subList(0, last), half());
    timeline
        .watermark(time(MINUTE + offset(last, half())))
        .at(time(MINUTE + offset(last, half())), evidence.get(last));
    after(timeline.watermark("3h"))
        .emitsNothing()
        .late(SessionStep.LATE, 1)
        .counts("late", 1)
        .leavesNoState();
  }

  @Test
  void isSaidOnceWhereEverythingComesTwice() {
    List<ShopEvent> evidence = evidence();
    Timeline<ShopEvent, Received> timeline = begun();
    spread(timeline, evidence, half());
    spread(timeline, evidence, half());
    after(timeline.watermark("3h"))
        .emits(expected().evidence(ids(evidence)))
        .counts("repeated", evidence.size());
  }

  @Test
  void isNotMadeOfTheEvidenceOfTwoSessions() {
    List<ShopEvent> evidence = evidence();
    int last = evidence.size() - 1;
    Timeline<ShopEvent, Received> timeline = begun();
    for (ShopEvent event : before()) {
      timeline.at("0m", event.by("c-2"));
    }
    spread(timeline, evidence.subList(0, last), half());
    timeline.at(time(MINUTE + half()), evidence.get(last).by("c-2"));
    after(timeline.watermark("3h")).emitsNothing();
  }

  @Test
  void isSaidOfEachOfTwoSessions() {
    List<ShopEvent> evidence = evidence();
    Timeline<ShopEvent, Received> timeline = begun();
    for (ShopEvent event : before()) {
      timeline.at("0m", event.by("c-2"));
    }
    for (int place = 0; place < evidence.size(); place++) {
      String at = time(MINUTE + offset(place, half()));
      timeline.at(at, evidence.get(place)).at(at, evidence.get(place).by("c-2"));
    }
    after(timeline.watermark("3h")).emits(expected().in("s-c-1"), expected().in("s-c-2"));
  }

  @Test
  void isNotSaidWhereNothingMoreCame() {
    List<ShopEvent> evidence = evidence();
    Timeline<ShopEvent, Received> timeline = begun();
    spread(timeline, evidence.subList(0, evidence.size() - 1), half());
    after(timeline.watermark("3h")).emitsNothing().leavesNoState();
  }

  @Test
  void isTheSameWhereTheJobFailsAfterEachEvent() {
    List<ShopEvent> evidence = evidence();
    Timeline<ShopEvent, Received> timeline = begun();
    for (int place = 0; place < evidence.size(); place++) {
      String at = time(MINUTE + offset(place, half()));
      timeline
          .at(at, evidence.get(place).id(id(place)))
          .restoreAt(2 + place % 2)
          .watermark(at)
          .restoreAt(1 + place % 3);
    }
    after(timeline.watermark("3h")).emits(expected().evidence(ids(evidence))).leavesNoState();
  }

  @Test
  void leavesNoState() {
    spreadOver(half()).emits(expected()).leavesNoState();
  }

  /** A timeline of what has to come before. */
  final Timeline<ShopEvent, Received> begun() {
    Timeline<ShopEvent, Received> timeline =
        Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
    before().forEach(event -> timeline.at("0m", event));
    return timeline;
  }

  final SignalCondition expected() {
    return signal(kind().word());
  }

  /** All signs of a timeline, of whatever kind. */
  static Outcome<Signal> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(SignalTimelines::detect);
  }

  /** The same when all of it has been seen. */
  static Outcome<Signal> inTheEnd(Timeline<ShopEvent, Received> timeline) {
    return after(timeline.watermark("3h"));
  }

  private Outcome<Signal> spreadOver(long span) {
    Timeline<ShopEvent, Received> timeline = begun();
    spread(timeline, evidence(), span);
    return inTheEnd(timeline);
  }

  /** Evenly from 1m on, so that all of the evidence would take the span. */
  private void spread(Timeline<ShopEvent, Received> timeline, List<ShopEvent> events, long span) {
    for (int place = 0; place < events.size(); place++) {
      timeline.at(time(MINUTE + offset(place, span)), events.get(place).id(id(place)));
    }
  }

  private long offset(int place, long span) {
    return place * span / (evidence().size() - 1);
  }

  private long half() {
    return window().toMillis() / 2;
  }

  private static String[] ids(List<ShopEvent> events) {
    String[] ids = new String[events.size()];
    for (int place = 0; place < ids.length; place++) {
      ids[place] = id(place);
    }
    return ids;
  }

  private static String id(int place) {
    return "evidence-" + place;
  }

  private static String time(long millis) {
    return millis + "ms";
  }

  private static DataStream<Signal> detect(DataStream<Received> events) {
    // A step that is viewed last stalls in the end, which is StepStallTest's matter.
    return StruggleDetector.attach(events, Settings.builtIn(), "test-job")
        .signals()
        .filter(found -> !found.getKind().equals(SignalKind.STEP_STALL.word()))
        .uid("no-stall");
  }
}

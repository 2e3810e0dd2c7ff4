package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.DetectorRun;
import io.floorwalker.oracle.ExpectedStruggle;
import io.floorwalker.oracle.StruggleOracle;
import io.floorwalker.oracle.StruggleOracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.DetectionCondition;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/** An order that comes too late takes back the struggles that it would have prevented. */
class TakenBackTest {
  private static final int SESSIONS = 8;
  private static final long LATEST = 6 * 3_600_000L;

  @Test
  void aLateOrderTakesBackWhatWasFoundAfterIt() {
    through(
            declinedTwice()
                .watermark("40m")
                .at("30s", order().placed().id("late"))
                .watermark("41m"))
        .emits(
            struggle(Phase.OPENED, 1).lastEvidence("1m"),
            struggle(Phase.RETRACTED, 2)
                .evidence("late")
                .firstEvidence("30s")
                .lastEvidence("30s")
                .and("late order", one -> "late_order".equals(one.getReason())))
        .counts("retracted", 1);
  }

  @Test
  void whatWasFoundAtItsMomentStands() {
    through(declinedTwice().watermark("40m").at("1m", order().placed()).watermark("72h"))
        .emits(struggle(Phase.OPENED, 1))
        .leavesNoState();
  }

  @Test
  void aRepeatTakesBackOnce() {
    through(
            declinedTwice()
                .watermark("40m")
                .at("59s999ms", order().placed().id("late"))
                .restoreAt(2)
                .watermark("41m")
                .at("59s999ms", order().placed().id("late"))
                .watermark("72h"))
        .emits(struggle(Phase.OPENED, 1), struggle(Phase.RETRACTED, 2))
        .leavesNoState();
  }

  @Test
  void nothingIsFoundAfterALateOrderEither() {
    through(
            timeline()
                .at("0m", paymentDeclined())
                .watermark("40s")
                .at("30s", order().placed())
                .at("1m", paymentDeclined())
                .watermark("72h"))
        .emitsNothing()
        .leavesNoState();
  }

  @Test
  void theHorizonIsHalfOpen() {
    through(declinedTwice().watermark("24h29s999ms").at("30s", order().placed()).watermark("25h"))
        .emits(struggle(Phase.OPENED, 1), struggle(Phase.RETRACTED, 2));
    through(declinedTwice().watermark("24h30s").at("30s", order().placed()).watermark("25h"))
        .emits(struggle(Phase.OPENED, 1));
  }

  @Property(tries = 15)
  void whatStandsIsWhatTheOracleSaysOverAll(@ForAll long seed) {
    Random random = new Random(seed);
    List<CustomerEvent> arrivals =
        withLateOrders(new RandomSessions(seed).ofSessions(SESSIONS), random);

    assertThat(standing(run(arrivals, random)))
        .containsExactlyInAnyOrderElementsOf(
            StruggleOracle.of(StruggleOracleSettings.builtIn()).detections(arrivals).stream()
                .map(ExpectedStruggle::detectionId)
                .toList());
  }

  private static List<String> standing(List<Detection> said) {
    List<String> standing = new ArrayList<>();
    for (Detection detection : said) {
      if (detection.getPhase() == Phase.OPENED) {
        assertThat(standing).doesNotContain(detection.getDetectionId());
        standing.add(detection.getDetectionId());
      } else {
        assertThat(standing.remove(detection.getDetectionId())).as("said before").isTrue();
      }
    }
    return standing;
  }

  private static List<Detection> run(List<CustomerEvent> arrivals, Random random) {
    List<Detection> said = new ArrayList<>();
    new DetectorRun(
            TakenBackTest::detect,
            harness -> said.addAll(harness.output()),
            harness -> assertThat(harness.keyedStateEntries()).as("entries at the end").isZero())
        .asItCame(arrivals, random, new DetectorRun.Pace(RandomSessions.DISORDER, 40, 2));
    return said;
  }

  /** Every other session has an order about one of its moments, which comes up to 6 h late. */
  private static List<CustomerEvent> withLateOrders(List<CustomerEvent> arrivals, Random random) {
    record Arrival(long at, CustomerEvent event) {}
    List<Arrival> all = new ArrayList<>();
    for (CustomerEvent event : arrivals) {
      long at = event.getOccurredAt().toEpochMilli();
      all.add(new Arrival(at + random.nextLong(RandomSessions.DISORDER), event));
      if (random.nextInt(30) == 0) {
        CustomerEvent order =
            CustomerEvent.newBuilder()
                .setEventId("order-" + all.size())
                .setOccurredAt(Instant.ofEpochMilli(at - 1 + random.nextInt(3)))
                .setType(EventTypes.ORDER_PLACED)
                .setSessionId(event.getSessionId())
                .build();
        all.add(new Arrival(at + random.nextLong(LATEST), order));
      }
    }
    return all.stream().sorted(Comparator.comparingLong(Arrival::at)).map(Arrival::event).toList();
  }

  private static DetectionCondition struggle(Phase phase, int version) {
    return detection("checkout_struggle")
        .and(
            "%s, version %d".formatted(phase, version),
            one -> one.getPhase() == phase && one.getVersion() == version);
  }

  private static Timeline<ShopEvent, Received> declinedTwice() {
    return timeline().at("0m", paymentDeclined()).at("1m", paymentDeclined());
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> through(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(TakenBackTest::detect);
  }

  private static DataStream<Detection> detect(DataStream<Received> events) {
    StruggleDetector.Found found = StruggleDetector.attach(events, Settings.builtIn(), "test-job");
    return TakenBack.attach(found.detections(), found.lateOrders(), Settings.builtIn());
  }
}

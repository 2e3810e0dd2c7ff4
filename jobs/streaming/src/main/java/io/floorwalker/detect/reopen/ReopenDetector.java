package io.floorwalker.detect.reopen;

import io.floorwalker.config.RuleVersions;
import io.floorwalker.config.Settings;
import io.floorwalker.detect.abandonment.CartActivity;
import io.floorwalker.detect.abandonment.CartDetector;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Finds what may bring customers back to the carts that they left: a join in event time of changes,
 * by item, with intents, by customer.
 */
public final class ReopenDetector {

  /** What was found in carts, reopened intents among it, and what came too late. */
  public record Found(DataStream<Detection> detections, DataStream<LateEvent> lateEvents) {}

  private ReopenDetector() {}

  /** Attaches the detector behind that of carts; the job's name stands in its records. */
  public static Found attach(
      DataStream<Received> events, CartDetector.Found carts, Settings settings, String job) {
    ReopenRules rules = ReopenRules.from(settings);
    if (!rules.isOn()) {
      return new Found(carts.detections(), carts.lateEvents());
    }
    SingleOutputStreamOperator<ItemTurn> turns =
        ItemWatch.attach(
            changes(events).union(itemsLeft(carts.detections(), rules)).keyBy(ItemNews::item),
            rules,
            job);
    DataStream<LeftNews> customers =
        intentsLeft(carts.detections()).union(cameBack(carts.activities()), itemTurns(turns));
    SingleOutputStreamOperator<Detection> reopened =
        ReopenStep.attach(
            customers.keyBy(LeftNews::key),
            rules,
            new ReopenRecords(job, RuleVersions.from(settings).of(ReopenRecords.KIND)));
    return new Found(
        carts.detections().union(reopened),
        carts.lateEvents().union(turns.getSideOutput(ItemWatch.LATE)));
  }

  private static DataStream<ItemNews> changes(DataStream<Received> events) {
    return events
        .flatMap(
            (Received received, Collector<ItemNews> out) -> {
              if (ItemChange.is(received.event())) {
                out.collect(ItemNews.of(received));
              }
            })
        .returns(TypeInformation.of(ItemNews.class))
        .name("item changes")
        .uid("item-changes-v1");
  }

  private static DataStream<ItemNews> itemsLeft(
      DataStream<Detection> abandoned, ReopenRules rules) {
    return abandoned
        .flatMap(
            (Detection detection, Collector<ItemNews> out) -> {
              if (LeftIntent.isOpened(detection)) {
                ItemNews.of(detection, rules.kept()).forEach(out::collect);
              }
            })
        .returns(TypeInformation.of(ItemNews.class))
        .name("items left")
        .uid("items-left-v1");
  }

  private static DataStream<LeftNews> intentsLeft(DataStream<Detection> abandoned) {
    return abandoned
        .filter(LeftIntent::is)
        .name("intents only")
        .uid("intents-only-v1")
        .map(LeftNews::of)
        .returns(TypeInformation.of(LeftNews.class))
        .name("intents left")
        .uid("intents-left-v1");
  }

  private static DataStream<LeftNews> cameBack(DataStream<CartActivity> activities) {
    return activities
        .filter(CartActivity::touchesCart)
        .name("touches of carts")
        .uid("touches-of-carts-v1")
        .map(LeftNews::cameBack)
        .returns(TypeInformation.of(LeftNews.class))
        .name("who came back")
        .uid("who-came-back-v1");
  }

  private static DataStream<LeftNews> itemTurns(DataStream<ItemTurn> turns) {
    return turns
        .map(LeftNews::of)
        .returns(TypeInformation.of(LeftNews.class))
        .name("item turns")
        .uid("item-turns-v1");
  }
}

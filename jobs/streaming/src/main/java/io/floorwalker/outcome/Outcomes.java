package io.floorwalker.outcome;

import io.floorwalker.decisions.Exposure;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.Collector;

/** From exposures, and from what people did, to what came of each exposure. */
public final class Outcomes {
  private static final TypeInformation<UnitNews> NEWS = TypeInformation.of(UnitNews.class);

  private Outcomes() {}

  /** Attaches the join; event time is the events' alone. */
  public static DataStream<Outcome> attach(
      DataStream<Exposure> exposures,
      DataStream<Detection> detections,
      DataStream<Received> events) {
    DataStream<UnitNews> untimed = exposed(exposures).union(restored(detections));
    KeyedStream<UnitNews, String> byUnit =
        successes(events)
            .union(ProvesNoTime.attach(untimed, "proves-no-time-v1"))
            .keyBy(UnitNews::unit);
    return OutcomeStep.attach(byUnit);
  }

  private static DataStream<UnitNews> exposed(DataStream<Exposure> exposures) {
    return exposures.map(UnitNews::of).returns(NEWS).name("exposed units").uid("exposed-units-v1");
  }

  private static DataStream<UnitNews> restored(DataStream<Detection> detections) {
    return detections
        .flatMap(
            (Detection detection, Collector<UnitNews> out) ->
                UnitNews.of(detection).ifPresent(out::collect))
        .returns(NEWS)
        .name("restored units")
        .uid("restored-units-v1");
  }

  private static DataStream<UnitNews> successes(DataStream<Received> events) {
    return events
        .flatMap(
            (Received received, Collector<UnitNews> out) ->
                UnitNews.of(received.event()).forEach(out::collect))
        .returns(NEWS)
        .name("successes of units")
        .uid("successes-v1");
  }
}

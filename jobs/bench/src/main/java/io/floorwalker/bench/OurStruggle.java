package io.floorwalker.bench;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.detect.struggle.StruggleDetector;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.Signal;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Everything of checkout-struggle between its source and its sinks, but for outages. */
record OurStruggle(Engine engine, Set<String> kinds) implements Contender {

  @Override
  public String title() {
    return Ours.title(engine);
  }

  @Override
  public DataStream<Finding> attach(StreamExecutionEnvironment env, Inlet inlet) {
    Settings settings = Ours.settings(engine);
    StruggleDetector.Found found =
        StruggleDetector.attach(inlet.ours(env).events(), settings, "bench");
    DataStream<Finding> signals =
        found.signals().map((Signal signal) -> Finding.of(signal)).name("signs").uid("signs");
    DataStream<Finding> detections =
        found
            .detections()
            .filter((Detection detection) -> detection.getPhase() == Phase.OPENED)
            .name("struggles opened")
            .uid("struggles-opened")
            .map((Detection detection) -> Finding.of(detection))
            .name("struggles found")
            .uid("struggles-found");
    return signals.union(detections);
  }
}

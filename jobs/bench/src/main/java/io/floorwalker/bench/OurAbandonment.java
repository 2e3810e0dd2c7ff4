package io.floorwalker.bench;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.abandonment.CartDetector;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Everything of cart-abandonment between its source and its sinks, but for what is reopened. */
record OurAbandonment(Engine engine, Set<String> kinds) implements Contender {

  @Override
  public String title() {
    return Ours.title(engine);
  }

  @Override
  public DataStream<Finding> attach(StreamExecutionEnvironment env, Inlet inlet) {
    Settings settings = Ours.settings(engine);
    return CartDetector.attach(inlet.ours(env).events(), settings, "bench")
        .detections()
        .filter((Detection detection) -> detection.getPhase() == Phase.OPENED)
        .name("left and opened")
        .uid("left-and-opened")
        .map((Detection detection) -> Finding.of(detection))
        .name("left")
        .uid("left");
  }
}

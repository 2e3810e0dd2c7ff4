package io.floorwalker.bench;

import io.floorwalker.schema.CustomerEvent;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What no job can beat: read and decode each event, and drop it, before a shuffle or behind it. */
enum Ceiling implements Contender {
  READ("read, decode, drop") {
    @Override
    DataStream<CustomerEvent> shuffled(DataStream<CustomerEvent> events) {
      return events;
    }
  },
  SHUFFLE("the same behind a keyBy") {
    @Override
    DataStream<CustomerEvent> shuffled(DataStream<CustomerEvent> events) {
      return events
          .filter(event -> event.getSessionId() != null)
          .name("of a session")
          .uid("of-a-session")
          .keyBy(CustomerEvent::getSessionId);
    }
  };

  private final String title;

  Ceiling(String title) {
    this.title = title;
  }

  abstract DataStream<CustomerEvent> shuffled(DataStream<CustomerEvent> events);

  @Override
  public String title() {
    return title;
  }

  @Override
  public Set<String> kinds() {
    return Set.of();
  }

  @Override
  public DataStream<Finding> attach(StreamExecutionEnvironment env, Inlet inlet) {
    return shuffled(inlet.plain(env)).flatMap(new Drop()).name("drop").uid("drop");
  }
}

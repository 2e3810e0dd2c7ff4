package io.floorwalker.simulator;

import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the events of a script, each visit numbered from 1 without holes. */
final class Recorder {

  private final Shopper shopper;
  private final Map<Integer, Long> numbers = new HashMap<>();

  private Recorder(Shopper shopper) {
    this.shopper = shopper;
  }

  static List<CustomerEvent> record(Script script) {
    Recorder recorder = new Recorder(script.shopper());
    List<CustomerEvent> events = new ArrayList<>();
    for (Beat beat : script.beats()) {
      events.add(recorder.event(beat));
    }
    return events;
  }

  private CustomerEvent event(Beat beat) {
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setEventId(beat.eventId())
            .setOccurredAt(Instant.ofEpochMilli(beat.atMs()))
            .setType(beat.deed().type())
            .setSource("simulator")
            .setSite("demo-shop")
            .setSessionId(shopper.sessionId(beat.visit()))
            .setSessionSeq(number(beat))
            .setAnonymousId(shopper.anonymousId())
            .setUserId(shopper.userId())
            .setContext(Context.newBuilder(shopper.context()).setPage(beat.page()).build())
            .setIsBot(shopper.isBot());
    beat.deed().detail().accept(event);
    return event.build();
  }

  private @Nullable Long number(Beat beat) {
    return beat.deed().isOfTheShop() ? null : numbers.merge(beat.visit(), 1L, Long::sum);
  }
}

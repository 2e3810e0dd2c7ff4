package io.floorwalker.deliver;

import io.floorwalker.decisions.ConsentDefaults;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import java.time.Clock;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Brings actions to their targets: once each, not too many at a time, again where it failed; and
 * tells a target what is over.
 */
public final class Courier {
  public static final String JOB = "deliver";

  /** How many actions may be on their way. */
  private static final int CAPACITY = 20_000;

  /** Every attempt, and what finally became of each action. */
  public record Delivered(DataStream<DeliveryAttempt> attempts, DataStream<Outcome> receipts) {}

  private Courier() {}

  /** What comes in: actions, and what people say to being reached. */
  public record Incoming(
      DataStream<Action> actions, DataStream<ConsentWord> consents, ConsentDefaults defaults) {}

  /** Attaches all of it; the clock says what is too old. */
  public static Delivered attach(Incoming incoming, DeliverySettings settings, Clock clock) {
    DataStream<Errand> once = PlannedOnce.attach(incoming.actions());
    DataStream<Errand> agreed = ConsentWatch.attach(once, incoming.consents(), incoming.defaults());
    SingleOutputStreamOperator<Errand> calm = StormStop.attach(agreed, settings.maxPerMinute());
    SingleOutputStreamOperator<DeliveryAttempt> sent =
        // The storm stop has keyed it so already: no network between the two.
        DataStreamUtils.reinterpretAsKeyedStream(calm, errand -> Sender.KEY)
            .transform(
                "send",
                TypeInformation.of(DeliveryAttempt.class),
                new SenderFactory(settings, clock, CAPACITY))
            .uid("send-v1")
            // One sender, so that what a target is spared holds for the whole job.
            .forceNonParallel();
    return new Delivered(
        sent.union(calm.getSideOutput(StormStop.HELD)), sent.getSideOutput(Sender.RECEIPTS));
  }
}

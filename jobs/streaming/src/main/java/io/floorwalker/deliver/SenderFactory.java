package io.floorwalker.deliver;

import io.floorwalker.schema.DeliveryAttempt;
import java.time.Clock;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes a sender where it runs; only there is a mailbox. */
final class SenderFactory extends AbstractStreamOperatorFactory<DeliveryAttempt>
    implements OneInputStreamOperatorFactory<Errand, DeliveryAttempt> {
  private static final long serialVersionUID = 1L;

  private final DeliverySettings settings;
  private final Clock clock;
  private final int capacity;

  SenderFactory(DeliverySettings settings, Clock clock, int capacity) {
    this.settings = settings;
    this.clock = clock;
    this.capacity = capacity;
  }

  @Override
  @SuppressWarnings("unchecked") // Flink's signature promises any operator that the caller names.
  public <T extends StreamOperator<DeliveryAttempt>> T createStreamOperator(
      StreamOperatorParameters<DeliveryAttempt> parameters) {
    return (T) new Sender(parameters, settings, clock, capacity);
  }

  @Override
  @SuppressWarnings("rawtypes") // Flink's signature.
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return Sender.class;
  }
}

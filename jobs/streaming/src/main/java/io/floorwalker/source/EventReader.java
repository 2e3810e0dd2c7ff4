package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Admission.Refusal;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes customer events inside the Kafka source, and never throws. */
public final class EventReader implements KafkaRecordDeserializationSchema<Read> {
  private static final long serialVersionUID = 1L;

  private final String job;
  private final Admission admission;
  private transient @Nullable Wire<CustomerEvent> wire;

  /** A reader of the job of this name, which stands in its dead letters. */
  public EventReader(String job, Admission admission) {
    this.job = job;
    this.admission = admission;
  }

  @Override
  public void open(InitializationContext context) {
    wire = Wire.of(CustomerEvent.class);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Read> out) {
    out.collect(read(message));
  }

  @Override
  public TypeInformation<Read> getProducedType() {
    return TypeInformation.of(Read.class);
  }

  private Read read(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      OptionalLong tick = Tick.sentAt(message.headers());
      return tick.isPresent()
          ? new Read(
              null,
              null,
              tick.getAsLong(),
              message.partition(),
              message.offset(),
              message.timestamp())
          : failure(message, new Refusal("empty", "the record has no value and is no tick"));
    }
    try {
      CustomerEvent event = decoder().decode(message.value());
      Optional<Refusal> refusal = admission.check(event, message.timestamp());
      return refusal.isPresent()
          ? failure(message, refusal.get())
          : new Read(event, null, 0, message.partition(), message.offset(), message.timestamp());
    } catch (MalformedRecord e) {
      return failure(message, new Refusal(e.deadLetterClass(), e.reason()));
    }
  }

  private Read failure(ConsumerRecord<byte[], byte[]> message, Refusal refusal) {
    return new Read(
        null,
        DeadLetters.of(message, refusal, job),
        0,
        message.partition(),
        message.offset(),
        message.timestamp());
  }

  private Wire<CustomerEvent> decoder() {
    Wire<CustomerEvent> open = wire;
    if (open == null) {
      throw new IllegalStateException("open() was not called");
    }
    return open;
  }
}

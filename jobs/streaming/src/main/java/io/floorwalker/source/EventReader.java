package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Admission.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads customer events inside the Kafka source, and never throws. */
public final class EventReader implements KafkaRecordDeserializationSchema<Read> {
  private static final long serialVersionUID = 1L;

  private final String job;
  private final Admission admission;
  private final EventFormat format;

  /** A reader of canonical events for the job of this name, which stands in its dead letters. */
  public EventReader(String job, Admission admission) {
    this(job, admission, new AvroFormat());
  }

  /** A reader of another format. */
  public EventReader(String job, Admission admission, EventFormat format) {
    this.job = job;
    this.admission = admission;
    this.format = format;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Read> out) {
    read(message).forEach(out::collect);
  }

  @Override
  public TypeInformation<Read> getProducedType() {
    return TypeInformation.of(Read.class);
  }

  /**
   * What a record says: its events that may be kept, or a tick, or one failure in place of all of
   * its events.
   */
  public List<Read> read(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      OptionalLong tick = Tick.sentAt(message.headers());
      return List.of(
          tick.isPresent()
              ? read(message, null, tick.getAsLong())
              : failure(message, new Refusal("empty", "the record has no value and is no tick")));
    }
    try {
      return admitted(message, format.read(message.value(), message.timestamp()));
    } catch (MalformedRecord e) {
      return List.of(failure(message, new Refusal(e.deadLetterClass(), e.reason())));
    } catch (RuntimeException | StackOverflowError e) {
      // Thrown in a source, it would come again after every restart.
      return List.of(
          failure(
              message, new Refusal("reader", "reading failed: " + e.getClass().getSimpleName())));
    }
  }

  private List<Read> admitted(ConsumerRecord<byte[], byte[]> message, List<CustomerEvent> events) {
    List<Read> reads = new ArrayList<>(events.size());
    for (CustomerEvent event : events) {
      if (!admission.mayKeep(event)) {
        continue;
      }
      Optional<Refusal> refusal = admission.check(event, message.timestamp());
      if (refusal.isPresent()) {
        return List.of(failure(message, refusal.get()));
      }
      reads.add(read(message, event, 0));
    }
    return reads;
  }

  private static Read read(
      ConsumerRecord<byte[], byte[]> message, @Nullable CustomerEvent event, long tickSentAt) {
    return new Read(
        event, null, tickSentAt, message.partition(), message.offset(), message.timestamp());
  }

  private Read failure(ConsumerRecord<byte[], byte[]> message, Refusal refusal) {
    return new Read(
        null,
        DeadLetters.of(message, refusal, job, key -> admission.shown(key, message.timestamp())),
        0,
        message.partition(),
        message.offset(),
        message.timestamp());
  }
}

package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Account;
import io.floorwalker.source.Admission.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the roster inside the Kafka source, and never throws. A record without value is a tick
 * where its header says so, else it removes the contact of its key.
 */
public final class RosterReader implements KafkaRecordDeserializationSchema<RosterRead> {
  private static final long serialVersionUID = 1L;

  private final String job;
  private transient @Nullable Wire<Account> wire;

  /** A reader of the job of this name, which stands in its dead letters. */
  public RosterReader(String job) {
    this.job = job;
  }

  @Override
  public void open(InitializationContext context) {
    wire = Wire.of(Account.class);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RosterRead> out) {
    out.collect(read(message));
  }

  @Override
  public TypeInformation<RosterRead> getProducedType() {
    return TypeInformation.of(RosterRead.class);
  }

  private RosterRead read(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      OptionalLong tick = Tick.sentAt(message.headers());
      return tick.isPresent() ? RosterRead.tick(tick.getAsLong()) : removal(message);
    }
    try {
      Account row = decoder().decode(message.value());
      Optional<Refusal> refusal = RosterCheck.of(row, key(message), message.timestamp());
      return refusal.isPresent()
          ? failure(message, refusal.get())
          : RosterRead.change(
              new RosterChange(
                  row.getAccountId(),
                  row.getContactId(),
                  row.getChangedAt().toEpochMilli(),
                  row,
                  message.partition(),
                  message.offset()));
    } catch (MalformedRecord e) {
      return failure(message, new Refusal(e.deadLetterClass(), e.reason()));
    }
  }

  private RosterRead removal(ConsumerRecord<byte[], byte[]> message) {
    String key = key(message);
    int bar = key.indexOf('|');
    if (bar <= 0 || bar == key.length() - 1) {
      return failure(
          message, new Refusal("key", "a removal whose key is not account_id|contact_id"));
    }
    return RosterRead.change(
        new RosterChange(
            key.substring(0, bar),
            key.substring(bar + 1),
            message.timestamp(),
            null,
            message.partition(),
            message.offset()));
  }

  private RosterRead failure(ConsumerRecord<byte[], byte[]> message, Refusal refusal) {
    return RosterRead.failure(DeadLetters.of(message, refusal, job));
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
  }

  private Wire<Account> decoder() {
    Wire<Account> open = wire;
    if (open == null) {
      throw new IllegalStateException("open() was not called");
    }
    return open;
  }
}

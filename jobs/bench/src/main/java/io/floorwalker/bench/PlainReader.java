package io.floorwalker.bench;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes events and nothing else. */
final class PlainReader implements KafkaRecordDeserializationSchema<CustomerEvent> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Wire<CustomerEvent> wire;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<CustomerEvent> out)
      throws IOException {
    Wire<CustomerEvent> open = wire == null ? Wire.of(CustomerEvent.class) : wire;
    wire = open;
    try {
      out.collect(open.decode(message.value()));
    } catch (MalformedRecord e) {
      throw new IOException(e);
    }
  }

  @Override
  public TypeInformation<CustomerEvent> getProducedType() {
    return TypeInformation.of(CustomerEvent.class);
  }
}

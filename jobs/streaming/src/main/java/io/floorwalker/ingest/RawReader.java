package io.floorwalker.ingest;

import io.floorwalker.ingest.RawTopics.RawTopic;
import io.floorwalker.source.Admission;
import io.floorwalker.source.EventReader;
import io.floorwalker.source.Read;
import java.io.Serializable;
import java.util.HashMap;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads every raw topic in its own format, inside one Kafka source. Ticks have the number of their
 * partition among all raw ones; events and dead letters that in their topic.
 */
public final class RawReader implements KafkaRecordDeserializationSchema<Read> {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, TopicReader> readers = new HashMap<>();

  private final Admission admission;

  private record TopicReader(EventReader reader, int firstPartition) implements Serializable {}

  public RawReader(String job, Admission admission, RawTopics topics) {
    this.admission = admission;
    for (RawTopic topic : topics.all()) {
      readers.put(
          topic.name(),
          new TopicReader(
              new EventReader(job, admission, topic.format()), topics.firstPartition(topic)));
    }
  }

  @Override
  public void open(InitializationContext context) throws Exception {
    admission.open(context.getMetricGroup());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Read> out) {
    TopicReader topic = readers.get(message.topic());
    if (topic == null) {
      throw new IllegalStateException("no source reads " + message.topic());
    }
    for (Read read : topic.reader().read(message)) {
      out.collect(
          read.isTick() ? read.inPartition(topic.firstPartition() + read.partition()) : read);
    }
  }

  @Override
  public TypeInformation<Read> getProducedType() {
    return TypeInformation.of(Read.class);
  }
}

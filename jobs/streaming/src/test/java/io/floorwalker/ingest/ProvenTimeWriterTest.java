package io.floorwalker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProvenTimeWriterTest {
  private static final long PROVEN_AT = 1_700_000_000_000L;

  @Test
  void aTickHasNoValueAndItsTimeInAHeader() {
    ProducerRecord<byte[], byte[]> tick = tick(ProvenTimeWriter.into("cx.events", 4), 3);
    assertThat(tick.topic()).isEqualTo("cx.events");
    assertThat(tick.partition()).isEqualTo(3);
    assertThat(tick.key()).isNull();
    assertThat(tick.value()).isNull();
    assertThat(header(tick)).isEqualTo(Long.toString(PROVEN_AT));
  }

  @Test
  void aTickOfACompactedTopicHasAKeyBecauseTheBrokerRefusesItElse() {
    ProducerRecord<byte[], byte[]> tick = tick(ProvenTimeWriter.intoCompacted("cx.accounts", 4), 0);
    assertThat(tick.key()).isEqualTo("floorwalker-tick".getBytes(StandardCharsets.UTF_8));
    assertThat(tick.value()).isNull();
    assertThat(header(tick)).isEqualTo(Long.toString(PROVEN_AT));
  }

  @Test
  void aPartitionThatTheTopicDoesNotHaveIsLeftOut() {
    assertThat(write(ProvenTimeWriter.into("cx.events", 4), 4)).isNull();
  }

  private static String header(ProducerRecord<byte[], byte[]> tick) {
    return new String(
        tick.headers().lastHeader("floorwalker-tick").value(), StandardCharsets.UTF_8);
  }

  private static ProducerRecord<byte[], byte[]> tick(ProvenTimeWriter writer, int partition) {
    return Objects.requireNonNull(write(writer, partition));
  }

  private static @Nullable ProducerRecord<byte[], byte[]> write(
      ProvenTimeWriter writer, int partition) {
    return writer.serialize(new ProvenTime(partition, PROVEN_AT), new TestingSink(), null);
  }

  private static final class TestingSink implements KafkaSinkContext {
    @Override
    public int getParallelInstanceId() {
      return 0;
    }

    @Override
    public int getNumberOfParallelInstances() {
      return 1;
    }

    @Override
    public int[] getPartitionsForTopic(String topic) {
      return new int[0];
    }
  }
}

package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Keys;
import io.floorwalker.lake.Lake;
import io.floorwalker.lake.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real stack in a folder of its own, up until it is closed; the folder stays. */
final class TestingStack implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Path dir;

  private TestingStack(Path dir) {
    this.dir = dir;
  }

  static TestingStack up(Path dir) {
    Folders.delete(dir);
    TestingStack stack = new TestingStack(dir);
    stack.command("up", "--port", "0");
    return stack;
  }

  /** One that somebody else has up, and takes down. */
  static TestingStack at(Path dir) {
    return new TestingStack(dir);
  }

  Path dir() {
    return dir;
  }

  String bootstrapServers() {
    return Stack.in(dir).bootstrapServers();
  }

  /** Runs a command in this process and expects it to succeed. */
  Ran command(String... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--dir", dir));
    Ran ran = Ran.command(all.toArray());
    assertThat(ran.exitCode()).as("%s", ran.err()).isEqualTo(ExitCode.OK);
    return ran;
  }

  /** The rows of a table that are committed now. */
  List<Record> rows(TableDefinition definition) {
    try (Lake lake = Lake.open(Stack.in(dir).settings(List.of(), List.of()))) {
      Table table = lake.catalog().loadTable(definition.identifier());
      try (CloseableIterable<Record> found = IcebergGenerics.read(table).build()) {
        List<Record> rows = new ArrayList<>();
        found.forEach(rows::add);
        return rows;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of a column, one for each row. */
  List<String> values(TableDefinition definition, String column) {
    return rows(definition).stream().map(row -> String.valueOf(row.getField(column))).toList();
  }

  /** Everything that a topic holds now, partition by partition. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(
        Keys.KAFKA_BOOTSTRAP_SERVERS.name().substring("kafka.".length()), bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }

  /** The same records on the same partitions, in their order, with their time. */
  void publish(List<ConsumerRecord<byte[], byte[]>> records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        var unused =
            producer.send(
                new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    record.headers()));
      }
    }
  }

  @Override
  public void close() {
    if (Stack.in(dir).running()) {
      command("down");
    }
  }
}

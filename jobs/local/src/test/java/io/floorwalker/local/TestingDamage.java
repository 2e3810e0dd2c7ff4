package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import io.floorwalker.lake.Lake;
import io.floorwalker.lake.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One thing wrong in each area that the doctor looks at: a topic missing, one set otherwise, one
 * with a record that nobody can read, one whose record is half an hour ahead, and a table dropped.
 */
final class TestingDamage {

  private TestingDamage() {}

  static void to(TestingStack stack) throws ExecutionException, InterruptedException {
    try (Admin admin = Kafka.admin(stack.bootstrapServers())) {
      admin.deleteTopics(List.of(Topics.FEEDBACK)).all().get();
      set(admin, Topics.ACCOUNTS, "cleanup.policy", "delete");
      // The producer's clock, so that it can be set wrong here; then the broker's again.
      set(admin, Topics.RAW_GA4, "message.timestamp.type", "CreateTime");
      long ahead = Instant.now().plusSeconds(1_800).toEpochMilli();
      write(stack, new ProducerRecord<>(Topics.RAW_GA4, 0, ahead, null, bytes("{}")));
      set(admin, Topics.RAW_GA4, "message.timestamp.type", "LogAppendTime");
    }
    write(stack, new ProducerRecord<>(Topics.SIGNALS, 0, null, bytes("no Avro")));
    try (Lake lake = Lake.open(Stack.in(stack.dir()).settings(List.of(), List.of()))) {
      lake.catalog().dropTable(Tables.SIGNALS.identifier());
    }
  }

  private static void set(Admin admin, String topic, String key, String value)
      throws ExecutionException, InterruptedException {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private static void write(TestingStack stack, ProducerRecord<byte[], byte[]> record)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var unused = producer.send(record).get();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

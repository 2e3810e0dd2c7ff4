package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.lake.Tables;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Order;
import io.floorwalker.source.Tick;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real broker's topics to tables: orders, decisions and histories, each row once. */
final class LakeIT {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void topicsBecomeTablesAndASecondRunAddsNothing(@TempDir Path folder) {
    try (TestingStack stack = TestingStack.up(folder.resolve("stack"))) {
      publish(stack.bootstrapServers());
      for (int run = 0; run < 2; run++) {
        stack.command("run", "lake", "--bounded");

        assertThat(stack.rows(Tables.ORDERS))
            .extracting(row -> row.getField("version") + " " + row.getField("status"))
            .containsExactlyInAnyOrder("1 placed", "2 refunded");
        assertThat(stack.rows(Tables.DECISIONS))
            .extracting(row -> row.getField("treatment") + " " + row.getField("features"))
            .containsExactlyInAnyOrder("show_help {score=4.5}", "do_nothing {score=4.5}");
        assertThat(stack.rows(Tables.ACCOUNTS))
            .extracting(
                row -> row.getField("key") + " " + row.getField("role") + row.getField("deleted"))
            .containsExactlyInAnyOrder("acme|ann userfalse", "acme|ann nulltrue");
        assertThat(stack.values(Tables.DEAD_LETTERS, "topic")).containsExactly("cx.consent");
      }
      assertThat(stack.command("tables", "--output", "csv").out())
          .contains("products,0,0,0,,", "orders,2,1,1,", "decisions,2,1,1,");
    }
  }

  private static void publish(String bootstrapServers) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      CustomerEvent refunded = orderEvent("e-2", "order_refunded", AT.plusSeconds(60));
      for (CustomerEvent event :
          List.of(refunded, orderEvent("e-1", "order_placed", AT), refunded)) {
        producer.send(new ProducerRecord<>(Topics.EVENTS, key("c-1"), bytes(event)));
      }
      producer.send(
          new ProducerRecord<>(Topics.DECISIONS, key("c-1"), bytes(decision("show_help"))));
      producer.send(
          new ProducerRecord<>(Topics.DECISIONS, key("c-1"), bytes(decision("offer_chat"))));
      Account account =
          Account.newBuilder()
              .setAccountId("acme")
              .setContactId("ann")
              .setRole("user")
              .setChangedAt(AT)
              .build();
      producer.send(new ProducerRecord<>(Topics.ACCOUNTS, key("acme|ann"), bytes(account)));
      producer.send(new ProducerRecord<>(Topics.ACCOUNTS, key("acme|ann"), null));
      producer.send(
          new ProducerRecord<>(Topics.ACCOUNTS, 0, key("floorwalker-tick"), null, Tick.headers(1)));
      producer.send(new ProducerRecord<>(Topics.CONSENT, key("c-1|sales|email"), key("broken")));
      producer.flush();
    }
  }

  private static CustomerEvent orderEvent(String id, String type, Instant at) {
    return CustomerEvent.newBuilder()
        .setEventId(id)
        .setType(type)
        .setOccurredAt(at)
        .setCustomerKey("c-1")
        .setOrder(Order.newBuilder().setOrderId("o-1").build())
        .build();
  }

  private static Decision decision(String treatment) {
    return Decision.newBuilder()
        .setDecisionId("x-1")
        .setDecidedAt(AT)
        .setDetectionId("d-1")
        .setCustomerKey("c-1")
        .setCandidates(List.of(candidate(treatment), candidate("do_nothing")))
        .setFeatures(Map.of("score", 4.5))
        .setPolicyVersion("1")
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }

  private static Candidate candidate(String treatment) {
    return Candidate.newBuilder().setTreatment(treatment).build();
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked") // a record's class is its own
  private static <T extends SpecificRecordBase> byte[] bytes(T element) {
    return Wire.of((Class<T>) element.getClass()).encode(element);
  }
}

package io.floorwalker.config;

import java.time.Duration;
import java.util.List;

/**
 * Every setting there is. The table in README.md is made from this list, and a test holds the two
 * together.
 */
public final class Keys {

  static final String ENVIRONMENT_PREFIX = "FLOORWALKER_";

  /**
   * Keys below these prefixes are passed on, without the prefix, to Flink and to every Kafka
   * client.
   */
  public static final String FLINK_PREFIX = "flink.";

  public static final String KAFKA_CLIENT_PREFIX = "kafka.client.";

  public static final Key<String> KAFKA_BOOTSTRAP_SERVERS =
      new Key<>(
          "kafka.bootstrap.servers",
          ValueType.TEXT,
          "127.0.0.1:9092",
          "the brokers, host:port, comma between");
  public static final Key<Long> KAFKA_PARTITIONS =
      new Key<>(
          "kafka.partitions", ValueType.NUMBER, "12", "partitions of a topic that is created");
  public static final Key<Long> KAFKA_REPLICATION =
      new Key<>("kafka.replication", ValueType.NUMBER, "1", "copies of a topic that is created");
  public static final Key<String> CATALOG_IMPLEMENTATION =
      new Key<>(
          "catalog.implementation",
          ValueType.TEXT,
          "org.apache.iceberg.jdbc.JdbcCatalog",
          "the Iceberg catalog class");
  public static final Key<String> CATALOG_URI =
      new Key<>(
          "catalog.uri", ValueType.TEXT, "jdbc:sqlite:catalog.db", "where the Iceberg catalog is");
  public static final Key<String> CATALOG_WAREHOUSE =
      new Key<>(
          "catalog.warehouse",
          ValueType.TEXT,
          "file:///tmp/warehouse",
          "where the Iceberg tables lie");
  public static final Key<Duration> TIME_DISORDER =
      new Key<>(
          "time.disorder",
          ValueType.DURATION,
          "60s",
          "how far behind the newest event of its partition an event may come and still be in time");
  public static final Key<Duration> TIME_HEARTBEAT =
      new Key<>(
          "time.heartbeat",
          ValueType.DURATION,
          "10s",
          "how often ingest proves through the log that time goes on");
  public static final Key<String> DETECT_ENGINE =
      new Key<>(
          "detect.engine", ValueType.oneOf("flink-cep"), "flink-cep", "what runs the patterns");
  public static final Key<String> ABANDONMENT_KEY =
      new Key<>(
          "abandonment.key",
          ValueType.oneOf("customer", "session"),
          "customer",
          "whose cart it is: a cart outlives a visit, or not");
  public static final Key<Duration> CART_AFTER =
      new Key<>(
          "abandonment.cart.after",
          ValueType.DURATION,
          "30m",
          "a cart is abandoned when nothing was done with it for so long");
  public static final Key<Duration> CART_KEPT =
      new Key<>(
          "abandonment.cart.kept",
          ValueType.DURATION,
          "7d",
          "the lines of a cart are forgotten so long after its last activity");
  public static final Key<Boolean> RUN_BOUNDED =
      new Key<>(
          "run.bounded",
          ValueType.FLAG,
          "false",
          "read to the present end of the topics, then finish");
  public static final Key<String> RUN_AT_END =
      new Key<>(
          "run.at-end",
          ValueType.oneOf("fire", "hold"),
          "fire",
          "at the end of a bounded run: let what would come due fire, or hold it back");
  public static final Key<Boolean> RUN_SKIP_WRITTEN =
      new Key<>(
          "run.skip-written",
          ValueType.FLAG,
          "false",
          "leave out rows whose key stands in the table already; set where a run starts from empty state");

  private Keys() {}

  public static List<Key<?>> all() {
    return List.of(
        KAFKA_BOOTSTRAP_SERVERS,
        KAFKA_PARTITIONS,
        KAFKA_REPLICATION,
        CATALOG_IMPLEMENTATION,
        CATALOG_URI,
        CATALOG_WAREHOUSE,
        TIME_DISORDER,
        TIME_HEARTBEAT,
        DETECT_ENGINE,
        ABANDONMENT_KEY,
        CART_AFTER,
        CART_KEPT,
        RUN_BOUNDED,
        RUN_AT_END,
        RUN_SKIP_WRITTEN);
  }
}

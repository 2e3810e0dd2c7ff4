package io.floorwalker.local;

import java.nio.file.Path;
import java.util.Iterator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A Kafka broker with the topics of the contract, for whoever measures against a real one. */
public final class LocalBroker implements AutoCloseable {

  private final Broker broker;

  private LocalBroker(Broker broker) {
    this.broker = broker;
  }

  /**
   * Starts it on any free port.
   *
   * @param dir its files; a folder that is not there yet
   * @param partitions of every topic
   * @throws RuntimeException when it does not come up
   */
  public static LocalBroker start(Path dir, int partitions) {
    Broker broker = new Broker(dir.toAbsolutePath().normalize());
    broker.start(0);
    LocalBroker started = new LocalBroker(broker);
    try (Admin admin = Kafka.admin(broker.address())) {
      new TopicSetup(admin, partitions, (short) 1).createMissing();
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
    return started;
  }

  /** Host and port. */
  public String address() {
    return broker.address();
  }

  /** Publishes in the order given and returns, when the broker has them all, how many they were. */
  public long publish(Iterator<ProducerRecord<byte[], byte[]>> records) {
    return new Publisher(broker.address()).publish(records);
  }

  @Override
  public void close() {
    broker.process().ifPresent(broker::stop);
  }
}

package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Follows the topics of the demo: shows detections as they come, counts what the status line says.
 */
final class DemoWatch {

  private static final Duration POLL = Duration.ofMillis(200);

  private final TopicReader reader;
  private final DemoScreen screen;
  private final Truths truths;
  private final Settings settings;
  private final Clock clock;
  private final OpenCarts carts;
  private final Wire<CustomerEvent> eventWire = Wire.of(CustomerEvent.class);
  private final Wire<Detection> detectionWire = Wire.of(Detection.class);
  private final Set<String> seen = new HashSet<>();
  private long events;
  private long countedSince;

  DemoWatch(TopicReader reader, DemoScreen screen, Truths truths, Settings settings, Clock clock) {
    this.reader = reader;
    this.screen = screen;
    this.truths = truths;
    this.settings = settings;
    this.clock = clock;
    this.carts = new OpenCarts(settings.duration(Keys.CART_AFTER));
    this.countedSince = clock.millis();
  }

  /** Takes what came, waiting for a moment at most. */
  void follow() {
    for (ConsumerRecord<byte[], byte[]> entry : reader.poll(POLL)) {
      if (entry.value() == null) {
        continue; // a tick
      }
      try {
        if (entry.topic().equals(Topics.EVENTS)) {
          events++;
          carts.see(eventWire.decode(entry.value()));
        } else {
          show(detectionWire.decode(entry.value()));
        }
      } catch (MalformedRecord e) {
        Failures.log(e);
      }
    }
  }

  /** Events per second are those since the last status. */
  void status(Map<String, Long> rowsBefore) {
    long now = clock.millis();
    double seconds = Math.max(1, now - countedSince) / 1000.0;
    long rows =
        WrittenRows.tables(settings).entrySet().stream()
            .mapToLong(table -> table.getValue() - rowsBefore.getOrDefault(table.getKey(), 0L))
            .sum();
    screen.status(events / seconds, carts.count(), seen.size(), rows);
    events = 0;
    countedSince = now;
  }

  Truths truths() {
    return truths;
  }

  long now() {
    return clock.millis();
  }

  private void show(Detection detection) {
    if (!seen.add(detection.getDetectionId())) {
      return; // topics are at least once
    }
    screen.detection(detection, clock.instant());
    truths.find(detection);
  }
}

package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A finished past of made-up shoppers: published as fast as the broker takes it, and counted.
 * Whatever a job would wait for has come due, so that bounded runs find it.
 */
final class PastDays {

  private final Stack stack;
  private final Instant start;
  private final Set<String> sessions = new HashSet<>();
  private final Tally topics = new Tally();

  private PastDays(Stack stack, Instant start) {
    this.stack = stack;
    this.start = start;
  }

  /** Of so many days that ended a day ago or earlier; the first begins at midnight, UTC. */
  static PastDays before(Instant now, int days, Stack stack) {
    return new PastDays(stack, start(now, days));
  }

  static Instant start(Instant now, int days) {
    return now.minus(Duration.ofDays(days + 1L)).truncatedTo(ChronoUnit.DAYS);
  }

  /**
   * Publishes all of it.
   *
   * @throws CommandFailure with exit code 2 where the topic has come further already, 1 when it was
   *     stopped before the end
   */
  void publish(Shoppers shoppers, TruthFile truths, StopSignal stop) {
    refuseOlder(new RawTopic(stack.bootstrapServers()).newest());
    Iterator<Shoppers.Sent> sent = shoppers.from(start, truths::add);
    new Publisher(stack.bootstrapServers())
        .publish(
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return !stop.isAsked() && sent.hasNext();
              }

              @Override
              public ProducerRecord<byte[], byte[]> next() {
                return counted(sent.next());
              }
            });
    if (stop.isAsked()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "stopped before the past was published to its end; begin again with another --dir");
    }
  }

  /** What was published: name and count. */
  List<List<Object>> report(TruthFile truths) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("sessions", sessions.size()));
    rows.add(List.of("events", topics.counts().getOrDefault(Topics.RAW_CANONICAL, 0L)));
    rows.add(List.of("accounts", topics.counts().getOrDefault(Topics.ACCOUNTS, 0L)));
    topics
        .counts()
        .forEach(
            (topic, count) -> {
              if (!topic.equals(Topics.RAW_CANONICAL) && !topic.equals(Topics.ACCOUNTS)) {
                rows.add(List.of(topic, count));
              }
            });
    truths.counts().forEach((kind, count) -> rows.add(List.of("truth " + kind, count)));
    return rows;
  }

  private ProducerRecord<byte[], byte[]> counted(Shoppers.Sent sent) {
    topics.add(sent.topic());
    if (sent.session() != null) {
      sessions.add(sent.session());
    }
    // A removal has no other time than its record's; all else keeps the time of writing, by which
    // the broker cleans up.
    Long removedAt = sent.value() == null ? sent.atMillis() : null;
    return new ProducerRecord<>(sent.topic(), null, removedAt, sent.key(), sent.value());
  }

  private void refuseOlder(Optional<Instant> newest) {
    if (newest.isPresent() && start.isBefore(newest.get())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the past would begin at %s, but cx.raw.canonical in %s holds events up to %s already, so that it would come late; use another --dir"
              .formatted(Cells.time(start), stack.dir(), Cells.time(newest.get())));
    }
  }
}

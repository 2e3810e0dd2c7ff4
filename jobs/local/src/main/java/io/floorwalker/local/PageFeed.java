package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import io.floorwalker.page.OfferBook;
import io.floorwalker.schema.Action;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;

/** Reads the topics for the page, on a thread of its own: an offer waits for nothing else. */
final class PageFeed implements AutoCloseable {

  private static final List<String> TOPICS =
      Stream.concat(DemoWatch.TOPICS.stream(), Stream.of(Topics.FEEDBACK)).toList();
  private static final Duration POLL = Duration.ofMillis(200);

  private final RecordReader reader;
  private final OfferBook offers;
  private final WatchEndpoint watch;
  private final Thread thread = new Thread(this::follow, "page feed");
  private volatile boolean stopped;

  private PageFeed(RecordReader reader, OfferBook offers, WatchEndpoint watch) {
    this.reader = reader;
    this.offers = offers;
    this.watch = watch;
  }

  static PageFeed start(String bootstrapServers, OfferBook offers, WatchEndpoint watch) {
    PageFeed feed = new PageFeed(RecordReader.open(bootstrapServers, TOPICS), offers, watch);
    feed.thread.setDaemon(true);
    feed.thread.start();
    return feed;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try (reader) {
      while (!stopped) {
        reader.follow(POLL, this::take);
      }
    }
  }

  private void take(SpecificRecordBase entry, long sentAtMillis) {
    try {
      if (entry instanceof Action action) {
        offers.take(action);
      }
      watch.see(entry);
    } catch (RuntimeException e) {
      Failures.log(e); // one record less on the page, not all that follow
    }
  }
}

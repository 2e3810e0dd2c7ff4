package io.floorwalker.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The open pages, by what they follow. Bounded: of one key the ninth page makes the oldest give
 * way, and beyond the limit no page is let in. Thread-safe.
 */
public final class Streams {

  private static final int OF_ONE_KEY = 8;

  private final Map<String, Deque<EventStream>> open = new HashMap<>();
  private final int most;
  private int count;

  /** At most so many pages. */
  public Streams(int most) {
    this.most = most;
  }

  /** A stream that is to be closed. */
  public synchronized EventStream open(String key) {
    EventStream stream = new EventStream(key);
    Deque<EventStream> ofKey = open.computeIfAbsent(key, any -> new ArrayDeque<>());
    ofKey.addLast(stream);
    count++;
    if (ofKey.size() > OF_ONE_KEY) {
      ofKey.getFirst().end();
    }
    return stream;
  }

  public synchronized void close(EventStream stream) {
    Deque<EventStream> ofKey = open.get(stream.key());
    if (ofKey != null && ofKey.remove(stream)) {
      count--;
      if (ofKey.isEmpty()) {
        open.remove(stream.key());
      }
    }
  }

  /** To every page that follows the key. */
  public synchronized void send(String key, ServerEvent event) {
    Deque<EventStream> ofKey = open.get(key);
    if (ofKey != null) {
      ofKey.forEach(stream -> stream.send(event));
    }
  }

  public synchronized boolean isFull() {
    return count >= most;
  }

  synchronized int count() {
    return count;
  }
}

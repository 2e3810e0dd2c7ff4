package io.floorwalker.deliver;

import io.floorwalker.deliver.web.DaemonThreads;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A dispatch with real webhooks on a time that the test moves. Three attempts, backoff 10 s. */
final class TestingDispatch implements Dispatch.Journal {
  static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final RetrySettings RETRIES =
      new RetrySettings(3, Duration.ofSeconds(10), Duration.ofHours(3));

  final TestingTime time = new TestingTime(Actions.NOON);
  private final Map<String, Lane> lanes = new HashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("testing-send"));
  private final List<DeliveryAttempt> rows = new ArrayList<>();
  private final List<Outcome> receipts = new ArrayList<>();
  private final Map<String, Ended> through = new HashMap<>();
  private final Map<Strand, String> strands = new HashMap<>();
  private @Nullable Dispatch dispatch;

  TestingDispatch channel(String name, URI address) {
    return channel(name, address, TIMEOUT);
  }

  TestingDispatch channel(String name, URI address, Duration timeout) {
    return lane(name, carrier(address, timeout), 0);
  }

  /** With so many attempts a second. */
  TestingDispatch paced(String name, URI address, double perSecond) {
    return lane(name, carrier(address, TIMEOUT), perSecond);
  }

  private static Carrier carrier(URI address, Duration timeout) {
    return new Webhook(TestingWeb.open(timeout), address, null);
  }

  TestingDispatch lane(String name, Carrier carrier, double perSecond) {
    Channel channel = new Waiting("target of " + name, carrier, threads);
    lanes.put(name, new Lane(channel, Pace.perSecond(perSecond)));
    return this;
  }

  TestingDispatch accepts(Action.Builder... actions) {
    for (Action.Builder action : actions) {
      dispatch().accept(Pending.of(new Errand(action.build(), time.millis())));
    }
    return this;
  }

  Dispatch dispatch() {
    if (dispatch == null) {
      RetryPolicy policy = new RetryPolicy(RETRIES, new SplittableRandom(7));
      dispatch = new Dispatch(lanes, policy, time, time, this);
    }
    return dispatch;
  }

  @Override
  public void write(Action action, DeliveryAttempt row) {
    rows.add(row);
    Receipts.receipt(action, row).ifPresent(receipts::add);
  }

  @Override
  public void remember(String id, Ended ended) {
    through.put(id, ended);
  }

  @Override
  public @Nullable Ended recall(String id) {
    return through.get(id);
  }

  @Override
  public void begin(Strand strand, String handle) {
    strands.put(strand, handle);
  }

  @Override
  public @Nullable String first(Strand strand) {
    return strands.get(strand);
  }

  /** A dispatch that begins with what this one would have in its checkpoint. */
  TestingDispatch restored() {
    List<Pending> checkpoint = dispatch().open();
    dispatch = null;
    checkpoint.forEach(pending -> dispatch().accept(pending));
    return this;
  }

  /** Waits for so many rows in all. */
  List<DeliveryAttempt> rows(int count) {
    time.until(() -> rows.size() >= count, count + " rows; there are " + rows);
    return List.copyOf(rows);
  }

  /** Waits for the next row after this time has passed. */
  TestingDispatch later(Duration passes) {
    int before = rows.size();
    time.pass(passes);
    time.until(() -> rows.size() > before, "a row after " + passes);
    return this;
  }

  List<Outcome> receipts() {
    return List.copyOf(receipts);
  }
}

package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A dispatch with real webhooks on a time that the test moves. Three attempts, backoff 10 s. */
final class TestingDispatch {
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  final TestingTime time = new TestingTime(Actions.NOON);
  private final Map<String, Channel> channels = new HashMap<>();
  private final List<DeliveryAttempt> rows = new ArrayList<>();
  private final List<Outcome> receipts = new ArrayList<>();
  private @Nullable Dispatch dispatch;

  TestingDispatch channel(String name, URI address) {
    return channel(name, address, TIMEOUT);
  }

  TestingDispatch channel(String name, URI address, Duration timeout) {
    HttpClient client = Webhook.client(timeout);
    Target target = new Target("target of " + name, address, null);
    channels.put(name, new Webhook(target, client, timeout, time));
    return this;
  }

  TestingDispatch accepts(Action.Builder... actions) {
    for (Action.Builder action : actions) {
      dispatch().accept(Pending.of(action.build()));
    }
    return this;
  }

  Dispatch dispatch() {
    if (dispatch == null) {
      RetryPolicy policy = new RetryPolicy(3, Duration.ofSeconds(10), new SplittableRandom(7));
      dispatch = new Dispatch(channels, policy, time, time, this::write);
    }
    return dispatch;
  }

  private void write(Action action, DeliveryAttempt row) {
    rows.add(row);
    Receipts.receipt(action, row).ifPresent(receipts::add);
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

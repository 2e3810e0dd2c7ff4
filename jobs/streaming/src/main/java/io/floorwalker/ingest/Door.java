package io.floorwalker.ingest;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.contract.EventShape;
import io.floorwalker.ingest.privacy.Privacy;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;

/**
 * Checks an event before it may touch anything, hides who somebody is, and says whose it is: {@code
 * customer_key} is set here, once, and never rewritten. Also sets {@code received_at} to the append
 * time, so that a replay writes the same bytes.
 */
public final class Door implements Admission {
  private static final long serialVersionUID = 1L;

  /** How far a clock may run ahead of the broker's before its event is refused. */
  static final Duration TOLERATED_AHEAD = Duration.ofMinutes(5);

  private final Privacy privacy;
  private transient Counter withoutConsent = new SimpleCounter();

  public Door(Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public void open(MetricGroup metrics) throws InvalidSettings {
    privacy.open();
    withoutConsent = metrics.counter("without_consent");
  }

  @Override
  public boolean mayKeep(CustomerEvent event) {
    boolean mayKeep = Privacy.mayKeep(event);
    if (!mayKeep) {
      withoutConsent.inc();
    }
    return mayKeep;
  }

  @Override
  public String shown(String recordKey, long appendedAt) {
    return privacy.hidden(recordKey, appendedAt);
  }

  @Override
  public Optional<Refusal> check(CustomerEvent event, long appendedAt) {
    Optional<Refusal> refusal = checkTime(event.getOccurredAt(), appendedAt);
    if (refusal.isEmpty()) {
      refusal = checkFields(event);
    }
    if (refusal.isEmpty()) {
      privacy.hide(event, appendedAt);
      event.setCustomerKey(firstOf(event.getUserId(), event.getAnonymousId()));
      event.setReceivedAt(Instant.ofEpochMilli(appendedAt));
      refusal = checkOwner(event);
    }
    return refusal;
  }

  private static Optional<Refusal> checkTime(@Nullable Instant occurredAt, long appendedAt) {
    if (occurredAt == null || occurredAt.toEpochMilli() <= 0) {
      return refused("time", "occurred_at is missing or not after 1970");
    }
    long ahead = occurredAt.toEpochMilli() - appendedAt;
    return ahead > TOLERATED_AHEAD.toMillis()
        ? refused(
            "time",
            "occurred_at is %d s ahead of the append time; 300 s are tolerated"
                .formatted(ahead / 1000))
        : Optional.empty();
  }

  private static Optional<Refusal> checkFields(CustomerEvent event) {
    if (isBlank(event.getEventId())) {
      return refused("field", "event_id is empty");
    }
    if (isBlank(event.getType())) {
      return refused("field", "type is empty");
    }
    EventShape shape = EventShape.all().get(event.getType());
    List<String> missing = shape == null ? List.of() : shape.missing(event);
    return missing.isEmpty()
        ? Optional.empty()
        : refused("field", "%s lacks %s".formatted(event.getType(), String.join(", ", missing)));
  }

  private static Optional<Refusal> checkOwner(CustomerEvent event) {
    boolean somebody =
        event.getCustomerKey() != null
            || !isBlank(event.getSessionId())
            || !isBlank(event.getAccountId())
            || event.getStock() != null
            || Privacy.isWithoutConsent(event);
    return somebody
        ? Optional.empty()
        : refused("key", "none of user_id, anonymous_id, session_id, account_id is set");
  }

  private static Optional<Refusal> refused(String deadLetterClass, String reason) {
    return Optional.of(new Refusal(deadLetterClass, reason));
  }

  private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    if (!isBlank(first)) {
      return first;
    }
    return isBlank(second) ? null : second;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}

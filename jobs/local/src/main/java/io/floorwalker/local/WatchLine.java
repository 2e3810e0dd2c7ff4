package io.floorwalker.local;

import io.floorwalker.deliver.web.Json;
import io.floorwalker.page.ServerEvent;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * A record as the demo's page shows it: what it is, in words, and the time of what caused it, which
 * is the click's own or when a silence was over.
 *
 * @param customer whom it is about
 */
record WatchLine(String customer, ServerEvent event) {

  private static final Json JSON = new Json();

  /** Empty for what is about nobody. */
  static Optional<WatchLine> of(SpecificRecordBase entry) {
    Fields line = fields(entry);
    return line == null || line.customer() == null
        ? Optional.empty()
        : Optional.of(new WatchLine(line.customer(), line.event()));
  }

  private static @Nullable Fields fields(SpecificRecordBase entry) {
    if (entry instanceof CustomerEvent event) {
      return new Fields(event.getCustomerKey(), "saw", event.getOccurredAt())
          .with("title", PlainWords.spelled(event.getType()))
          .with("detail", detail(event));
    }
    if (entry instanceof Signal signal) {
      return new Fields(signal.getCustomerKey(), "sign", signal.getOccurredAt())
          .with("title", PlainWords.spelled(signal.getKind()))
          .with("detail", "weighs %.0f".formatted(signal.getWeight()));
    }
    if (entry instanceof Detection detection) {
      return new Fields(detection.getCustomerKey(), "found", detection.getDetectedAt())
          .with("title", PlainWords.of(detection))
          .with("detail", detail(detection));
    }
    if (entry instanceof Decision decision) {
      return new Fields(decision.getCustomerKey(), "decided", decision.getDecidedAt())
          .with("title", chosen(decision))
          .with("detail", heldBack(decision));
    }
    if (entry instanceof Action action) {
      return new Fields(action.getCustomerKey(), "sent", action.getCreatedAt())
          .with("title", PlainWords.of(action, Optional.empty()))
          .with("detail", "by " + action.getChannel())
          .with("action", action.getActionId());
    }
    return answer(entry);
  }

  private static @Nullable Fields answer(SpecificRecordBase entry) {
    if (entry instanceof Outcome outcome) {
      return new Fields(outcome.getCustomerKey(), "answer", outcome.getOccurredAt())
          .with("title", PlainWords.spelled(outcome.getKind().name()))
          .with("action", String.valueOf(outcome.getActionId()));
    }
    return entry instanceof Feedback feedback
        ? new Fields(feedback.getCustomerKey(), "answer", feedback.getOccurredAt())
            .with("title", PlainWords.spelled(feedback.getKind().name()))
            .with("action", feedback.getActionId())
        : null;
  }

  private static String detail(CustomerEvent event) {
    return Stream.of(
            event.getProduct() == null ? null : event.getProduct().getName(),
            event.getCheckout() == null ? null : event.getCheckout().getStep(),
            event.getPayment() == null ? null : event.getPayment().getCode(),
            event.getCoupon() == null ? null : event.getCoupon().getCode(),
            event.getInteraction() == null ? null : event.getInteraction().getSelector())
        .filter(text -> text != null)
        .map(PlainWords::spelled)
        .collect(Collectors.joining(", "));
  }

  private static String detail(Detection detection) {
    String kind = PlainWords.spelled(detection.getKind());
    return detection.getScore() == null
        ? kind
        : String.format(Locale.ROOT, "%s, %.2f points", kind, detection.getScore());
  }

  private static String chosen(Decision decision) {
    return decision.getCandidates().stream()
        .filter(Candidate::getChosen)
        .map(candidate -> PlainWords.spelled(candidate.getTreatment()))
        .findFirst()
        .orElse("nothing");
  }

  private static String heldBack(Decision decision) {
    List<String> held =
        decision.getCandidates().stream()
            .filter(PlainWords::doesSomething)
            .filter(candidate -> candidate.getGate() != null)
            .map(
                candidate ->
                    "%s: no, %s"
                        .formatted(
                            PlainWords.spelled(candidate.getTreatment()),
                            PlainWords.spelled(String.valueOf(candidate.getGate()))))
            .toList();
    return String.join("; ", held);
  }

  /** The line as it grows. */
  private record Fields(@Nullable String customer, String name, Map<String, Object> values) {

    Fields(@Nullable String customer, String name, Instant at) {
      this(customer, name, new LinkedHashMap<>(Map.of("at", at.toEpochMilli())));
    }

    Fields with(String field, String value) {
      values.put(field, value);
      return this;
    }

    ServerEvent event() {
      return new ServerEvent(name, null, new String(JSON.bytes(values), StandardCharsets.UTF_8));
    }
  }
}

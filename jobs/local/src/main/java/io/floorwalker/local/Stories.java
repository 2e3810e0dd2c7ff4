package io.floorwalker.local;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to whom, told in one line each: what was found, what was done about it, what came
 * of it. A line has the wall clock of its newest part.
 */
final class Stories {

  private static final int KEPT = 1_000;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ZoneId zone;
  private final Recent<Story> byDetection = new Recent<>(KEPT);
  private final Recent<String> detectionOfAction = new Recent<>(KEPT);

  Stories(ZoneId zone) {
    this.zone = zone;
  }

  String found(Detection detection, Instant now) {
    String id = detection.getDetectionId();
    return tell(id, detection.getKey(), PlainWords.of(detection), now);
  }

  /** Told only where nothing is done; what is done comes as an action. */
  Optional<String> decided(Decision decision, Instant now) {
    String who = who(decision.getCustomerKey(), decision.getAccountId(), decision.getContactId());
    return PlainWords.ofNothing(decision)
        .map(words -> tell(decision.getDetectionId(), who, words, now));
  }

  String acted(Action action, Optional<Long> delayMillis, Instant now) {
    String id = action.getDetectionId();
    detectionOfAction.put(action.getActionId(), id);
    String who = who(action.getCustomerKey(), action.getAccountId(), action.getContactId());
    return tell(id, who, PlainWords.of(action, delayMillis), now);
  }

  /** Empty where the action was before the beginning. */
  Optional<String> cameOf(Outcome outcome, Optional<Long> delayMillis, Instant now) {
    String action = outcome.getActionId() == null ? "" : outcome.getActionId();
    String words = PlainWords.of(outcome, delayMillis);
    return Optional.ofNullable(detectionOfAction.get(action))
        .map(
            detection ->
                tell(
                    detection,
                    who(outcome.getCustomerKey(), outcome.getAccountId(), outcome.getContactId()),
                    words,
                    now));
  }

  /** The newest ones, the newest last. */
  List<String> newest(int count) {
    List<Story> all = new ArrayList<>(byDetection.values());
    return all.subList(Math.max(0, all.size() - count), all.size()).stream()
        .map(this::line)
        .toList();
  }

  private String tell(String detection, String who, String part, Instant now) {
    Story before = byDetection.remove(detection);
    List<String> parts = new ArrayList<>(before == null ? List.of() : before.parts());
    parts.add(part);
    Story story = new Story(now, before == null ? who : before.who(), parts);
    byDetection.put(detection, story);
    return line(story);
  }

  private String line(Story story) {
    return "%s %s: %s"
        .formatted(
            CLOCK.format(story.at().atZone(zone)), story.who(), String.join(" -> ", story.parts()));
  }

  private static String who(
      @Nullable String customer, @Nullable String account, @Nullable String contact) {
    if (customer != null) {
      return customer;
    }
    return account == null ? "the shop" : account + "|" + (contact == null ? "" : contact);
  }

  private record Story(Instant at, String who, List<String> parts) {}
}

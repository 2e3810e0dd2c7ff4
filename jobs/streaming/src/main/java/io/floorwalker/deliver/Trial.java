package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One message to one channel without a job, so that its target can be tried. */
public final class Trial {
  private final DeliverySettings settings;
  private final Clock clock;

  /** What the target answered, as it is told to a person. */
  public record Said(boolean delivered, String words) {}

  private Trial(DeliverySettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * With the targets of these settings.
   *
   * @throws InvalidSettings for targets that cannot be used
   */
  public static Trial with(Settings settings, Clock clock) throws InvalidSettings {
    return new Trial(DeliverySettings.from(settings), clock);
  }

  /**
   * Sends one message and waits for the answer; empty where the channel has no target.
   *
   * @throws InvalidSettings for targets that cannot be used any more
   */
  public Optional<Said> send(String channel, String recipient) throws InvalidSettings {
    try (Channels channels = settings.channels()) {
      return Optional.ofNullable(channels.lanes().get(channel))
          .map(lane -> said(lane.channel(), message(channel, recipient)));
    }
  }

  /**
   * Writes the requests down that {@link #send} would make, secrets masked, and connects to
   * nothing; empty where the channel has no target.
   *
   * @throws InvalidSettings for targets that cannot be used any more
   */
  public Optional<Said> rehearse(String channel, String recipient, Consumer<String> paper)
      throws InvalidSettings {
    try (Channels channels = settings.rehearsal(channel, paper)) {
      return Optional.ofNullable(channels.lanes().get(channel))
          .map(lane -> said(lane.channel(), message(channel, recipient)));
    }
  }

  private Said said(Channel channel, Action action) {
    CompletableFuture<Answer> answer = channel.send(Letter.first(action), clock.instant());
    Answer said = answer.exceptionally(failure -> Answer.none(NoAnswer.because(failure))).join();
    Integer status = said.status();
    String error = said.error();
    boolean delivered = said.result() == Result.DELIVERED;
    String words =
        "%s%s%s"
            .formatted(
                delivered ? "delivered" : "failed",
                status == null ? "" : " " + status,
                error == null ? "" : " " + error);
    return new Said(delivered, words);
  }

  private Action message(String channel, String recipient) {
    Instant now = clock.instant();
    String id = "test-" + now.toEpochMilli();
    return Action.newBuilder()
        .setActionId(id)
        .setChangedAt(now)
        .setCreatedAt(now)
        .setStatus("planned")
        .setDecisionId(id)
        .setDetectionId(id)
        .setTreatment("test")
        .setChannel(channel)
        .setAudience(Audience.INTERNAL)
        .setPurpose(Purpose.SERVICE)
        .setSite("test")
        .setRecipientRef(recipient)
        .setScheduledAt(now)
        .setExpiresAt(now.plus(Duration.ofHours(1)))
        .setRuleVersion("test")
        .setJob(Courier.JOB)
        .build();
  }
}

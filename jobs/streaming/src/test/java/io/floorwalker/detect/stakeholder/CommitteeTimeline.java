package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.Timeline;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the contacts of account acme did, and what the roster said of them, through the whole
 * detector. Only what is found of the account as a whole is looked at. The tier gold requires a
 * champion and a user.
 */
final class CommitteeTimeline {
  private static final Settings SETTINGS =
      Settings.builtIn().with(Map.of("stakeholder.required-roles.gold", "champion,user"));

  private final Timeline<Watched, Watched> timeline = Timeline.of(Watched.TYPE);
  private int offset;
  private int events;

  /** A row of an active contact of this role; the tier is silver unless said. */
  CommitteeTimeline listed(String time, String contact, @Nullable String role) {
    return listed(time, contact, role, row -> {});
  }

  CommitteeTimeline listed(
      String time, String contact, @Nullable String role, Consumer<Account.Builder> change) {
    RosterChange row =
        ContactTimeline.listed(
            Moment.at(time),
            offset++,
            account -> {
              account.setContactId(contact).setRole(role).setTier("silver");
              change.accept(account);
            });
    timeline.at(time, Watched.of(row));
    return this;
  }

  CommitteeTimeline removed(String time, String contact) {
    long at = Moment.at(time).toEpochMilli();
    timeline.at(time, Watched.of(new RosterChange("acme", contact, at, null, 0, offset++)));
    return this;
  }

  /** The contact used the portal; the events are e-1, e-2, ... */
  CommitteeTimeline seen(String time, String contact) {
    CustomerEvent event =
        ContactTimeline.event(
            Moment.at(time), "e-" + ++events, change -> change.setContactId(contact));
    timeline.at(time, Watched.of(new Received(event, 0, 0, 0)));
    return this;
  }

  /** Every day from one to another, the last included. */
  CommitteeTimeline seenDaily(int from, int to, String contact) {
    for (int day = from; day <= to; day++) {
      seen(day + "d", contact);
    }
    return this;
  }

  CommitteeTimeline watermark(String time) {
    timeline.watermark(time);
    return this;
  }

  CommitteeTimeline restoreAt(int parallelism) {
    timeline.restoreAt(parallelism);
    return this;
  }

  CommitteeTimeline end() {
    timeline.end();
    return this;
  }

  Outcome<Detection> watched() {
    return watched(null);
  }

  Outcome<Detection> watched(@Nullable Instant startedAt) {
    return timeline.through(
        inputs ->
            ContactTimeline.detect(inputs, SETTINGS, startedAt)
                .detections()
                .filter(detection -> !detection.getKind().startsWith("stakeholder_")));
  }
}

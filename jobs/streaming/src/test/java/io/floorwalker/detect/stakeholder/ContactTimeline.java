package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.RuleVersions;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.Timeline;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the contact ann at acme and what the roster said, in the order of arrival. Rows
 * are of an active contact of a target account unless said.
 */
final class ContactTimeline {
  static final String KEY = "acme|ann";

  private final Timeline<Watched, Watched> timeline = Timeline.of(Watched.TYPE);
  private int offset;

  /** She used the portal. */
  ContactTimeline seen(String time, String eventId) {
    return seen(time, eventId, event -> {});
  }

  ContactTimeline seen(String time, String eventId, Consumer<CustomerEvent.Builder> change) {
    CustomerEvent event = event(Moment.at(time), eventId, change);
    timeline.at(time, Watched.of(new Received(event, 0, 0, 0)));
    return this;
  }

  /** The roster says this of her from that time on. */
  ContactTimeline listed(String time) {
    return listed(time, row -> {});
  }

  ContactTimeline listed(String time, Consumer<Account.Builder> change) {
    timeline.at(time, Watched.of(listed(Moment.at(time), offset++, change)));
    return this;
  }

  /** The roster's record of her became null. */
  ContactTimeline removed(String time) {
    timeline.at(time, Watched.of(removed(Moment.at(time), offset++)));
    return this;
  }

  ContactTimeline watermark(String time) {
    timeline.watermark(time);
    return this;
  }

  ContactTimeline restore() {
    timeline.restore();
    return this;
  }

  ContactTimeline restoreAt(int parallelism) {
    timeline.restoreAt(parallelism);
    return this;
  }

  ContactTimeline end() {
    timeline.end();
    return this;
  }

  Outcome<Detection> watched() {
    return watched(Settings.builtIn(), null);
  }

  Outcome<Detection> watched(Settings settings, @Nullable Instant startedAt) {
    return timeline.through(inputs -> watch(inputs, settings, startedAt));
  }

  /** The watch of contacts alone, without committees and bulk loads. */
  static DataStream<Detection> watch(
      DataStream<Watched> inputs, Settings settings, @Nullable Instant startedAt) {
    DataStream<Watched> activities =
        inputs
            .filter(input -> input.activity() != null)
            .map(Watched::activity)
            .returns(Received.TYPE)
            .flatMap(new ShowsActivity())
            .returns(Watched.TYPE);
    return StakeholderWatch.attach(
            activities.union(inputs.filter(input -> input.change() != null)).keyBy(Watched::key),
            new Stamp("test-job", RuleVersions.from(settings)),
            new Start(startedAt),
            settings)
        .map(Notice::found)
        .returns(TypeInformation.of(Detection.class));
  }

  /** The detector on one stream of both inputs. */
  static StakeholderDetector.Found detect(
      DataStream<Watched> inputs, Settings settings, @Nullable Instant startedAt) {
    return StakeholderDetector.attach(
        inputs
            .filter(input -> input.activity() != null)
            .map(Watched::activity)
            .returns(Received.TYPE),
        inputs
            .filter(input -> input.change() != null)
            .map(Watched::change)
            .returns(TypeInformation.of(RosterChange.class)),
        settings,
        "test-job",
        startedAt);
  }

  static CustomerEvent event(Instant at, String eventId, Consumer<CustomerEvent.Builder> change) {
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setEventId(eventId)
            .setType("portal_activity")
            .setOccurredAt(at)
            .setReceivedAt(at.plusSeconds(1))
            .setSite("portal")
            .setAccountId("acme")
            .setContactId("ann");
    change.accept(event);
    return event.build();
  }

  static RosterChange listed(Instant at, long offset, Consumer<Account.Builder> change) {
    Account.Builder account =
        Account.newBuilder()
            .setAccountId("acme")
            .setContactId("ann")
            .setSite("b2b")
            .setRole("champion")
            .setTier("gold")
            .setTarget(true)
            .setStatus(ContactStatus.ACTIVE)
            .setChangedAt(at);
    change.accept(account);
    Account row = account.build();
    return new RosterChange(
        row.getAccountId(), row.getContactId(), at.toEpochMilli(), row, 0, offset);
  }

  static RosterChange removed(Instant at, long offset) {
    return new RosterChange("acme", "ann", at.toEpochMilli(), null, 0, offset);
  }
}

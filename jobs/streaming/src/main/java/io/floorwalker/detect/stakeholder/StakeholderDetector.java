package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.RuleVersions;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.StakeholderActivity;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds contacts of whom nothing is heard any more, by activities and roster, and accounts whose
 * contacts are in trouble together.
 */
public final class StakeholderDetector {

  /** What it found, how contacts stand, and what came too late for it. */
  public record Found(
      DataStream<Detection> detections,
      DataStream<StakeholderActivity> activity,
      DataStream<LateEvent> lateEvents) {}

  private StakeholderDetector() {}

  /**
   * Attaches the detector; the job's name stands in its records.
   *
   * @param startedAt wall clock of the job's start; null in a bounded run, which needs no warm-up
   */
  public static Found attach(
      DataStream<Received> events,
      DataStream<RosterChange> roster,
      Settings settings,
      String job,
      @Nullable Instant startedAt) {
    Stamp stamp = new Stamp(job, RuleVersions.from(settings));
    DataStream<Watched> activities =
        events
            .flatMap(new ShowsActivity())
            .returns(Watched.TYPE)
            .name("activity of contacts")
            .uid("contact-activity-v1");
    DataStream<Watched> changes =
        roster
            .map(Watched::of)
            .returns(Watched.TYPE)
            .name("changes of the roster")
            .uid("roster-changes-v1");
    // One stream: its time is that of the slower of the two.
    KeyedStream<Watched, String> byContact = activities.union(changes).keyBy(Watched::key);
    SingleOutputStreamOperator<Notice> contacts =
        StakeholderWatch.attach(byContact, stamp, new Start(startedAt), settings);
    KeyedStream<Member, String> byAccount =
        contacts.getSideOutput(StakeholderWatch.MEMBERS).keyBy(Member::account);
    DataStream<Notice> committees =
        CommitteeWatch.attach(
            byAccount, stamp, CommitteeRules.from(settings), new Start(startedAt));
    BulkLoad load = BulkLoad.from(settings);
    KeyedStream<Watched, Long> byMinute =
        changes.keyBy(change -> BulkLoad.minute(change.at()), Types.LONG);
    DataStream<Notice> loads = BulkLoads.attach(byMinute, load);
    KeyedStream<Notice, String> notices = contacts.union(committees, loads).keyBy(Notice::key);
    return new Found(
        BulkLoadStep.attach(notices, load),
        contacts.getSideOutput(StakeholderWatch.ACTIVITY),
        contacts.getSideOutput(StakeholderWatch.LATE));
  }
}

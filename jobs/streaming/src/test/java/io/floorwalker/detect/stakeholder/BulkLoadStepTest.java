package io.floorwalker.detect.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

/** More than two rows of one minute are a bulk load; contacts were active 10 days before theirs. */
class BulkLoadStepTest {
  private static final Settings TWO =
      Settings.builtIn().with(Map.of("stakeholder.bulk.contacts", "2"));

  private final Timeline<Watched, Watched> timeline = Timeline.of(Watched.TYPE);
  private int offset;

  @Test
  void threeRowsOfAMinuteAreABulkLoadForFourteenDays() {
    listed("20d", "ann");
    listed("20d30s", "bob");
    listed("20d59s999ms", "eve");
    timeline.watermark("60d");

    Outcome<Detection> outcome = watched();

    assertThat(words(outcome, "ann"))
        .containsExactly("1 at 17d bulk_load", "2 at 24d bulk_load", "3 at 40d null");
    assertThat(words(outcome, "bob")).hasSize(3).startsWith("1 at 17d30s bulk_load");
    assertThat(words(outcome, "eve")).hasSize(3).startsWith("1 at 17d59s999ms bulk_load");
    outcome.counts("bulk_loads", 1).counts("bulk_load", 6);
  }

  @Test
  void theThirdOfTheNextMinuteIsNone() {
    listed("20d", "ann");
    listed("20d30s", "bob");
    listed("20d1m", "eve");
    timeline.watermark("60d");

    assertThat(words(watched(), "ann"))
        .containsExactly("1 at 17d null", "2 at 24d null", "3 at 40d null");
  }

  @Test
  void aContactTwiceIsOne() {
    listed("20d", "ann");
    listed("20d10s", "ann");
    listed("20d30s", "bob");
    timeline.watermark("60d");

    assertThat(words(watched(), "ann")).startsWith("1 at 17d null");
  }

  @Test
  void aRemovalIsNoRow() {
    listed("20d", "ann");
    listed("20d10s", "bob");
    long at = Moment.at("20d30s").toEpochMilli();
    timeline.at("20d30s", Watched.of(new RosterChange("acme", "eve", at, null, 0, 9)));
    timeline.watermark("60d");

    assertThat(words(watched(), "ann")).startsWith("1 at 17d null");
  }

  @Test
  void whatIsFoundInTheMinuteWaitsForItsEndOverARestore() {
    listed("20d", "ann");
    timeline.watermark("20d10s");
    timeline.restoreAt(2);
    listed("20d30s", "bob");
    listed("20d40s", "eve");
    timeline.watermark("20d50s");
    timeline.restoreAt(3);
    timeline.watermark("21d");

    assertThat(words(watched(), "ann")).containsExactly("1 at 17d bulk_load");
  }

  @Test
  void nothingIsSaidBeforeTheMinuteIsOver() {
    listed("20d", "ann");
    timeline.watermark("20d59s998ms");

    watched().emitsNothing();
  }

  @Test
  void theLastMillisecondOfTheFourteenDaysIsQuietTheNextIsNot() {
    listed("20d", "ann");
    listed("20d1ms", "bob");
    listed("20d2ms", "eve");
    // Step 1 of ann falls due 14 d after her row, that of bob in the millisecond before.
    seen("27d", "ann");
    seen("27d", "bob");
    timeline.watermark("34d");

    Outcome<Detection> outcome = watched();

    assertThat(words(outcome, "ann")).contains("1 at 34d null");
    assertThat(words(outcome, "bob")).contains("1 at 34d bulk_load");
  }

  /** Both are said by one watermark, after the fourteen days; the second waits for the first. */
  @Test
  void whatWaitsBehindAnotherIsStillOfItsLoad() {
    Detection later = found("d-1", "34d");
    Detection found = found("d-2", "27d");
    long loadedAt = Moment.at("20d").toEpochMilli();
    long rowAt = Moment.at("34d").toEpochMilli();
    Timeline<Notice, Notice> notices = Timeline.of(TypeInformation.of(Notice.class));
    notices.at("20d", Notice.loaded("acme|ann", loadedAt));
    notices.at("34d", Notice.found(later, rowAt));
    notices.at("34d", Notice.found(found, loadedAt));
    notices.watermark("60d");

    Outcome<Detection> outcome =
        notices.through(all -> BulkLoadStep.attach(all.keyBy(Notice::key), BulkLoad.from(TWO)));

    assertThat(outcome.output())
        .extracting(Detection::getDetectionId, Detection::getReason)
        .containsExactly(tuple("d-1", null), tuple("d-2", "bulk_load"));
    outcome.leavesNoState();
  }

  private static Detection found(String id, String time) {
    return Detection.newBuilder()
        .setDetectionId(id)
        .setVersion(1)
        .setKind("stakeholder_stale")
        .setPhase(Phase.OPENED)
        .setDetectedAt(Moment.at(time))
        .setFirstEvidenceAt(Moment.at(time))
        .setLastEvidenceAt(Moment.at(time))
        .setKey("acme|ann")
        .setAccountId("acme")
        .setContactId("ann")
        .setSite("b2b")
        .setRule("stakeholder_stale")
        .setRuleVersion("1")
        .setJob("test-job")
        .build();
  }

  private void seen(String time, String contact) {
    timeline.at(
        time,
        Watched.of(
            new Received(
                ContactTimeline.event(
                    Moment.at(time), "e-" + contact, event -> event.setContactId(contact)),
                0,
                0,
                0)));
  }

  private void listed(String time, String contact) {
    timeline.at(
        time,
        Watched.of(
            ContactTimeline.listed(
                Moment.at(time),
                offset++,
                row ->
                    row.setContactId(contact)
                        .setRole(null)
                        .setLastActivityAt(Moment.at(time).minusSeconds(10 * 86_400)))));
  }

  private Outcome<Detection> watched() {
    return timeline.through(
        inputs ->
            ContactTimeline.detect(inputs, TWO, null)
                .detections()
                .filter(detection -> detection.getKind().equals("stakeholder_stale")));
  }

  private static List<String> words(Outcome<Detection> outcome, String contact) {
    return outcome.output().stream()
        .filter(found -> contact.equals(found.getContactId()))
        .filter(found -> !Objects.equals(found.getReason(), "returned"))
        .map(
            found ->
                "%s at %s %s"
                    .formatted(
                        found.getStep(), Moment.text(found.getDetectedAt()), found.getReason()))
        .toList();
  }
}

package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.detect.stakeholder.Roll.Alarm;
import io.floorwalker.schema.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of trouble of one account: what lasts until it opens, and what is open. */
final class Alarms {
  static final String SINGLE_THREADED = "single_threaded";
  static final String COVERAGE_LOW = "coverage_low";
  static final String USAGE_DROP = "usage_drop";

  /** What is said when the contacts of a role are dark, by role. */
  static final Map<String, String> DARK =
      Map.of("champion", "champion_dark", "decision_maker", "decision_maker_dark");

  private final Map<String, Alarm> alarms = new TreeMap<>();
  private final List<Notice> said = new ArrayList<>();

  static Alarms of(Roll roll) {
    Alarms alarms = new Alarms();
    roll.alarms().forEach(alarm -> alarms.alarms.put(alarm.kind(), alarm));
    return alarms;
  }

  List<Alarm> kept() {
    return List.copyOf(alarms.values());
  }

  /** What opened and closed since this was asked last, in order. */
  List<Notice> takeSaid() {
    List<Notice> taken = List.copyOf(said);
    said.clear();
    return taken;
  }

  boolean isOpen(String kind) {
    return open(kind) != null;
  }

  /** Opens it unless it is open. */
  void open(Detection detection, @Nullable Long rowAt) {
    if (!isOpen(detection.getKind())) {
      alarms.put(detection.getKind(), new Alarm(detection.getKind(), null, detection));
      said.add(Notice.found(detection, rowAt));
    }
  }

  /** Closes it where it is open. */
  void close(String kind, long at, String reason) {
    Detection open = open(kind);
    if (open != null) {
      alarms.remove(kind);
      said.add(Notice.found(CommitteeRecords.closed(open, at, reason), null));
    }
  }

  /** Takes it back where this is what opened it. */
  void takeBack(String kind, String detectionId, Latecomer late) {
    Detection open = open(kind);
    if (open != null && open.getDetectionId().equals(detectionId)) {
      alarms.remove(kind);
      said.add(Notice.found(late.takesBack(open), null));
    }
  }

  /** It is so from this moment on, or still is; or it is not so. Nothing where it is open. */
  void holds(String kind, boolean holds, long at) {
    if (isOpen(kind)) {
      return;
    }
    if (holds) {
      alarms.putIfAbsent(kind, new Alarm(kind, at, null));
    } else {
      alarms.remove(kind);
    }
  }

  /** Opens what has lasted long enough at this moment. */
  void openLasting(long at, Function<Alarm, Detection> opening) {
    for (Alarm alarm : kept()) {
      if (alarm.since() != null && alarm.since() + CommitteeRules.LASTING <= at) {
        open(opening.apply(alarm), null);
      }
    }
  }

  /** When the next one has lasted long enough. */
  long nextDue() {
    long next = Contact.NEVER;
    for (Alarm alarm : alarms.values()) {
      if (alarm.since() != null) {
        next = Math.min(next, alarm.since() + CommitteeRules.LASTING);
      }
    }
    return next;
  }

  private @Nullable Detection open(String kind) {
    Alarm alarm = alarms.get(kind);
    return alarm == null ? null : alarm.open();
  }
}

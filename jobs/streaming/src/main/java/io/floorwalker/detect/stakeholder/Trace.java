package io.floorwalker.detect.stakeholder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a contact's activities leave behind, beside the present silence.
 *
 * @param heard whether there was one since the roster last removed the contact
 * @param days the newest days with one, in UTC, days since 1970, ascending, each once
 */
public record Trace(boolean heard, List<Long> days) {
  static final Trace NONE = new Trace(false, List.of());

  /** With an activity at this moment, which is the newest. */
  Trace after(long at) {
    long day = day(at);
    if (!days.isEmpty() && days.get(days.size() - 1) >= day) {
      return new Trace(true, days);
    }
    int surplus = Math.max(0, days.size() - Rhythm.KEPT_GAPS);
    List<Long> more = new ArrayList<>(days.subList(surplus, days.size()));
    more.add(day);
    return new Trace(true, more);
  }

  /** A contact that was removed has to be heard of again; its rhythm is remembered. */
  Trace removed() {
    return new Trace(false, days);
  }

  /** The day of a moment in UTC, days since 1970. */
  static long day(long at) {
    return Math.floorDiv(at, TimeUnit.DAYS.toMillis(1));
  }
}

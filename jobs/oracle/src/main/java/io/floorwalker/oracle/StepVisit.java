package io.floorwalker.oracle;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session at a step of the checkout: it reached it, or it struggles there.
 *
 * @param person the customer, else the session
 * @param groups the keys of all groups that it belongs to, from broad to narrow; the first is that
 *     of the step
 * @param decidingEvent what decided the struggle; of a reached step, the view
 */
record StepVisit(
    String session,
    String person,
    String site,
    String step,
    long at,
    List<Group> groups,
    String decidingEvent) {

  /**
   * Sessions at one step that have something in common.
   *
   * @param base the group whose sessions are the whole of which these are a part
   * @param usual the group with whose past it is compared
   */
  record Group(String key, int rank, String base, String usual) {}

  /** The session of this event at a step; the field and the code are those of a struggle. */
  static StepVisit of(
      CustomerEvent event, long at, String step, @Nullable String field, @Nullable String code) {
    String site = event.getSite();
    String whole = site + "|step|" + step;
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(whole, 1, whole, whole));
    @Nullable String device =
        event.getContext() == null ? null : event.getContext().getDeviceClass();
    if (device != null) {
      String key = site + "|device|" + step + "|" + device;
      groups.add(new Group(key, 2, key, key));
    }
    @Nullable String release = event.getContext() == null ? null : event.getContext().getRelease();
    if (release != null) {
      String key = site + "|release|" + step + "|" + release;
      groups.add(new Group(key, 3, key, whole));
    }
    if (field != null) {
      String key = site + "|field|" + step + "|" + field;
      groups.add(new Group(key, 4, whole, key));
    }
    if (code != null) {
      String key = site + "|code|" + step + "|" + code;
      groups.add(new Group(key, 5, whole, key));
    }
    String session = event.getSessionId();
    String person = event.getCustomerKey() == null ? session : event.getCustomerKey();
    return new StepVisit(session, person, site, step, at, List.copyOf(groups), event.getEventId());
  }

  boolean isOf(String group) {
    return groups.stream().anyMatch(own -> own.key().equals(group));
  }

  boolean isIn(long from, long to) {
    return from <= at && at < to;
  }
}

package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Received;
import io.floorwalker.source.RosterChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * What the watch hears of a contact: an activity or a change of the roster; exactly one of the two.
 */
public record Watched(@Nullable Received activity, @Nullable RosterChange change) {
  static final TypeInformation<Watched> TYPE = TypeInformation.of(Watched.class);

  static Watched of(Received activity) {
    return new Watched(activity, null);
  }

  static Watched of(RosterChange change) {
    return new Watched(null, change);
  }

  /** Event time, milliseconds. */
  long at() {
    return change != null ? change.at() : event().getOccurredAt().toEpochMilli();
  }

  Contact.Id contact() {
    return change != null
        ? new Contact.Id(change.account(), change.contact())
        : new Contact.Id(event().getAccountId(), event().getContactId());
  }

  /** account_id|contact_id. */
  String key() {
    Contact.Id id = contact();
    return RosterChange.key(id.account(), id.contact());
  }

  /** The activity; only where it is one. */
  CustomerEvent event() {
    if (activity == null) {
      throw new IllegalStateException("a change of the roster is no activity");
    }
    return activity.event();
  }

  /** The contact after this. */
  Turn on(Contact contact, Patience patience) {
    return change != null ? contact.after(change, patience) : contact.after(event(), patience);
  }
}

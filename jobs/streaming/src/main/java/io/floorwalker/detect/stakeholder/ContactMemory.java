package io.floorwalker.detect.stakeholder;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * One contact in keyed state, and the one timer of what falls due next. The timer is armed lazily:
 * activity does not move it; when it fires too early it is set anew. Nobody leaves neither state
 * nor timer.
 */
final class ContactMemory {
  private final ValueState<Contact> contacts;
  private final ValueState<Long> armedAt;
  private final Hindsight hindsight;
  private final Patience patience;

  private ContactMemory(
      ValueState<Contact> contacts,
      ValueState<Long> armedAt,
      Hindsight hindsight,
      Patience patience) {
    this.contacts = contacts;
    this.armedAt = armedAt;
    this.hindsight = hindsight;
    this.patience = patience;
  }

  /** Opens the state; hindsight shares the operator's timers and must not lose one of its own. */
  static ContactMemory open(RuntimeContext context, Hindsight hindsight, Patience patience) {
    return new ContactMemory(
        context.getState(new ValueStateDescriptor<>("contact", TypeInformation.of(Contact.class))),
        context.getState(new ValueStateDescriptor<>("armed-at", Types.LONG)),
        hindsight,
        patience);
  }

  /** Null where nothing is known of the contact of this key. */
  @Nullable Contact recall() throws Exception {
    return contacts.value();
  }

  void keep(Contact contact, TimerService timers) throws Exception {
    if (contact.isNobody()) {
      contacts.clear();
      disarm(timers);
      return;
    }
    contacts.update(contact);
    long due = contact.nextDue(patience);
    @Nullable Long armed = armedAt.value();
    if (due < (armed == null ? Contact.NEVER : armed)) {
      disarm(timers);
      timers.registerEventTimeTimer(due);
      armedAt.update(due);
    }
  }

  /** To be called for every timer of the key, before {@link #keep}. */
  void onTimer(long timestamp) throws Exception {
    @Nullable Long armed = armedAt.value();
    if (armed != null && armed == timestamp) {
      armedAt.clear();
    }
  }

  private void disarm(TimerService timers) throws Exception {
    @Nullable Long armed = armedAt.value();
    if (armed != null && !hindsight.waitsFor(armed)) {
      timers.deleteEventTimeTimer(armed);
    }
    armedAt.clear();
  }
}

package io.floorwalker.ingest;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.util.Set;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Says to both keys that an anonymous visitor turned out to be somebody:
 *
 * <pre>{@code
 * signed_in(anonymous a, user u) ─> signed_in
 *                                   identity_linked(a, u) of a
 *                                   identity_linked(a, u) of u
 * }</pre>
 *
 * Keyed state cannot move between keys, so whoever keeps something under {@code a} is told to give
 * it away, and whoever keeps something under {@code u} that there may be more.
 */
public final class IdentityLinks implements FlatMapFunction<CustomerEvent, CustomerEvent> {
  private static final long serialVersionUID = 1L;

  /** What says that visitor and user are one person. */
  private static final Set<String> LINKING =
      Set.of(EventTypes.SIGNED_IN, EventTypes.IDENTITY_LINKED);

  private IdentityLinks() {}

  /** The events, each link behind the sign-in that it comes from. */
  public static DataStream<CustomerEvent> attach(DataStream<CustomerEvent> events) {
    return events.flatMap(new IdentityLinks()).name("identity links").uid("identity-links-v1");
  }

  @Override
  public void flatMap(CustomerEvent event, Collector<CustomerEvent> out) {
    boolean isLink = event.getType().equals(EventTypes.IDENTITY_LINKED);
    if (!isLink) {
      out.collect(event);
    }
    String visitor = event.getAnonymousId();
    String user = event.getUserId();
    if (LINKING.contains(event.getType())
        && visitor != null
        && !visitor.isBlank()
        && user != null
        && !user.isBlank()
        && !visitor.equals(user)) {
      out.collect(link(event, visitor));
      out.collect(link(event, user));
    } else if (isLink) {
      out.collect(event);
    }
  }

  // Of no session: a number in it would be missing or twice.
  private static CustomerEvent link(CustomerEvent event, String of) {
    return CustomerEvent.newBuilder()
        .setEventId(Ids.link(event.getEventId(), of))
        .setType(EventTypes.IDENTITY_LINKED)
        .setOccurredAt(event.getOccurredAt())
        .setReceivedAt(event.getReceivedAt())
        .setSource(event.getSource())
        .setSite(event.getSite())
        .setAnonymousId(event.getAnonymousId())
        .setUserId(event.getUserId())
        .setAccountId(event.getAccountId())
        .setContactId(event.getContactId())
        .setCustomerKey(of)
        .setContext(event.getContext())
        .setIsBot(event.getIsBot())
        .setIsInternal(event.getIsInternal())
        .build();
  }
}

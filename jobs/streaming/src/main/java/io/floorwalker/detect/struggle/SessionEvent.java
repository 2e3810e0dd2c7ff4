package io.floorwalker.detect.struggle;

import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * One event of a session and what the session was when it came. What the patterns of struggle run
 * on.
 *
 * @param position its place in the order of the session, from 1
 * @param at effective time, milliseconds
 * @param eventId of a {@link Silence} the id of the event that waits
 */
public record SessionEvent(
    String session,
    long position,
    long at,
    String eventId,
    String type,
    Place place,
    Target target,
    Detail detail,
    Origin origin) {

  /**
   * Where in the shop.
   *
   * @param step the checkout step that was said last, by this event or before
   * @param said the checkout step that this event carries
   * @param goesBack a view of a step that was viewed before and is not the present one
   * @param ordered the session's order was placed before this event
   * @param chatAt when a support chat was opened last, milliseconds
   * @param newestAt effective time of the last event, this one included, milliseconds
   */
  public record Place(
      Stage stage,
      @Nullable String step,
      @Nullable String said,
      boolean goesBack,
      boolean ordered,
      @Nullable Long chatAt,
      long newestAt) {}

  /**
   * What was touched.
   *
   * @param x pixels
   * @param y pixels
   * @param reactionMs milliseconds until the page reacted; -1: it never did
   * @param code what the payment provider said of a decline
   */
  public record Target(
      @Nullable String selector,
      @Nullable Integer x,
      @Nullable Integer y,
      boolean interactive,
      @Nullable Integer reactionMs,
      @Nullable String field,
      @Nullable String page,
      @Nullable String code) {

    static final Target NONE = new Target(null, null, null, false, null, null, null, null);

    static Target of(CustomerEvent event) {
      Interaction touched =
          event.getInteraction() == null ? new Interaction() : event.getInteraction();
      return new Target(
          touched.getSelector(),
          touched.getX(),
          touched.getY(),
          Boolean.TRUE.equals(touched.getInteractive()),
          touched.getReactionMs(),
          event.getForm() == null ? null : event.getForm().getField(),
          event.getContext() == null ? null : event.getContext().getPage(),
          event.getPayment() == null ? null : event.getPayment().getCode());
    }
  }

  /**
   * What only few types of events say.
   *
   * @param form the id of the form
   * @param lcpMs largest contentful paint of the page, milliseconds
   * @param inpMs from an interaction to the next paint, milliseconds
   * @param hard a decline that is for good
   */
  public record Detail(
      @Nullable String form, @Nullable Integer lcpMs, @Nullable Integer inpMs, boolean hard) {
    static final Detail NONE = new Detail(null, null, null, false);

    static Detail of(CustomerEvent event) {
      Interaction measured = event.getInteraction();
      return new Detail(
          event.getForm() == null ? null : event.getForm().getFormId(),
          measured == null ? null : measured.getLcpMs(),
          measured == null ? null : measured.getInpMs(),
          event.getPayment() != null && Boolean.TRUE.equals(event.getPayment().getHard()));
    }
  }

  /**
   * Where the event came from.
   *
   * @param receivedAt when it was appended to the log, milliseconds
   */
  public record Origin(
      String site,
      @Nullable String customerKey,
      @Nullable String accountId,
      @Nullable String contactId,
      @Nullable String release,
      @Nullable String deviceClass,
      @Nullable Long receivedAt) {
    static final Origin NONE = new Origin("", null, null, null, null, null, null);

    static Origin of(CustomerEvent event) {
      Context context = event.getContext() == null ? new Context() : event.getContext();
      return new Origin(
          event.getSite(),
          event.getCustomerKey(),
          event.getAccountId(),
          event.getContactId(),
          context.getRelease(),
          context.getDeviceClass(),
          event.getReceivedAt() == null ? null : event.getReceivedAt().toEpochMilli());
    }
  }

  /** The event that made one visit of the other. */
  static SessionEvent of(String session, CustomerEvent event, Visit before, Visit after) {
    return new SessionEvent(
        session,
        after.events(),
        after.newestAt(),
        event.getEventId(),
        event.getType(),
        new Place(
            after.stage(),
            after.step(),
            Visit.stepOf(event),
            before.isLeftBackwardsBy(event),
            before.ordered(),
            after.chatAt(),
            after.newestAt()),
        Target.of(event),
        Detail.of(event),
        Origin.of(event));
  }

  /** The end of a silence, and where the session was before the first event from then on. */
  static SessionEvent of(String session, Silence silence, Visit visit) {
    return new SessionEvent(
        session,
        visit.events(),
        silence.at(),
        silence.eventId(),
        silence.type(),
        new Place(
            visit.stage(),
            visit.step(),
            null,
            false,
            visit.ordered(),
            visit.chatAt(),
            visit.newestAt()),
        Target.NONE,
        Detail.NONE,
        Origin.NONE);
  }

  /** This event as the evidence of a silence: what it is, seen when and where the silence ended. */
  SessionEvent unanswered(SessionEvent silence) {
    return new SessionEvent(
        session, position, silence.at(), eventId, type, silence.place(), target, detail, origin);
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }
}

package io.floorwalker.page;

import io.floorwalker.schema.Action;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which offers there are, and what the pages have answered. An offer goes to every page of its
 * session; the first that says {@link Answer#SHOWN} in time may show it. Thread-safe. The last
 * 10,000 offers are remembered, in this process only.
 */
public final class OfferBook {

  private static final int REMEMBERED = 10_000;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Streams streams;
  private final OfferText text;
  private final Clock clock;

  public OfferBook(Streams streams, Clock clock) {
    this.streams = streams;
    this.text = new OfferText();
    this.clock = clock;
  }

  /** Takes any action; the first record of one for a page goes to the pages of its session. */
  public void take(Action action) {
    Offer.of(action).ifPresent(this::take);
  }

  /** A stream of the session's offers that is given those again that came after the last seen. */
  synchronized EventStream open(String session, @Nullable String lastSeen) {
    EventStream stream = streams.open(session);
    waiting(session, lastSeen).forEach(offer -> stream.send(event(offer)));
    return stream;
  }

  void close(EventStream stream) {
    streams.close(stream);
  }

  /** Whether an answer counts, and the offer that it is about where it does. */
  synchronized Answered answer(String session, String id, Answer answer) {
    Entry entry = entries.get(id);
    if (entry == null || !entry.offer().session().equals(session)) {
      return new Answered(Verdict.UNKNOWN, null);
    }
    if (answer == Answer.SHOWN && !entry.offer().isOpen(clock.instant())) {
      return new Answered(Verdict.EXPIRED, null);
    }
    boolean inOrder = (answer == Answer.SHOWN) != entry.answers().contains(Answer.SHOWN);
    return inOrder && entry.answers().add(answer)
        ? new Answered(Verdict.TAKEN, entry.offer())
        : new Answered(Verdict.REFUSED, null);
  }

  private synchronized void take(Offer offer) {
    Entry entry = new Entry(offer, EnumSet.noneOf(Answer.class));
    if (entries.putIfAbsent(offer.id(), entry) == null && offer.isOpen(clock.instant())) {
      streams.send(offer.session(), event(offer));
    }
    if (entries.size() > REMEMBERED) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  private List<Offer> waiting(String session, @Nullable String lastSeen) {
    List<Offer> waiting = new ArrayList<>();
    for (Entry entry : entries.values()) {
      Offer offer = entry.offer();
      if (!offer.session().equals(session)) {
        continue;
      }
      if (offer.id().equals(lastSeen)) {
        waiting.clear();
      } else if (entry.answers().isEmpty() && offer.isOpen(clock.instant())) {
        waiting.add(offer);
      }
    }
    return waiting;
  }

  private ServerEvent event(Offer offer) {
    return new ServerEvent("offer", offer.id(), text.of(offer, clock.instant()));
  }

  private record Entry(Offer offer, Set<Answer> answers) {}

  /** A verdict; with the offer where the answer was taken. */
  record Answered(Verdict verdict, @Nullable Offer offer) {}
}

package io.floorwalker.detect.struggle;

import io.floorwalker.detect.SortBuffer;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * One session's events and the ends of its silences, in their order. Where the session numbers its
 * events the next number is next, at once; a gap waits until it is filled, or until the watermark
 * has passed the event behind it. What has no number waits for the watermark, and what has none in
 * a session that has numbers waits for the disorder more: until then a number may come in front of
 * it.
 *
 * <pre>{@code
 *              at once                       with the watermark
 * numbered     1 2 3 . 5 6                   5 6, when 4 is given up
 * others       .                             behind every number that was known so far
 * silence      in front of the first event at its end or later
 * }</pre>
 *
 * Keyed state: use it inside a keyed operator only.
 */
final class SessionOrder {

  /** What became of an event. */
  enum Arrival {
    KEPT,
    LATE,
    REPEATED
  }

  /**
   * An event or the end of a silence, at its effective time in milliseconds: the time of the one
   * before, where a clock has stepped back behind it.
   */
  record Next(long at, @Nullable CustomerEvent event, @Nullable Silence silence) {}

  /**
   * What is next of each sort.
   *
   * @param number of the lowest number that waits
   * @param other the moment of the first event without a number, milliseconds
   * @param silence the end of the first silence, milliseconds
   */
  public record Ahead(long number, long other, long silence) {
    private static final long NONE = Long.MAX_VALUE;
    private static final Ahead NOTHING = new Ahead(NONE, NONE, NONE);
  }

  private final MapState<Long, CustomerEvent> numbered;
  private final SortBuffer others;
  private final Silences silences;
  private final ValueState<Ahead> ahead;
  private final long disorder;
  private final boolean atOnce;

  /** The next number, from its arrival until it is told in the same call; it never waits. */
  private @Nullable CustomerEvent arrived;

  private SessionOrder(RuntimeContext context, Duration disorder, boolean atOnce) {
    numbered =
        context.getMapState(new MapStateDescriptor<>("numbered", Types.LONG, SortBuffer.EVENT));
    others = SortBuffer.open(context);
    silences = Silences.open(context);
    ahead = context.getState(new ValueStateDescriptor<>("next", TypeInformation.of(Ahead.class)));
    this.disorder = disorder.toMillis();
    this.atOnce = atOnce;
  }

  /**
   * Opens the state of the session at hand.
   *
   * @param atOnce false: numbers order the events, but all of them wait for the watermark
   */
  static SessionOrder open(RuntimeContext context, Duration disorder, boolean atOnce) {
    return new SessionOrder(context, disorder, atOnce);
  }

  /** Keeps an event until it is its turn. */
  Arrival add(CustomerEvent event, Visit visit, TimerService timers) throws Exception {
    long at = event.getOccurredAt().toEpochMilli();
    boolean passed = at <= timers.currentWatermark();
    Long number = event.getSessionSeq();
    if (number == null ? passed : passed && number <= visit.number()) {
      return Arrival.LATE;
    }
    return number == null
        ? addOther(event, at, visit, timers)
        : addNumbered(event, number, visit, timers);
  }

  private Arrival addOther(CustomerEvent event, long at, Visit visit, TimerService timers)
      throws Exception {
    if (!others.insert(event)) {
      return Arrival.REPEATED;
    }
    Ahead known = known();
    keep(new Ahead(known.number(), Math.min(known.other(), at), known.silence()));
    timers.registerEventTimeTimer(visit.number() == 0 ? at : at + disorder);
    return Arrival.KEPT;
  }

  private Arrival addNumbered(CustomerEvent event, long number, Visit visit, TimerService timers)
      throws Exception {
    if (atOnce && number == visit.number() + 1) {
      arrived = event;
      return Arrival.KEPT;
    }
    if (number <= visit.number() || numbered.contains(number)) {
      return Arrival.REPEATED;
    }
    numbered.put(number, event);
    Ahead known = known();
    keep(new Ahead(Math.min(known.number(), number), known.other(), known.silence()));
    timers.registerEventTimeTimer(visit.timeOf(event));
    return Arrival.KEPT;
  }

  /** Keeps a silence until its end. */
  void add(Silence silence, TimerService timers) throws Exception {
    silences.add(silence, timers);
    Ahead known = known();
    keep(new Ahead(known.number(), known.other(), Math.min(known.silence(), silence.at())));
  }

  /**
   * Takes out what is next, as far as a watermark has come; null: nothing more can be said yet.
   *
   * @param watermark milliseconds
   */
  @Nullable Next next(Visit visit, long watermark) throws Exception {
    Ahead known = known();
    @Nullable CustomerEvent event = nextNumber(known);
    long turn = event == null ? Ahead.NONE : visit.timeOf(event);
    boolean ready = turn <= watermark || (event != null && follows(event, visit));
    long other = turnOfOther(known, event, visit);
    long first = Math.min(ready ? turn : Ahead.NONE, other);
    // Whatever may still come stands behind a number that is ready.
    long until = ready ? Math.max(turn, watermark) : watermark;
    if (known.silence() <= Math.min(first, until)) {
      return endOf(known);
    }
    if (other == first && other <= until) {
      return other(known, other);
    }
    return event != null && ready ? numbered(known, event, turn) : null;
  }

  private @Nullable CustomerEvent nextNumber(Ahead known) throws Exception {
    if (arrived != null) {
      return arrived;
    }
    return known.number() == Ahead.NONE ? null : numbered.get(known.number());
  }

  private boolean follows(CustomerEvent event, Visit visit) {
    return atOnce && Objects.requireNonNull(event.getSessionSeq()) == visit.number() + 1;
  }

  /** To be called behind each timer: what was not its turn yet is waited for on. */
  void waitOn(Visit visit, TimerService timers) throws Exception {
    Ahead known = known();
    @Nullable CustomerEvent event = nextNumber(known);
    if (known.other() != Ahead.NONE) {
      timers.registerEventTimeTimer(turnOfOther(known, event, visit));
    }
    if (event != null) {
      timers.registerEventTimeTimer(visit.timeOf(event));
    }
  }

  private Next endOf(Ahead known) throws Exception {
    Silence silence = silences.takeFirst(known.silence());
    keep(new Ahead(known.number(), known.other(), silences.first()));
    return new Next(silence.at(), null, silence);
  }

  private Next other(Ahead known, long at) throws Exception {
    CustomerEvent event = others.takeFirst(known.other());
    keep(new Ahead(known.number(), others.first(), known.silence()));
    return new Next(at, event, null);
  }

  private Next numbered(Ahead known, CustomerEvent event, long at) throws Exception {
    if (event == arrived) {
      arrived = null;
      return new Next(at, event, null);
    }
    numbered.remove(known.number());
    long lowest = Ahead.NONE;
    for (long number : numbered.keys()) {
      lowest = Math.min(lowest, number);
    }
    keep(new Ahead(lowest, known.other(), known.silence()));
    return new Next(at, event, null);
  }

  /** In front of the first number an event has its own time. */
  private long turnOfOther(Ahead known, @Nullable CustomerEvent nextNumber, Visit visit) {
    long at = known.other();
    if (at == Ahead.NONE) {
      return Ahead.NONE;
    }
    boolean first =
        visit.number() == 0
            && (nextNumber == null || at < nextNumber.getOccurredAt().toEpochMilli());
    return first ? at : at + disorder;
  }

  private Ahead known() throws Exception {
    @Nullable Ahead known = ahead.value();
    return known == null ? Ahead.NOTHING : known;
  }

  private void keep(Ahead next) throws Exception {
    if (next.equals(Ahead.NOTHING)) {
      ahead.clear();
    } else {
      ahead.update(next);
    }
  }
}

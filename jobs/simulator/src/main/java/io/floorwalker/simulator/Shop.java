package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.schema.CustomerEvent;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shop open for one day or for ever, whose shoppers are made up. It hands out its records in the
 * order of {@link Emission#sendAtMs()} and holds only the shoppers who are not done yet, so that an
 * endless one needs no more memory than a busy hour. Not thread-safe.
 */
public final class Shop implements Iterator<Emission> {

  /** Salts that keep the dice of arrivals, scripts and flaws apart. */
  private static final long ARRIVALS = 1;

  private static final long SCRIPTS = 2;
  private static final long FLAWS = 3;

  private record Ticket(Emission emission, long number) {}

  private final ShopSettings settings;
  private final Consumer<? super Truth> truths;
  private final String day;
  private final Dice arrivals;
  private final Mishaps mishaps;
  private final PriorityQueue<Ticket> pending =
      new PriorityQueue<>(
          comparingLong((Ticket ticket) -> ticket.emission().sendAtMs())
              .thenComparingLong(Ticket::number));
  private long nextArrivalMs;
  private long shoppers;
  private long visits;
  private long tickets;

  private Shop(ShopSettings settings, long startAtMs, Consumer<? super Truth> truths) {
    this.settings = settings;
    this.truths = truths;
    // Ids must differ between two runs into one topic, or the second would repeat the first.
    this.day = HexFormat.of().toHexDigits((int) Dice.mixed(settings.seed(), startAtMs));
    this.arrivals = Dice.of(settings.seed(), ARRIVALS);
    this.mishaps = new Mishaps(settings.flaws());
    this.nextArrivalMs = startAtMs + waiting();
  }

  /** Opens the shop at a time in UTC ms. */
  public static Shop open(ShopSettings settings, long startAtMs) {
    return open(settings, startAtMs, truth -> {});
  }

  /**
   * Opens the shop and tells the consumer what will be true of each shopper, out of the script and
   * before the first event of that shopper is made.
   */
  public static Shop open(ShopSettings settings, long startAtMs, Consumer<? super Truth> truths) {
    return new Shop(settings, startAtMs, truths);
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty() || isOpen();
  }

  @Override
  public Emission next() {
    while (isOpen() && !isBeforeNextArrival(pending.peek())) {
      admit();
    }
    Ticket ticket = pending.poll();
    if (ticket == null) {
      throw new NoSuchElementException("the last shopper has left; ask hasNext() first");
    }
    return ticket.emission();
  }

  /** How many records wait to be sent: what the shop holds in memory. */
  int pendingEmissions() {
    return pending.size();
  }

  private boolean isOpen() {
    return visitsLeft() > 0;
  }

  private long visitsLeft() {
    return settings.sessions() == 0 ? Long.MAX_VALUE : settings.sessions() - visits;
  }

  /** Whoever comes later sends later: what is due before the next arrival is final. */
  private boolean isBeforeNextArrival(@Nullable Ticket ticket) {
    return ticket != null && ticket.emission().sendAtMs() < nextArrivalMs;
  }

  private void admit() {
    long number = ++shoppers;
    Dice script = Dice.of(settings.seed(), SCRIPTS, number);
    Shopper shopper = Shopper.of(number, day, script);
    Script.Start start = new Script.Start(nextArrivalMs, visitsLeft());
    Script written = Script.write(shopper, settings, script, start);
    written.truths().forEach(truths);
    Dice flaws = Dice.of(settings.seed(), FLAWS, number);
    for (CustomerEvent event : Recorder.record(written)) {
      for (Emission emission : mishaps.befall(event, flaws)) {
        pending.add(new Ticket(emission, tickets++));
      }
    }
    visits += written.visits();
    nextArrivalMs += waiting();
  }

  private long waiting() {
    return Math.max(1, arrivals.waiting(60_000 / settings.arrivalsPerMinute()));
  }
}

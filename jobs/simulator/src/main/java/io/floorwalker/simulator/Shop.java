package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.schema.CustomerEvent;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shop open for one day or for ever, whose shoppers and contacts are made up. It hands out its
 * records in the order of {@link Emission#sendAtMs()} and holds only the people who are not done
 * yet, so that an endless one needs no more memory than a busy hour. Not thread-safe.
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
  private final Arrivals arrivals;
  private final Mishaps mishaps;
  private final Contacts contacts;
  private final PriorityQueue<Ticket> pending =
      new PriorityQueue<>(
          comparingLong((Ticket ticket) -> ticket.emission().sendAtMs())
              .thenComparingLong(Ticket::number));
  private long shoppers;
  private long visits;
  private long tickets;

  private Shop(ShopSettings settings, long startAtMs, Consumer<? super Truth> truths) {
    this.settings = settings;
    this.truths = truths;
    // Ids must differ between two runs into one topic, or the second would repeat the first.
    this.day = HexFormat.of().toHexDigits((int) Dice.mixed(settings.seed(), startAtMs));
    Dice dice = Dice.of(settings.seed(), ARRIVALS);
    this.arrivals = new Arrivals(settings.pace(), dice, startAtMs);
    this.mishaps = new Mishaps(settings.flaws());
    this.contacts = Contacts.from(settings, day, startAtMs, truths);
  }

  /** Opens the shop at a time in UTC ms. */
  public static Shop open(ShopSettings settings, long startAtMs) {
    return open(settings, startAtMs, truth -> {});
  }

  /**
   * Opens the shop and tells the consumer what will be true of each shopper, out of the script and
   * before the first event of that shopper is made. Of a contact it tells so before each act, and
   * at the end of the last one what falls due in the silence after it.
   */
  public static Shop open(ShopSettings settings, long startAtMs, Consumer<? super Truth> truths) {
    return new Shop(settings, startAtMs, truths);
  }

  @Override
  public boolean hasNext() {
    makeNext();
    return !pending.isEmpty();
  }

  @Override
  public Emission next() {
    makeNext();
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

  /** Whoever comes later sends later: what is due before anybody comes is final. */
  private void makeNext() {
    while (nextComesMs() != Long.MAX_VALUE && !isBefore(nextComesMs(), pending.peek())) {
      if (isOpen() && arrivals.nextMs() <= contacts.nextMs()) {
        admit();
      } else {
        playContact();
      }
    }
  }

  private long nextComesMs() {
    return Math.min(isOpen() ? arrivals.nextMs() : Long.MAX_VALUE, contacts.nextMs());
  }

  private boolean isOpen() {
    return visitsLeft() > 0;
  }

  private long visitsLeft() {
    return settings.sessions() == 0 ? Long.MAX_VALUE : settings.sessions() - visits;
  }

  private static boolean isBefore(long ms, @Nullable Ticket ticket) {
    return ticket != null && ticket.emission().sendAtMs() < ms;
  }

  private void admit() {
    long number = ++shoppers;
    Dice script = Dice.of(settings.seed(), SCRIPTS, number);
    Shopper shopper = Shopper.of(number, day, script);
    Script.Start start = new Script.Start(arrivals.nextMs(), visitsLeft());
    Script written = Script.write(shopper, settings, script, start);
    written.truths().forEach(truths);
    send(Recorder.record(written), Dice.of(settings.seed(), FLAWS, number));
    visits += written.visits();
    arrivals.moveOn(settings.pace().dayAndNight() ? written.visits() : 1);
  }

  private void playContact() {
    Contacts.Act act = contacts.play();
    send(act.events(), act.flaws());
    act.rows().forEach(row -> pending.add(new Ticket(row, tickets++)));
  }

  private void send(List<CustomerEvent> events, Dice flaws) {
    for (CustomerEvent event : events) {
      for (Emission emission : mishaps.befall(event, flaws)) {
        pending.add(new Ticket(emission, tickets++));
      }
    }
  }
}

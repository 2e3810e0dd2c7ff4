package io.floorwalker.local;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The events of one import, encoded and in memory, with what was wrong with the other rows. */
final class ImportBatch {
  private static final int SHOWN = 5;

  private static final int PROGRESS_EVERY = 100_000;

  private final Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
  private final Map<String, String> sessions = new HashMap<>();
  private final SortedSet<String> unknownTypes = new TreeSet<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<RawEvent> events = new ArrayList<>();
  private long read;
  private long rejected;

  /** Reads a file to its end; {@code progress} is told the number of rows now and then. */
  void add(Path path, ImportFormat format, LongConsumer progress) {
    try (ImportFile file = format.open(path, read)) {
      for (Optional<ImportRow> row = file.next(); row.isPresent(); row = file.next()) {
        add(path, row.get());
        if (read % PROGRESS_EVERY == 0) {
          progress.accept(read);
        }
      }
    }
  }

  /** By time; rows of the same time keep the order of the files. */
  void sortByTime() {
    events.sort(Comparator.comparingLong(RawEvent::occurredAtMs));
  }

  List<RawEvent> events() {
    return events;
  }

  long rowsRead() {
    return read;
  }

  long rejected() {
    return rejected;
  }

  /** The first few rejected rows, a line each. */
  List<String> complaints() {
    return complaints;
  }

  /** Types that no rule knows; their events are published and ignored later. */
  SortedSet<String> unknownTypes() {
    return unknownTypes;
  }

  int sessions() {
    return sessions.size();
  }

  Optional<Instant> first() {
    return events.stream().min(Comparator.comparingLong(RawEvent::occurredAtMs)).map(RawEvent::at);
  }

  Optional<Instant> last() {
    return events.stream().max(Comparator.comparingLong(RawEvent::occurredAtMs)).map(RawEvent::at);
  }

  private void add(Path path, ImportRow row) {
    read++;
    try {
      row.content().events().forEach(this::add);
    } catch (BadRow e) {
      rejected++;
      if (complaints.size() < SHOWN) {
        complaints.add(
            "row %d (%s line %d): %s"
                .formatted(row.number(), path.getFileName(), row.line(), e.reason()));
      }
    }
  }

  private void add(CustomerEvent event) {
    if (!EventTypes.all().contains(event.getType())) {
      unknownTypes.add(event.getType());
    }
    String session = shared(event.getSessionId());
    events.add(
        new RawEvent(
            event.getOccurredAt().toEpochMilli(),
            session != null ? session : RawEvent.keyWithoutSession(event),
            wire.encode(event)));
  }

  /** One string for all events of a session. */
  private @Nullable String shared(@Nullable String session) {
    if (session == null) {
      return null;
    }
    String known = sessions.putIfAbsent(session, session);
    return known != null ? known : session;
  }
}

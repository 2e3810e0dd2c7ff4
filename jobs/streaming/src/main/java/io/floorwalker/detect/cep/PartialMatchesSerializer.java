package io.floorwalker.detect.cep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes the begun matches of a key: every event once, however many runs have taken it, and runs as
 * numbers.
 *
 * <pre>{@code
 * armedAt  #events event...  #runs (rule beganAt #taken event's number...)...
 * }</pre>
 *
 * A rule is written as its number in {@code rules}, which stand in the snapshot: rules may come and
 * go between a savepoint and the job that is restored from it. Runs of a rule that is gone are
 * dropped.
 */
final class PartialMatchesSerializer<T> extends TypeSerializer<PartialMatches<T>> {
  private static final long serialVersionUID = 1L;

  private final TypeSerializer<T> events;
  private final List<String> rules;

  PartialMatchesSerializer(TypeSerializer<T> events, List<String> rules) {
    this.events = events;
    this.rules = List.copyOf(rules);
  }

  TypeSerializer<T> events() {
    return events;
  }

  List<String> rules() {
    return rules;
  }

  @Override
  public void serialize(PartialMatches<T> matches, DataOutputView out) throws IOException {
    List<Run<T>> runs = matches.runs().stream().filter(run -> rules.contains(run.rule())).toList();
    out.writeLong(matches.armedAt());
    Map<T, Integer> numbers = numbered(runs);
    out.writeInt(numbers.size());
    for (T event : inOrder(numbers)) {
      events.serialize(event, out);
    }
    out.writeInt(runs.size());
    for (Run<T> run : runs) {
      out.writeShort(rules.indexOf(run.rule()));
      out.writeLong(run.beganAt());
      out.writeShort(run.taken().size());
      for (T taken : run.taken()) {
        out.writeInt(Objects.requireNonNull(numbers.get(taken)));
      }
    }
  }

  @Override
  public PartialMatches<T> deserialize(DataInputView in) throws IOException {
    long armedAt = in.readLong();
    List<T> known = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      known.add(events.deserialize(in));
    }
    List<Run<T>> runs = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String rule = rules.get(in.readShort());
      long beganAt = in.readLong();
      List<T> taken = new ArrayList<>();
      for (int number = in.readShort(); number > 0; number--) {
        taken.add(known.get(in.readInt()));
      }
      runs.add(new Run<>(rule, beganAt, taken));
    }
    return new PartialMatches<>(runs, armedAt);
  }

  /** By identity: two equal events are two events. */
  private static <T> Map<T, Integer> numbered(List<Run<T>> runs) {
    Map<T, Integer> numbers = new IdentityHashMap<>();
    for (Run<T> run : runs) {
      for (T event : run.taken()) {
        numbers.putIfAbsent(event, numbers.size());
      }
    }
    return numbers;
  }

  private static <T> List<T> inOrder(Map<T, Integer> numbers) {
    return numbers.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public TypeSerializerSnapshot<PartialMatches<T>> snapshotConfiguration() {
    return new PartialMatchesSnapshot<>(this);
  }

  @Override
  public TypeSerializer<PartialMatches<T>> duplicate() {
    return new PartialMatchesSerializer<>(events.duplicate(), rules);
  }

  @Override
  public PartialMatches<T> createInstance() {
    return PartialMatches.none();
  }

  /** Values are never changed. */
  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public PartialMatches<T> copy(PartialMatches<T> from) {
    return from;
  }

  @Override
  public PartialMatches<T> copy(PartialMatches<T> from, PartialMatches<T> reuse) {
    return from;
  }

  @Override
  public PartialMatches<T> deserialize(PartialMatches<T> reuse, DataInputView in)
      throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartialMatchesSerializer<?> that
        && events.equals(that.events)
        && rules.equals(that.rules);
  }

  @Override
  public int hashCode() {
    return Objects.hash(events, rules);
  }
}

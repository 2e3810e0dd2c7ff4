package io.floorwalker.detect.cep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How begun matches were written: the events' serializer, and the names of the rules in order.
 * Other rules than then are no obstacle, the state is written anew.
 */
public final class PartialMatchesSnapshot<T>
    extends CompositeTypeSerializerSnapshot<PartialMatches<T>, PartialMatchesSerializer<T>> {
  private static final int VERSION = 1;

  private List<String> rules = List.of();

  /** For Flink, which reads it. */
  public PartialMatchesSnapshot() {}

  PartialMatchesSnapshot(PartialMatchesSerializer<T> serializer) {
    super(serializer);
    rules = serializer.rules();
  }

  @Override
  protected int getCurrentOuterSnapshotVersion() {
    return VERSION;
  }

  @Override
  protected void writeOuterSnapshot(DataOutputView out) throws IOException {
    out.writeInt(rules.size());
    for (String rule : rules) {
      out.writeUTF(rule);
    }
  }

  @Override
  protected void readOuterSnapshot(int version, DataInputView in, ClassLoader loader)
      throws IOException {
    List<String> written = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      written.add(in.readUTF());
    }
    rules = List.copyOf(written);
  }

  @Override
  protected OuterSchemaCompatibility resolveOuterSchemaCompatibility(
      TypeSerializerSnapshot<PartialMatches<T>> old) {
    return rules.equals(((PartialMatchesSnapshot<T>) old).rules)
        ? OuterSchemaCompatibility.COMPATIBLE_AS_IS
        : OuterSchemaCompatibility.COMPATIBLE_AFTER_MIGRATION;
  }

  @Override
  protected TypeSerializer<?>[] getNestedSerializers(PartialMatchesSerializer<T> serializer) {
    return new TypeSerializer<?>[] {serializer.events()};
  }

  @Override
  @SuppressWarnings("unchecked") // The one that getNestedSerializers gave.
  protected PartialMatchesSerializer<T> createOuterSerializerWithNestedSerializers(
      TypeSerializer<?>[] nested) {
    return new PartialMatchesSerializer<>((TypeSerializer<T>) nested[0], rules);
  }
}

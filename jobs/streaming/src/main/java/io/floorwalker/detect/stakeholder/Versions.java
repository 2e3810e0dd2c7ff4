package io.floorwalker.detect.stakeholder;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** The newest version of each detection that was taken back once. Keyed state. */
final class Versions {
  private final MapState<String, Integer> newest;

  private Versions(MapState<String, Integer> newest) {
    this.newest = newest;
  }

  static Versions open(RuntimeContext context) {
    return new Versions(
        context.getMapState(new MapStateDescriptor<>("versions", Types.STRING, Types.INT)));
  }

  /** The version under which this is said. */
  int next(Finding finding) throws Exception {
    @Nullable Integer before = newest.get(finding.id());
    int version = before == null ? finding.version() : before + 1;
    if (before != null || finding.late() != null) {
      newest.put(finding.id(), version);
    }
    return version;
  }

  /** Forgets what nothing more can be said of: all that is not of the contact's silence. */
  void keepOnlyOf(@Nullable Contact contact) throws Exception {
    List<String> over = new ArrayList<>();
    for (String id : newest.keys()) {
      if (contact == null || !contact.mayBeSaid(id)) {
        over.add(id);
      }
    }
    for (String id : over) {
      newest.remove(id);
    }
  }
}

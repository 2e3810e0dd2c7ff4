package io.floorwalker.detect.stakeholder;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * When the job was started first; a later start from its state does not change that. A bounded run
 * has no start: it sees the whole history and needs no warm-up.
 */
final class Start implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Long at;
  private transient @Nullable ListState<Long> saved;

  Start(@Nullable Instant at) {
    this.at = at == null ? null : at.toEpochMilli();
  }

  /** Every subtask sees what all have saved; the earliest start holds. */
  void restore(OperatorStateStore store) throws Exception {
    saved = store.getUnionListState(new ListStateDescriptor<>("started-at", Types.LONG));
    for (Long earlier : saved.get()) {
      at = at == null ? earlier : Math.min(at, earlier);
    }
  }

  void save() throws Exception {
    if (saved != null && at != null) {
      saved.update(List.of(at));
    }
  }

  /** Milliseconds; null in a bounded run. */
  @Nullable Long at() {
    return at;
  }
}

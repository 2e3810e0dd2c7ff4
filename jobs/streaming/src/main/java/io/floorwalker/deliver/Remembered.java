package io.floorwalker.deliver;

import java.time.Duration;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a sender remembers beyond what is on its way: the actions that are through, for 7 d, and the
 * first message of each strand, for 90 d. Keyed state under one key, so that it forgets by itself
 * and need not fit into memory.
 */
record Remembered(Shelf<Ended> through, Shelf<String> strands) {
  private static final Duration THROUGH = Duration.ofDays(7);
  private static final Duration STRANDS = Duration.ofDays(90);

  static Remembered in(KeyedStateStore store) {
    return new Remembered(
        Shelf.in(store, "through", TypeInformation.of(Ended.class), THROUGH),
        Shelf.in(store, "strands", Types.STRING, STRANDS));
  }

  /** State whose failures are the task's. */
  static final class Shelf<T> {
    private final MapState<String, T> state;

    private Shelf(MapState<String, T> state) {
      this.state = state;
    }

    private static <T> Shelf<T> in(
        KeyedStateStore store, String name, TypeInformation<T> type, Duration kept) {
      MapStateDescriptor<String, T> descriptor = new MapStateDescriptor<>(name, Types.STRING, type);
      descriptor.enableTimeToLive(StateTtlConfig.newBuilder(kept).build());
      return new Shelf<>(store.getMapState(descriptor));
    }

    void put(String key, T value) {
      try {
        state.put(key, value);
      } catch (Exception e) {
        throw lost(e);
      }
    }

    @Nullable T get(String key) {
      try {
        return state.get(key);
      } catch (Exception e) {
        throw lost(e);
      }
    }

    private static IllegalStateException lost(Exception cause) {
      return new IllegalStateException("the state of deliver cannot be used", cause);
    }
  }
}

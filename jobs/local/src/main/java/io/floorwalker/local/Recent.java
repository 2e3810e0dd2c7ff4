package io.floorwalker.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what came first once it holds enough: a demo may run for days. */
final class Recent<V> extends LinkedHashMap<String, V> {

  private static final long serialVersionUID = 1L;

  private final int kept;

  Recent(int kept) {
    this.kept = kept;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > kept;
  }
}
